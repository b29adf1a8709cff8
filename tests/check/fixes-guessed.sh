# What is a guess changes nothing, until the editor chooses it; a word that lacks its accents only, and can
# be no other, is none.
. "$TOP/tests/check.inc"
sed -i /^check:/d newsroom.yaml
check() { "$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 "$@"; }
printf 'Un titre\n\nLa ceremonie a eu lieu, on repete : la comission viendra. MSDS\n' >guess.txt
check --fix-list guess.txt >guesses
tail -n +6 guesses | diff - /dev/fd/3 3<<END

guess.txt:3:4 spelling
- ceremonie
+ cérémonie

guess.txt:3:28 spelling
- repete
# + répète
# + répété

guess.txt:3:40 spelling
- comission
# + commission
END
check --apply guesses -o - guess.txt >out 2>told
printf 'Un titre\n\nLa cérémonie a eu lieu, on repete : la comission viendra. MSDS\n' | diff - out
echo "griot: note: fixes applied: 1 [fixed]" | diff - told
sed 's/^# + répété/+ répété/' guesses >chosen
check --apply chosen -o - guess.txt >out 2>told
printf 'Un titre\n\nLa cérémonie a eu lieu, on répété : la comission viendra. MSDS\n' | diff - out
sed 's/^# + rép/+ rép/' guesses >both
status=0
check --apply both -o d.txt guess.txt >out 2>told || status=$?
[ $status -eq 1 ] && [ ! -e d.txt ]
grep -q '^both:14: error: “+ répété” is no line of a list of fixes' told
"$GRIOT" check --lang fr --newsroom newsroom.yaml --date 2025-11-25 --fix-list guess.txt | sed -n 2,5p | diff - /dev/fd/3 3<<END
# Supprimez les blocs à ne pas appliquer, changez au besoin ce qui suit +.
# Les lignes qui commencent par « # + » sont des suppositions, sans effet : ôtez « # » et l’espace devant celle qui convient.
# Puis lancez :
#   griot check --apply LIST --in-place guess.txt
END
# of two spellings of a name the right one is not known, unless an earlier edition has it, alone
proposals() { # OPTION...: what is proposed for the day, and whether it is sure
    "$GRIOT" check --newsroom newsroom.yaml "$@" --json 2025-11-25.txt |
        jq -r '[.rule, .words, .proposal, .sure] | join(";")'
}
cat >2025-11-25.txt <<'END'
Un titre

M. Ali TOURÉ et M. Aly TOURÉ ont reçu Mme Assa Badiallo TOURE. Assa Badiallo est venue du Royaume Uni. MSDS
Un autre titre

Le Royaume-Uni a salué M. Mossa DIARRA et M. Moussa DIARRA ; le 2ème jour, le Royaume-Uni est parti. MSDS
END
proposals | diff - /dev/fd/3 3<<END
name-spelling;TOURE;TOURÉ;false
name-cut;Assa Badiallo;Assa Badiallo TOURE;false
two-spellings;Royaume Uni;Royaume-Uni;false
name-spelling;Moussa;Mossa;false
ordinal;2ème;2e;true
END
check --fix-list 2025-11-25.txt | grep '^[+#] ' | sed 1,4d | diff - /dev/fd/3 3<<END
# + TOURÉ
# + Assa Badiallo TOURE
# + Royaume-Uni
# + Mossa
+ 2e
END
printf 'Hier\n\nMme Assa Badiallo TOURÉ est allée au Royaume-Uni, avec M. Moussa DIARRA. MSDS\n' >2025-11-24.txt
rm out
"$GRIOT" publish --newsroom newsroom.yaml --archive kept 2025-11-24.txt >said 2>&1
proposals --archive kept | diff - /dev/fd/3 3<<END
name-spelling;TOURE;TOURÉ;true
name-cut;Assa Badiallo;Assa Badiallo TOURE;false
two-spellings;Royaume Uni;Royaume-Uni;true
name-spelling;Mossa;Moussa;false
ordinal;2ème;2e;true
END
