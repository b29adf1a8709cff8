# What is held to a number of bytes may be signed, and have pictures of inks or turned by their Exif: the
# signature counts and is valid, and what is seen is what was seen.
. "$TOP/tests/keys.inc"
python3 -B pictures_turned.py make "$TMP"
cd "$TMP"
python3 - <<'END'
for name in ('1', '6'):
    head, size, most, pixels = open(name + '.ppm', 'rb').read().split(b'\n', 3)
    w, h = map(int, size.split())
    rows = (pixels[3 * w * y:3 * w * (y + 1)] for y in range(h))
    wide = (b''.join(row[3 * x:3 * x + 3] * 6 for x in range(w)) for row in rows)
    with open(f'large{name}.ppm', 'wb') as f:
        f.write(head + b'\n%d %d\n' % (6 * w, 6 * h) + most + b'\n' + b''.join(row * 6 for row in wide))
END
cjpeg -quality 98 -sample 1x1 large6.ppm >bare.jpg
python3 -B "$TOP/tests/pdf/pictures_turned.py" exif 6 bare.jpg turned.jpg
printf '%s\n' '<< /PageSize [240 160] >> setpagedevice 1 0 0 0 setcmykcolor 0 80 120 80 rectfill 0 1 0 0 setcmykcolor
120 80 120 80 rectfill 0 0 1 0 setcmykcolor 0 0 120 80 rectfill 1 0 0 .5 setcmykcolor 120 0 120 80 rectfill showpage' |
    gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=jpegcmyk -dJPEGQ=98 -r432 -o profiled.jpg -
jpegtran -copy none profiled.jpg >inks.jpg
make_signer
compose() { # OUTPUT PICTURE OPTION...
    out=$1
    printf -- '---\ntitle: Image\nministry: MSDS\n---\nTexte.\n\n![Image](%s)\n' "$2" >day.md
    shift 2
    "$GRIOT" compose --date 2025-11-25 --lang en "$@" -o "$out" day.md >said 2>told || { cat told; exit 1; }
}
size() { wc -c <"$1"; }
for kind in 'turned red green blue yellow' 'inks cyan magenta yellow teal'; do
    name=${kind%% *}
    sign="--sign key.pem --cert chain.pem"
    # shellcheck disable=SC2086
    compose whole.pdf $name.jpg $sign
    # shellcheck disable=SC2086
    compose small.pdf $name.jpg $sign --max-bytes $(($(size whole.pdf) - 1))
    grep -qF "the picture “$name.jpg” is brought from 1440 × 960 to " told
    [ "$(size small.pdf)" -lt "$(size whole.pdf)" ]
    pdfsig -nocert small.pdf >signed
    grep -q 'Signature Validation: Signature is Valid' signed
    grep -q 'Total document signed' signed
    pdfimages -list small.pdf | awk 'NR == 3 { exit $13 != 150 || $14 != 150 }'
    for each in whole small; do
        pdftoppm -r 30 -singlefile $each.pdf page
        # shellcheck disable=SC2086
        python3 -B "$TOP/tests/pdf/pictures_turned.py" look page.ppm ${kind#* }
    done
done
