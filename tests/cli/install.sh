# An installed program composes the same bytes as the one in its checkout, from any folder; a build
# with nothing to do does nothing; cleaning leaves the archive.
prefix=$TMP/usr
make -s -C "$TOP" install PREFIX="$prefix" DESTDIR= >"$TMP/said" 2>&1
[ -x "$prefix/bin/griot" ]
"$TOP/griot" compose -o "$TMP/a.pdf" "$TOP/seeds/2025-11-25.txt" >"$TMP/said" 2>&1
mkdir "$TMP/away"
cp "$TOP/seeds/2025-11-25.txt" "$TMP/away"
(cd "$TMP/away" && ../usr/bin/griot compose -o ../b.pdf 2025-11-25.txt) >"$TMP/said" 2>&1
cmp "$TMP/a.pdf" "$TMP/b.pdf"
# found by its name, and under a folder for packaging
(cd "$TMP/away" && PATH="$prefix/bin:$PATH" griot compose -o ../c.pdf 2025-11-25.txt) >"$TMP/said" 2>&1
cmp "$TMP/a.pdf" "$TMP/c.pdf"
make -s -C "$TOP" install PREFIX=/usr DESTDIR="$TMP/package" >"$TMP/said" 2>&1
(cd "$TMP/package" && find . -type f | sort) >"$TMP/packaged"
(cd "$TMP" && find ./usr -type f | sort) | diff "$TMP/packaged" -
# whoever may read the file may read all of it
[ -z "$(find "$TMP/package" ! -perm -a+r)" ]

nothing=$(env -u MAKEFLAGS -u MAKELEVEL LC_ALL=C make --no-print-directory -C "$TOP" 2>&1)
[ -z "$nothing" ] || { echo "make: $nothing"; exit 1; }

mkdir -p "$TMP/checkout/out/archive/editions" "$TMP/checkout/out/build"
cp "$TOP/Makefile" "$TMP/checkout"
echo kept >"$TMP/checkout/out/archive/head"
: >"$TMP/checkout/griot"
make -s -C "$TMP/checkout" clean >"$TMP/said" 2>&1
(cd "$TMP/checkout" && find . -type f | sort) >"$TMP/left"
printf './Makefile\n./out/archive/head\n' | diff - "$TMP/left"
