# JPEG pictures are in the PDF file as they are coded, upright however the camera was held, in the
# colours of their inks; where they were taken is neither there nor in the twin.
python3 -B pictures_turned.py make "$TMP"
cd "$TMP"
day() { # FILE: day.pdf, with that picture
    printf -- '---\ntitle: Image\nministry: MSDS\n---\nTexte.\n\n![Image](%s)\n' "$1" >day.md
    "$GRIOT" compose --date 2025-11-25 -o day.pdf day.md >said 2>told || { cat told; exit 1; }
}
shows() { # COLOUR...: the four quarters of the picture on the page
    pdftoppm -r 30 -singlefile day.pdf page
    python3 -B "$TOP/tests/pdf/pictures_turned.py" look page.ppm "$@"
}
untold() {
    qpdf --qdf --object-streams=disable day.pdf plain.pdf
    tr -d '\n' <day.html | grep -o 'data:image/jpeg;base64,[A-Za-z0-9+/=]*' | cut -d , -f 2 |
        base64 -d >twin.jpg
    for f in plain.pdf twin.jpg; do
        if grep -aq -e 'told to nobody' -e 'the maker' $f; then echo "$1: its Exif is in $f"; exit 1; fi
    done
}
for n in 1 2 3 4 5 6 7 8; do
    cjpeg -quality 95 -sample 1x1 $n.ppm >bare.jpg
    python3 -B "$TOP/tests/pdf/pictures_turned.py" exif $n bare.jpg $n.jpg
    day $n.jpg
    shows red green blue yellow
    untold $n
    # the twin's keeps how it is to be shown
    djpeg twin.jpg >twin.ppm
    djpeg bare.jpg | cmp - twin.ppm
done
cjpeg -progressive 1.ppm >progressive.jpg
cjpeg -grayscale 1.ppm >grey.jpg
cjpeg -rgb 1.ppm >rgb.jpg
cjpeg -restart 1 1.ppm | wrjpgcom -comment 'told to nobody' >restart.jpg
# a small picture that a camera put into the head of JFIF
cjpeg 1.ppm >plain.jpg
python3 -B "$TOP/tests/pdf/pictures_turned.py" head plain.jpg small.jpg
grep -aq 'told to nobody' small.jpg
for f in progressive grey rgb restart small; do
    day $f.jpg
    pdfimages -j day.pdf image
    djpeg $f.jpg >wanted.ppm
    djpeg image-000.jpg | cmp - wanted.ppm
    rm image-000.jpg
    untold $f
done
day rgb.jpg
shows red green blue yellow
cat >inks.ps <<'PS'
<< /PageSize [240 160] >> setpagedevice
1 0 0 0 setcmykcolor 0 80 120 80 rectfill
0 1 0 0 setcmykcolor 120 80 120 80 rectfill
0 0 1 0 setcmykcolor 0 0 120 80 rectfill
1 0 0 .5 setcmykcolor 120 0 120 80 rectfill
showpage
PS
gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=jpegcmyk -r72 -o profiled.jpg inks.ps
jpegtran -copy none profiled.jpg >inks.jpg
day inks.jpg
shows cyan magenta yellow teal
grep -q picture-inks told
