# Pictures go into a column, or over all of them where they are wide and sharp enough; the text parts
# above such a one and goes on below it; each keeps its legend and its credit.
cd "$TMP"
PYTHONPATH=$TOP/tests python3 -B - <<'END'
import zlib
import png
for name, width, height in (('narrow', 900, 600), ('wide', 2000, 700), ('coarse', 400, 134)):
    row = b'\0' + bytes(x * 7 % 256 for x in range(width))
    with open(name + '.png', 'wb') as f:
        f.write(png.begin(width, height, 8, 0) + png.chunk(b'IDAT', zlib.compress(row * height)) +
                png.chunk(b'IEND', b''))
END
printf -- '---\ntitle: Des images\nministry: MSDS\n---\nAvant.\n' >day.md
for name in narrow wide coarse; do
    printf '\n![Une image](%s.png "Photo : la Direction")\n\nAprès %s.\n' $name $name
done >>day.md
"$GRIOT" compose --lang en --date 2025-11-25 --dump=pages day.md >pages 2>said
sed -n '/open Art/,$p' pages | grep -E '^page| image | legend | note | body ' >got
diff - got <<'END'
  text 51.02 295.75 body 9.6 0 100 "Avant."
  image 51.02 319.01 238.11 158.74
  text 51.02 490.75 legend 8.8 0 100 "Une image"
  text 51.02 503.75 note 7.4 0 100 "Photo : la Direction"
  text 315.74 295.75 body 9.6 0 100 "Après narrow."
  image 51.02 526.12 493.23 172.63
  text 51.02 711.75 legend 8.8 0 100 "Une image"
  text 51.02 724.75 note 7.4 0 100 "Photo : la Direction"
  text 60.62 750.75 body 9.6 0 100 "Après wide."
page 2
  image 51.02 72.98 238.11 79.77
  text 51.02 165.75 legend 8.8 0 100 "Une image"
  text 51.02 178.75 note 7.4 0 100 "Photo : la Direction"
  text 315.74 74.75 body 9.6 0 100 "Après coarse."
END
grep -q 'the picture “coarse.png” prints coarsely, at ' said
[ "$(grep -c picture-coarse said)" -eq 1 ]
