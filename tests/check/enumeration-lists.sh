# In an enumeration of any length, of a list or of paragraphs, an item amid the others that lacks its semicolon
# is told where it stands, the first one too, and of the last its full stop; a list that is no such
# enumeration is left alone.
. "$TOP/tests/check.inc"
says() { # LANG WORDS...: of the items behind the head, what is said but for the place's file
    lang=$1; shift
    { printf -- '---\ntitle: Un titre\nministry: MSDS\n---\n'; printf '%s\n' "$@"; } >a.md
    "$GRIOT" check --lang "$lang" --newsroom newsroom.yaml --date 2025-11-25 a.md 2>&1 |
        sed 's/^a.md:/:/; s/\xC2\xA0\|\xE2\x80\xAF/ /g' | grep '\[enumeration\]$' || true
}
item=' warning: this item lacks the semicolon that the others end with:'
last=' warning: the last item of this enumeration lacks its full stop:'
says en 'Il prévoit :' '' '- la paix ;' '- la santé' '- le travail.' | diff - /dev/fd/3 3<<END
:8:6:$item “santé” [enumeration]
END
says fr 'Il prévoit :' '' '- la paix ;' '- la santé' '- le travail.' | diff - /dev/fd/3 3<<END
:8:6: warning: cet élément est sans le point-virgule qui finit les autres : « santé » [enumeration]
END
says en 'Il prévoit :' '' '- la paix' '- la santé ;' '- le travail.' | diff - /dev/fd/3 3<<END
:7:6:$item “paix” [enumeration]
END
says en 'Il prévoit :' '' '- la paix ;' '- la santé ;' '- le pont' '- la route ;' '- le travail' | diff - /dev/fd/3 3<<END
:9:6:$item “pont” [enumeration]
:11:6:$last “travail” [enumeration]
END
says en 'Il prévoit :' '' '- la paix ;' '- le travail' '' 'Il part demain.' | diff - /dev/fd/3 3<<END
:8:6:$last “travail” [enumeration]
END
says fr 'Il prévoit :' '' '- la paix ;' '- le travail ;' '' 'Il part demain.' | diff - /dev/fd/3 3<<END
:8:6: warning: le dernier élément de cette énumération est sans point final : « travail ; » [enumeration]
END
# items within an item
says en 'Il prévoit :' '' '- la paix ;' '- la santé :' '  - un puits' '  - un pont ;' '  - une école ;' '- le travail' | diff - /dev/fd/3 3<<END
:9:8:$item “puits” [enumeration]
:11:9:$last “école ;” [enumeration]
:12:6:$last “travail” [enumeration]
END
# the fix goes where it belongs
printf 'Un titre\n\nIl prévoit :\nla paix ;\nla santé\nle travail.\nFin du plan. MSDS\n' >b.txt
"$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 --fix-list b.txt | tail -n 3 | sed 's/\xE2\x80\xAF/ /' | diff - /dev/fd/3 3<<END
b.txt:5:4 enumeration
- santé
+ santé ;
END
# lists of names, sentences, one semicolon of many items, and paragraphs
quiet() { [ -z "$(says en "$@")" ]; }
quiet 'Étaient présents :' '' '- le maire' '- le préfet' '- le gouverneur'
quiet 'Il prévoit :' '' '- la paix ;' '- la santé ;' '- le travail.'
quiet '- Il part ; elle reste.' '- Il revient.' '- Elle va'
quiet 'Le plan.' '' '- Le pont' '- La route ;' '- Le puits' '- La santé' '- Le mil' '- Le riz'
quiet 'Il a dit :' '' 'Le pont est là' '' 'Un autre paragraphe.'
quiet '- Le pont ;' '' '  il est long.' '- La route'
