# What verify promises of a bundle whose outputs alone are damaged: regenerate makes them again from the
# rest, and holds them against the hashes that the recipe has. Where an input is damaged, nothing comes.
. "$TOP/tests/archive.inc"
for date in 2025-11-24 2025-11-25; do
    day $date 'Un titre'
    griot publish $date.txt >printed
done
bundle=out/archive/editions/2025/2025-11-25.zip
cp $bundle sound.zip
damage() { # FILE: a byte of it within the bundle
    cp sound.zip $bundle
    python3 - $bundle "2025-11-25/data/$1" <<'PY'
import sys, zipfile
path, name = sys.argv[1:]
i = zipfile.ZipFile(path).getinfo(name)
b = bytearray(open(path, 'rb').read())
head = i.header_offset
start = head + 30 + int.from_bytes(b[head + 26:head + 28], 'little') + int.from_bytes(b[head + 28:head + 30], 'little')
b[start + i.compress_size // 2] ^= 0x10
open(path, 'wb').write(b)
PY
    rm -rf again
    status=0
    griot regenerate -o again 2025-11-25 >printed 2>told || status=$?
    [ $status -eq 1 ]
    grep -q "^$bundle.*: error: " told
}
for file in bulletin.pdf bulletin.html text.txt; do
    damage $file
    cmp again/2025-11-25.pdf out/2025-11-25.pdf
    cmp again/2025-11-25.html out/2025-11-25.html
    grep -qx again/2025-11-25.pdf printed
    grep -qxF "$bundle: note: 2025-11-25 came out of the rest of its damaged bundle as its recipe says it was kept; griot import of a sound copy mends the bundle, once this file is moved away [again-mended]" told
done
lang=fr griot regenerate -o again 2025-11-25 >printed 2>told || [ $? -eq 1 ]
spaced <told | grep -qxF "$bundle: note: 2025-11-25 est ressortie du reste de sa liasse abîmée telle que sa recette dit qu’elle fut gardée ; griot import d’une copie saine répare la liasse, une fois ce fichier écarté [again-mended]"
for file in sources/2025-11-25.txt styles/newsroom.yaml recipe.yaml; do
    damage $file
    [ ! -e again ] && [ ! -s printed ]
done

# what comes out is not what the recipe says
cp sound.zip $bundle
python3 "$TOP/tests/remake.py" $bundle \
    'swap("data/recipe.yaml", digest(f["data/bulletin.pdf"]), b"0" * 64); right()'
for lang in en fr; do griot regenerate -o again 2025-11-25 >printed 2>told.$lang || [ $? -eq 1 ]; done
tail -n 1 told.en | diff - /dev/fd/3 3<<END
$bundle: error: what comes out of the rest of the damaged bundle of 2025-11-25 is not what its recipe says was kept [again-not-mended]
END
tail -n 1 told.fr | spaced | diff - /dev/fd/3 3<<END
$bundle: error: ce qui ressort du reste de la liasse abîmée de 2025-11-25 n’est pas ce que sa recette dit avoir été gardé [again-not-mended]
END
[ ! -e again ] && [ ! -s printed ]
lang=en

# a sound copy mends the bundle, as the note says
cp sound.zip $bundle
griot export -o cargo.zip all >printed
damage bulletin.pdf
mv $bundle damaged.zip
griot import cargo.zip >printed
cmp sound.zip $bundle
griot verify 2>told

# also where the catalogue was made anew meanwhile
mv $bundle damaged.zip
griot reindex >printed 2>told
griot import cargo.zip >printed
griot verify 2>told
[ "$(grep -c . told)" -eq 1 ]
griot list | grep -q '^2025-11-25 '
