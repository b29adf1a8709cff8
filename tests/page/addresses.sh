# On paper the addresses of links are printed at the feet of the pages, behind the words that lead to
# them; pages end where they end on screens, and no line moves. What has no room is told.
cd "$TMP"
cat >2025-03-05.md <<'END'
---
title: "Le budget"
ministry: MSDS
---

Le [budget de l’État](https://finances.example/budget/2026.pdf) est publié sur <https://journal.example/2025/> et
[journal.example](https://journal.example), ou demandé au [secrétariat général de la direction nationale du budget et du contrôle des finances](mailto:budget@finances.example) ;
voir [encore](https://finances.example/budget/2026.pdf). Son annexe suit.
END
many() { for i in $(seq "$1" "$2"); do printf '[pièce %d](https://annexe-%d.example/un/chemin/qui/est/long/%d.html) ; ' "$i" "$i" "$i"; done; echo; }
foot() { pdftotext -f "$2" -l "$2" -layout "$1" - | sed '1,/Bulletin du Gouvernement — N°/d' | tr -s ' \n\f' ' ' |
    sed 's/\xC2\xA0/ /g; s/ $//'; echo; }
words() { pdftotext -bbox "$1" - | sed -n "s/.*xMin=\"\([0-9.]*\)\" yMin=\"\([0-9.]*\)\".*>\(.*\)<.word>/\1 \2 \3/p; s/.*<page.*/page/p" |
    LC_ALL=C awk -v d="$2" '/^page/ { n++; next } { printf "%d %.0f %.0f %s\n", n, $1 - d, $2 - d, $3 }' | sort; }
"$GRIOT" compose -o screen.pdf 2025-03-05.md >said
"$GRIOT" compose --for print -o press.pdf 2025-03-05.md >said
foot press.pdf 1 | diff - /dev/fd/3 3<<'END'
budget de l’État : https://finances.example/budget/2026.pdf · secrétariat général de la direction nationale du budget… : budget@finances.example
END
# nothing else is added, and nothing moved or lost
words screen.pdf 0 >screen
words press.pdf 31.18 >press
[ -z "$(comm -23 screen press)" ]
[ "$(comm -13 screen press | awk '$3 < 811' | wc -l)" -eq 0 ]
# what one page has no room for is printed at the foot of the next, with its page
{ many 1 15; seq 260 | sed 's/.*/\nUne phrase numéro &, qui remplit la page./'; } >>2025-03-05.md
"$GRIOT" compose --for print -o press.pdf 2025-03-05.md >said 2>&1
foot press.pdf 1 | grep -q 'pièce 6 : https://annexe-6.example/un/ *chemin/qui/est/long/6.html$'
foot press.pdf 2 | grep -q '^p. 1, pièce 7 : https://annexe-7.example/un/chemin/qui/est/long/7.html · p. 1, pièce 8 : '
[ "$(pdfinfo press.pdf | sed -n 's/^Pages: *//p')" -eq 3 ]
foot press.pdf 3 | grep -q 'p. 1, pièce 15 : https://annexe-15.example/un/ *chemin/qui/est/long/15.html$'
! grep print-no-address said
# and what no page has
many 16 25 >>2025-03-05.md
echo "[long](https://long.example/$(printf 'a%.0s' $(seq 1500)))" >>2025-03-05.md
for lang in en fr; do
    "$GRIOT" compose --lang $lang --for print -o press.pdf 2025-03-05.md 2>&1 | grep no-address |
        sed 's/\xC2\xA0/ /g; s/\xE2\x80\xAF/ /g; s/a\{1500\}/A/' >told.$lang
    [ "$(grep -c . told.$lang)" -eq 6 ]
done
tail -n 1 told.en | diff - /dev/fd/3 3<<'END'
griot: warning: the address https://long.example/A, which a link of page 3 leads to, has no room at the foot of a page; print it in the text, or let a shorter one lead there [print-no-address]
END
head -n 1 told.fr | diff - /dev/fd/3 3<<'END'
griot: warning: l’adresse https://annexe-21.example/un/chemin/qui/est/long/21.html, où mène un lien de la page 3, ne tient au pied d’aucune page ; imprimez-la dans le texte, ou faites-y mener une plus courte [print-no-address]
END
