# One text in many clothes is one bulletin: with a byte order mark, with CRLF or CR at the ends of
# lines, with blanks behind them, without the last end of line, decomposed (NFD).
seed=$TOP/seeds/2025-11-25.txt
mark=$(printf '\357\273\277') acute=$(printf '\314\201') grave=$(printf '\314\200')
circumflex=$(printf '\314\202') cedilla=$(printf '\314\247')
mkdir "$TMP/clean" "$TMP/other"
cp "$seed" "$TMP/clean/2025-11-25.txt"
compose() { # the same relative name from either folder, as the name is printed
    cd "$TMP/$1"
    "$GRIOT" compose --dump=edition 2025-11-25.txt >edition
    "$GRIOT" compose --dump=pages 2025-11-25.txt >pages
}
compose clean
same() {
    cat >"$TMP/other/2025-11-25.txt"
    ! cmp -s "$seed" "$TMP/other/2025-11-25.txt"
    compose other
    diff "$TMP/clean/edition" edition
    cmp "$TMP/clean/pages" pages
}
sed "1s/^/$mark/" "$seed" | same
sed 's/$/\r/' "$seed" | same
sed 's/$/\r\r/' "$seed" | same
tr '\n' '\r' <"$seed" | same
sed 's/$/ \t  /' "$seed" | same
(cat "$seed"; printf '\n\n \n') | same
sed "s/é/e$acute/g; s/É/E$acute/g; s/è/e$grave/g; s/à/a$grave/g; s/ê/e$circumflex/g; s/ç/c$cedilla/g" \
    "$seed" | same
sed "1s/^/$mark/; s/é/e$acute/g; s/\$/ \r/" "$seed" | same
