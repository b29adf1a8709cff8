# A press wants sharper pictures than a screen: one under 200 pixels an inch is told for print, from
# sources and from the archive, once; one that is smaller on its sheet is sharper there.
. "$TOP/tests/archive.inc"
picture() { # NAME WIDTH HEIGHT
    PYTHONPATH=$TOP/tests python3 -B - "$@" <<'PY'
import sys, zlib
import png
name, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(name + '.png', 'wb') as f:
    f.write(png.begin(width, height, 8, 0) +
            png.chunk(b'IDAT', zlib.compress((b'\0' + bytes(width)) * height)) + png.chunk(b'IEND', b''))
PY
}
picture fine 700 400    # in a column of 238 pt: 211 pixels an inch, …
picture middle 550 300  # … 166, …
picture coarse 400 200  # … and 120
for name in fine middle coarse; do
    printf -- '---\ntitle: Une image\nministry: MSDS\n---\nAvant.\n\n![Une image](%s.png)\n\nAprès.\n' $name >$name.md
done
# SENTENCE LANG NAME COMMAND...: what is told of the picture
tells() {
    sentence=$1 lang=$2; shift 2
    "$GRIOT" --lang "$lang" "$@" >printed 2>told
    spaced <told | grep picture-coarse | diff - "$sentence"
}
: >nothing
echo 'middle.md:7:1: warning: the picture “middle.png” prints coarsely, at 166 pixels an inch where 200 are wanted; ask for a larger one [picture-coarse]' >en
echo 'middle.md:7:1: warning: l’image « middle.png » sera grossière à l’impression, à 166 points par pouce quand il en faudrait 200 ; demandez-en une plus grande [picture-coarse]' >fr
echo 'coarse.md:7:1: warning: the picture “coarse.png” prints coarsely, at 120 pixels an inch where 150 are wanted; ask for a larger one [picture-coarse]' >en-150
sed 's/where 150/where 200/' en-150 >en-200
d='--date 2025-11-25'
# shellcheck disable=SC2086
{
    tells nothing en compose $d -o x.pdf middle.md
    tells nothing en compose $d --for print -o x.pdf fine.md
    for l in en fr; do tells $l $l compose $d --for print -o x.pdf middle.md; done
    tells en-150 en compose $d --for print -o x.pdf coarse.md
    tells nothing en impose --2up $d -o x.pdf middle.md
}
for name in middle coarse; do
    rm -rf out/archive
    griot publish --date 2025-11-25 $name.md >printed 2>told
    sed "s/^$name.md/sources\/$name.md/" "$([ $name = middle ] && echo en || echo en-200)" >archived
    tells archived en print 2025-11-25
done
