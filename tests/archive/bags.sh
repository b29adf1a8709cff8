# Each bundle, unzipped, is a valid BagIt 1.0 bag to a reader of our own that knows nothing of griot
# (bagit.py), and so is what export makes; with names that manifests must write otherwise, too.
. "$TOP/tests/archive.inc"
bagit() { python3 "$TOP/tests/archive/bagit.py" "$@"; }
day 2025-12-01 "Le titre"
mkdir 2025-12-02
cp 2025-12-01.txt "2025-12-02/100%.txt"
cp 2025-12-01.txt "2025-12-02/été %0A %25.txt"
cp "$seed" 2025-11-25.txt
griot publish 2025-11-25.txt >said 2>&1
griot publish --number 335 2025-12-01.txt >said 2>&1
griot publish 2025-12-02 >said 2>&1
griot publish --because "Une raison" --date 2025-12-01 2025-12-01.txt "2025-12-02/100%.txt" >said 2>&1
griot publish --special --number 1 --date 2025-12-01 2025-12-01.txt >said 2>&1
griot skip --because "Fête" 2025-12-03 >said 2>&1
griot export -o all.zip all >said 2>&1
mkdir bags
for f in out/archive/editions/*/*.zip all.zip; do unzip -q -d bags "$f"; done
[ "$(ls bags | wc -l)" -eq 7 ]
bagit bags/* >said 2>&1 || { cat said; exit 1; }
grep -q 'data/sources/2025-12-02/100%25\.txt$' bags/2025-12-02/manifest-sha256.txt
grep -q 'data/sources/2025-12-02/été %250A %2525\.txt$' bags/2025-12-02/manifest-sha256.txt
griot verify >said 2>&1
griot regenerate -o again all >said 2>&1
# a source whose name no manifest can carry safely is refused, and nothing is kept
cp 2025-12-01.txt "$(printf '2025-12-04\rx.txt')"
state >was
ended=0
griot publish --date 2025-12-04 "$(printf '2025-12-04\rx.txt')" >said 2>told || ended=$?
[ $ended -eq 1 ] && grep -q 'zip-name-unsafe' told
state | diff was -
# and the reader sees what is wrong: each fault of a bag, by its words
wrong() { # WORDS COMMAND...
    words=$1; shift
    rm -rf bag; cp -r bags/2025-12-03 bag
    (cd bag && "$@")
    ! bagit bag 2>told || { echo "valid: $*"; exit 1; }
    grep -q "$words" told || { echo "not $words: $*"; cat told; exit 1; }
}
wrong 'no bagit.txt' rm bagit.txt
wrong 'does not declare' sed -i s/1.0/x/ bagit.txt
wrong 'is not complete' rm data/text.txt
wrong 'is not as manifest' sed -i s/F/f/ data/text.txt
wrong 'is not as tagmanifest' sed -i s/Bagging/Tagging/ bag-info.txt
wrong 'not listed' touch data/more
wrong 'listed twice' sed -i p manifest-sha256.txt
wrong 'out of the bag' sed -i 's,data/text,../text,' manifest-sha256.txt
