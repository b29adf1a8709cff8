# Help is what help/ says, in both languages, on standard output, with status 0; the version names
# the libraries.
for expected in help/*; do
    name=$(basename "$expected")
    command=${name%.*}
    [ "$command" != griot ] || command=
    # shellcheck disable=SC2086
    "$GRIOT" $command --help --lang "${name##*.}" >"$TMP/said" 2>"$TMP/told"
    diff "$expected" "$TMP/said"
    [ ! -s "$TMP/told" ]
done
"$GRIOT" compose --number 0 --help --lang en 2>&1 | diff help/compose.en - # it helps amid mistakes
"$GRIOT" --version >"$TMP/said"
sed 's/[0-9][0-9.]*\( .*\)\{0,1\}$/N/' "$TMP/said" >"$TMP/shape"
diff - "$TMP/shape" <<END
griot N
libharu N
HarfBuzz N
libdeflate N
zlib N
libyaml N
utf8proc N
OpenSSL N
cmark N
libpng N
libjpeg-turbo N
END
# what cannot be printed is a failure
status=0
"$GRIOT" --help --lang en >/dev/full 2>"$TMP/told" || status=$?
[ $status -eq 3 ]
diff - "$TMP/told" <<END
-: error: the disk is full; nothing was kept: free some space and run the command again [disk-full]
END
