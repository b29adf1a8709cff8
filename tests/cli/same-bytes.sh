# The seed gives the same bytes, PDF and twin, from any folder, in any locale, time zone and language,
# on any number of processors, and under any name of user and home.
seed=$TOP/seeds/2025-11-25.txt
same() { cmp "$TMP/a.pdf" "$TMP/$1.pdf"; cmp "$TMP/a.html" "$TMP/$1.html"; }
"$GRIOT" compose -o "$TMP/a.pdf" "$seed" >"$TMP/said" 2>&1
cd /
env -i HOME=/nowhere USER=nobody TZ=Pacific/Kiritimati LANG=fr_FR.UTF-8 LC_ALL="$LC_ALL" \
    LOCPATH="$LOCPATH" LSAN_OPTIONS="$LSAN_OPTIONS" "$GRIOT" compose -o "$TMP/b.pdf" "$seed" >"$TMP/said" 2>&1
same b
taskset -c 0 "$GRIOT" compose -o "$TMP/c.pdf" "$seed" >"$TMP/said" 2>&1
same c
# the program as it is released, without sanitizers, too
"$GRIOT_RELEASE" compose -o "$TMP/d.pdf" "$seed" >"$TMP/said" 2>&1
same d
