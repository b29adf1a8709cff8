# What is exported comes out the same in an empty archive; in another it continues the chain, or fills
# what is lost; what is damaged, foreign or in conflict is refused, and the archive stays as it was.
. "$TOP/tests/damage.inc"
cd "$TMP"
trees() { # ARCHIVE: all that must be equal
    (cd "$1" && find . -type f ! -name 'catalogue.sqlite*' ! -name journal.jsonl -exec sha256sum {} + |
        LC_ALL=C sort -k 2)
}
refuses() { # ARCHIVE CODES WORD...
    archive=$1 codes=$2
    shift 2
    trees "$archive" >"$TMP/before"
    told import --archive "$archive" "$@"
    [ $status -eq 1 ] || { echo "status $status: $*"; cat "$TMP/said"; exit 1; }
    sed 's/.* //' "$TMP/codes" | LC_ALL=C sort -u | tr '\n' ' ' | grep -qx "$codes " ||
        { echo "not $codes: $*"; cat "$TMP/said"; exit 1; }
    trees "$archive" | diff "$TMP/before" -
}
make_archive a 2025-12-01 2025-12-02 2025-12-03
(day_text 2025-12-01; echo; day_text autre) >2025-12-01.txt
"$GRIOT" publish --archive a --because "Un ajout" 2025-12-01.txt >/dev/null 2>said
"$GRIOT" export --archive a all -o all.zip >printed
[ "$(cat printed)" = all.zip ]
"$GRIOT" export --archive a all -o again.zip >printed
cmp all.zip again.zip
# the file is a bag, as any tool sees it
unzip -q all.zip
(cd griot-export && sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt)

# into an empty archive
"$GRIOT" import --archive b all.zip >printed
trees a >was
trees b | diff was -
"$GRIOT" verify --lang en --archive b 2>&1 | grep -q 'verified: 4'
"$GRIOT" search --archive b élection >found
[ "$(wc -l <found)" -eq 4 ]
told import --archive b all.zip
[ $status -eq 0 ]
grep -q import-same "$TMP/notes"

# the rest of a chain; all of it at once
take() { # NAME EDITION...
    rm -rf "$1"; cp -r a "$1"; rm -rf "$1"/catalogue.sqlite* "$1"/journal.jsonl "$1"/editions/2025/*
    name=$1; shift
    for e; do cp "a/editions/2025/$e.zip" "$name/editions/2025/"; last=$e; done
    sha256sum <"a/editions/2025/$last.zip" | cut -c 1-64 >"$name/head"
}
take c 2025-12-01 2025-12-02
"$GRIOT" import --archive c all.zip >printed
[ "$(wc -l <printed)" -eq 2 ]
trees c | diff was -
# what was lost comes back to its place
rm c/editions/2025/2025-12-02.zip
"$GRIOT" verify --archive c >said 2>&1 && exit 1
"$GRIOT" import --archive c all.zip >printed
[ "$(cat printed)" = c/editions/2025/2025-12-02.zip ]
trees c | diff was -
"$GRIOT" verify --archive c >said 2>&1

# refused
"$GRIOT" export --archive a 2025-12-03 -o third.zip >printed
take d 2025-12-01
refuses d import-foreign third.zip
make_archive e 2025-11-01
refuses e 'import-first import-foreign' all.zip
make_archive f 2025-12-02
refuses f 'import-conflict import-first import-foreign' all.zip
rm -rf none
told import --archive none third.zip
[ $status -eq 1 ]
[ ! -e none ]
# damaged: in a bundle, in the outer file, in a resource, with something strange
broken() { # NAME PYTHON: changes files, a dictionary of names and bytes, and writes an honest bag
    python3 - "$1" "$2" <<'PY'
import hashlib, sys, zipfile
name, change = sys.argv[1:]
z = zipfile.ZipFile('all.zip')
base = 'griot-export/'
files = {n[len(base):]: z.read(n) for n in z.namelist()}
payload = {n: b for n, b in files.items() if n.startswith('data/')}
bundle = 'data/editions/2025/2025-12-02.zip'
resource = sorted(n for n in payload if n.endswith('.gz'))[0]
exec(change)
sha = lambda b: hashlib.sha256(b).hexdigest()
files['manifest-sha256.txt'] = ''.join(f'{sha(b)}  {n}\n' for n, b in payload.items()).encode()
tags = {n: files[n] for n in ('bagit.txt', 'bag-info.txt', 'manifest-sha256.txt')}
tags['tagmanifest-sha256.txt'] = ''.join(f'{sha(b)}  {n}\n' for n, b in tags.items()).encode()
with zipfile.ZipFile(name, 'w') as out:
    for n, b in {**tags, **payload}.items():
        out.writestr(base + n, b)
PY
}
broken same.zip ''
"$GRIOT" import --archive g same.zip >printed
broken x.zip 'payload[bundle] = payload[bundle][:-1]'
refuses g zip-failed x.zip
broken x.zip 'payload[resource] = payload[resource][:-1]'
refuses g resource-broken x.zip
broken x.zip 'payload["data/x"] = b""'
refuses g cargo-strange x.zip
broken x.zip 'payload["data/editions/2025/2025-12-05.zip"] = payload.pop(bundle)'
refuses g bundle-other x.zip
broken x.zip 'payload = {}'
refuses g cargo-empty x.zip
take h 2025-12-01
rm -rf h/resources
broken x.zip 'del payload[resource]'
refuses h import-resource x.zip
head -c 1000 all.zip >x.zip
refuses g zip-failed x.zip

# a file of more than 4 GiB, most of it a hole, is read as any other; and one cut off there is refused
python3 - <<'PY'
import zipfile
with zipfile.ZipFile('all.zip') as was, zipfile.ZipFile('far.zip', 'w') as out:
    for i, name in enumerate(was.namelist()):
        if i == 5:
            out.start_dir = 5 << 30
        out.writestr(name, was.read(name))
PY
"$GRIOT" import --archive far far.zip >printed
trees far | diff was -
truncate -s 5G far.zip
refuses g zip-failed far.zip
rm far.zip

# what is no file on a disk, and an output that is none
cat all.zip | told import --archive g /dev/stdin
echo '/dev/stdin not-on-disk' | diff "$TMP/codes" -
"$GRIOT" export --archive a all -o - | cmp all.zip -
# a disk that gets full anywhere in the file: nothing of it is left
echo before >x.zip
for kilobytes in 1 8 64 512 2048; do
    status=0
    (ulimit -f $((2 * kilobytes)) && exec "$GRIOT" export --lang en --archive a all -o x.zip) >printed 2>said || status=$?
    [ $status -eq 3 ] || { echo "status $status with $kilobytes KiB"; cat said; exit 1; }
    grep -q '^x.zip: error: the system allows no more bytes here' said
    [ ! -s printed ]
    echo before | cmp x.zip -
done
! ls -A | grep griot-[^e] || exit 1
