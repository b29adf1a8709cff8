# What stands where on the sheets, as --dump=sheets prints it: creep, blanks before the last page, the fold.
# And the booklet that is made of it, folded and leafed through by the folios that are printed on it.
cd "$TMP"
seed=$TOP/seeds/2025-11-25.txt
"$GRIOT" impose --booklet --style large-print --dump=sheets "$seed" | diff - /dev/fd/3 3<<'END'
sheets 4 trim 1190.55 841.89 margin 31.18 fold 595.28
sheet 1 front
  page 13 0 0 scale 100% ink -8.5 595.28
  page 1 595.28 0 scale 100% ink 595.28 1199.06
sheet 1 back
  page 2 0 0 scale 100% ink -8.5 595.28
sheet 2 front
  page 3 594.98 0 scale 100% ink 595.28 1199.06
sheet 2 back
  page 4 0.29 0 scale 100% ink -8.5 595.28
sheet 3 front
  page 12 0.59 0 scale 100% ink -8.5 595.28
  page 5 594.69 0 scale 100% ink 595.28 1199.06
sheet 3 back
  page 6 0.59 0 scale 100% ink -8.5 595.28
  page 11 594.69 0 scale 100% ink 595.28 1199.06
sheet 4 front
  page 10 0.88 0 scale 100% ink -8.5 595.28
  page 7 594.39 0 scale 100% ink 595.28 1199.06
sheet 4 back
  page 8 0.88 0 scale 100% ink -8.5 595.28
  page 9 594.39 0 scale 100% ink 595.28 1199.06
END
"$GRIOT" impose --2up --dump=sheets "$seed" | diff - /dev/fd/3 3<<'END'
sheets 1 trim 841.89 595.28 margin 0 fold 0
sheet 1 front
  page 1 0.04 0 scale 70.71% ink 0 420.94
  page 2 420.94 0 scale 70.71% ink 420.94 841.89
sheet 1 back
  page 3 0.04 0 scale 70.71% ink 0 420.94
  page 4 420.94 0 scale 70.71% ink 420.94 841.89
END
folio() { # SIDE X WIDTH: the folio that stands on that part of the side, or -
    found=$(pdftotext -layout -r 72 -f "$1" -l "$1" -x "$2" -y 0 -W "$3" -H 2000 book.pdf - | tr -d ' \302\240' |
        sed -n 's,.*[^0-9]\([0-9]*\)/13.*,\1,p; s,^\([0-9]*\)/13.*,\1,p' | tail -n 1)
    echo "${found:--}"
}
leaf_through() { # MIDDLE WIDTH: from the outermost sheet to the middle and out again
    for k in 1 3 5 7; do folio $k "$1" "$2"; folio $((k + 1)) 0 "$1"; done
    for k in 7 5 3 1; do folio $((k + 1)) "$1" "$2"; folio $k 0 "$1"; done
}
"$GRIOT" impose --booklet --style large-print -o book.pdf "$seed" >said
{ leaf_through 626 626 | tr '\n' ' '; echo; } | diff - /dev/fd/3 3<<'END'
1 2 3 4 5 6 7 8 9 10 11 12 - - - 13 
END
"$GRIOT" impose --booklet --reduce --style large-print -o book.pdf "$seed" >said
pdfinfo book.pdf | grep -q '^Page size: *841.89 x 595.28 pts'
{ leaf_through 421 421 | tr '\n' ' '; echo; } | diff - /dev/fd/3 3<<'END'
1 2 3 4 5 6 7 8 9 10 11 12 - - - 13 
END
# and what the ticket says of that; of a single sheet, which is only folded
says_sheets() { pdftotext -layout book-ticket.pdf - | sed -n 's/\xC2\xA0\|\xE2\x80\xAF/ /g; s/^Feuilles  *//p'; }
"$GRIOT" impose --booklet --style large-print -o book.pdf "$seed" >said
says_sheets | grep -qx '4, recto verso, retournées sur le petit côté ; pliées, encartées, deux agrafes'
pdftotext -layout book-ticket.pdf - | sed 's/\xC2\xA0\|\xE2\x80\xAF/ /g' | grep -q '; pages blanches : 3$'
"$GRIOT" impose --booklet -o book.pdf "$seed" >said
says_sheets | grep -qx '1, recto verso, retournée sur le petit côté ; pliée'
