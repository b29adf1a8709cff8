# The same bytes, PDF and twin, from any folder, in any locale, time zone and language, on any number of
# processors, under any name of user and home and any mask, with and without the hashes of the fonts
# that make writes down: for the seed, and for a text long enough to occupy all processors.
. ../pdf/inputs
localedef -i tr_TR -f UTF-8 --no-archive "$TMP/tr_TR.UTF-8"
cp "$TOP/seeds/2025-11-25.txt" "$TMP/2025-11-25.txt"
communiques 30 99 300 >"$TMP/2025-11-26.txt"
prefix=$(dirname "$GRIOT")/..
mkdir -p "$TMP/bare/bin" "$TMP/away"
cp -r "$prefix/share" "$TMP/bare/share"
cp "$GRIOT" "$TMP/bare/bin/griot"
rm "$TMP/bare/share/griot/fonts/hashes"

for day in 2025-11-25 2025-11-26; do
    text=$TMP/$day.txt
    "$GRIOT" compose -o "$TMP/a.pdf" "$text" >"$TMP/said" 2>&1
    same() { # WHAT COMMAND...: the command composes the same into $TMP/b.pdf
        what=$1; shift
        rm -f "$TMP/b.pdf" "$TMP/b.html"
        "$@" >"$TMP/said" 2>&1 && cmp "$TMP/a.pdf" "$TMP/b.pdf" || { echo "$day: $what"; exit 1; }
        [ "$what" = 'standard output' ] || cmp "$TMP/a.html" "$TMP/b.html" || { echo "$day: $what"; exit 1; }
    }
    (cd / && same 'environment' env -i HOME=/nowhere USER=nobody TZ=Pacific/Kiritimati \
        LANG=fr_FR.UTF-8 LC_ALL="$LC_ALL" LOCPATH="$LOCPATH" LSAN_OPTIONS="$LSAN_OPTIONS" \
        "$GRIOT" compose -o "$TMP/b.pdf" "$text")
    same 'no environment' env -i LSAN_OPTIONS="$LSAN_OPTIONS" "$GRIOT" compose -o "$TMP/b.pdf" "$text"
    same 'Turkish' env LC_ALL=tr_TR.UTF-8 LOCPATH="$TMP" "$GRIOT" compose -o "$TMP/b.pdf" "$text"
    same 'messages in French' "$GRIOT" compose --lang fr -o "$TMP/b.pdf" "$text"
    same 'one processor' taskset -c 0 "$GRIOT" compose -o "$TMP/b.pdf" "$text"
    (umask 077 && same 'mask' "$GRIOT" compose -o "$TMP/b.pdf" "$text")
    (cd "$TMP/away" && same 'relative paths' "$GRIOT" compose -o ../b.pdf "../$day.txt")
    same 'standard output' sh -c '"$GRIOT" compose -o - "$1" >"$2"' - "$text" "$TMP/b.pdf"
    same 'another home, no hashes' "$TMP/bare/bin/griot" compose -o "$TMP/b.pdf" "$text"
    # the program as it is released, without sanitizers, too
    same 'released' "$GRIOT_RELEASE" compose -o "$TMP/b.pdf" "$text"
    same 'released, one processor' taskset -c 0 "$GRIOT_RELEASE" compose -o "$TMP/b.pdf" "$text"
done
