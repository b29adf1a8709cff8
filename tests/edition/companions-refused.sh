# What is told of pictures and tables that Markdown names, and how: the words of both languages stand in
# companions-refused.expected.
. ../says.sh
expected=$PWD/companions-refused.expected
python3 -B ../pdf/pictures_turned.py make "$TMP"
mkdir "$TMP/here"
cd "$TMP/here"
try() { # NAME FILE: a communiqué that names the file
    printf -- '---\ntitle: Un titre\nministry: MSDS\n---\nTexte.\n\n![Une légende](%s)\n' "$2" >day.md
    shows "$1" compose --date 2025-11-25 -o /dev/null day.md
}
columns() { awk -v n="$1" -v rows="$2" 'BEGIN { for (r = 0; r < rows; r++)
    for (i = 0; i < n; i++) printf "%s%s", "x" i % 10, i == n - 1 ? "\n" : "," }'; }
{
    try 'not there' missing.png
    try 'elsewhere' ../1.ppm
    printf 'BM' >a.bmp
    try 'of another kind' a.bmp
    printf 'a,b\n' >empty.csv
    try 'a heading alone' empty.csv
    columns 25 2 >many.csv
    try 'too many columns' many.csv
    columns 2 5001 >long.csv
    try 'too many rows' long.csv
    awk 'BEGIN { for (i = 0; i <= 1000000; i++) print "x" }' >longest.csv
    try 'more rows than are read' longest.csv
    columns 257 2 >wide.csv
    try 'more columns than are read' wide.csv
    awk 'BEGIN { print "a,b"; for (i = 0; i < 120; i++) print "x" }' >ragged.csv
    try 'rows that are not even' ragged.csv 2>&1 | awk '/^status/ { n = 0 } !/\[csv-width\]/ || n++ < 2'
    printf 'a,b\n"x,y\n' >open.csv
    try 'an open quote' open.csv
    printf 'a,b\nx"y,z\n' >inside.csv
    try 'a quote within' inside.csv
    { printf 'a,b\n'; awk 'BEGIN { for (i = 0; i < 32768; i++) printf "x" }'; printf ',y\n'; } >cell.csv
    try 'a long cell' cell.csv
    printf 'a;b\nRhumatismes\351;1\n' >latin.csv
    try 'not UTF-8' latin.csv
    awk 'BEGIN { for (i = 0; i < 24; i++) printf "%s%s", "Anticonstitutionnellement", i < 23 ? "," : "\n"
        for (i = 0; i < 24; i++) printf "%s%s", "Anticonstitutionnellement", i < 23 ? "," : "\n" }' >fits.csv
    try 'a table that fits nowhere' fits.csv
    awk 'BEGIN { print "a,b"; printf "x,\""; for (i = 0; i < 900; i++) printf "mot et mot et encore un mot "; print "\"" }' >tall.csv
    try 'a row taller than a page' tall.csv
    cjpeg -grayscale "$TMP/1.ppm" >small.jpg
    python3 -B - small.jpg <<'END'
import sys
jpeg = open(sys.argv[1], 'rb').read()
profile = b'\xff\xe2\0\x16ICC_PROFILE\0\1\1nothing'[:24]
profile = b'\xff\xe2' + (len(profile) - 2).to_bytes(2, 'big') + profile[4:]
open('profile.jpg', 'wb').write(jpeg[:2] + profile + jpeg[2:])
END
    try 'a profile that is none' profile.jpg
    gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=jpegcmyk -r72 -g600x400 -o inks.jpg -c '1 0 0 0 setcmykcolor 0 0 600 400 rectfill showpage'
    jpegtran -copy none inks.jpg >bare.jpg
    try 'inks without a profile' bare.jpg
} >"$TMP/got" 2>&1
diff "$expected" "$TMP/got"
