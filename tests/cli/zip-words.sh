# What is no ZIP file, and one whose data are damaged, is told in the reader's language alone.
. "$TOP/tests/damage.inc"
cd "$TMP"
make_archive a 2025-12-01
zip=a/editions/2025/2025-12-01.zip
cp $zip whole.zip
says() { # LANG FILE: the first thing that is said of it
    "$GRIOT" verify --lang "$1" --archive a 2>&1 | sed 's/\xC2\xA0\|\xE2\x80\xAF/ /g' | sed -n "s/^a[^ ]*zip: error: //p" | head -n 1
}
head -c 1000 whole.zip >$zip
[ "$(says en)" = 'this is no ZIP file, or one that was cut short [zip-failed]' ]
[ "$(says fr)" = 'ce n’est pas un fichier ZIP, ou il est tronqué [zip-failed]' ]
python3 - <<'PY'
import zipfile
z = zipfile.ZipFile("whole.zip")
i = next(i for i in z.infolist() if i.filename.endswith("/data/text.txt"))
b = bytearray(open("whole.zip", "rb").read())
at = i.header_offset
at += 30 + b[at + 26] + b[at + 27] * 256 + b[at + 28] + b[at + 29] * 256
b[at + i.compress_size // 2] ^= 0x55
open("a/editions/2025/2025-12-01.zip", "wb").write(b)
PY
[ "$(says en)" = '“2025-12-01/data/text.txt” in this ZIP file is damaged: its bytes are not those that were put in [zip-file-broken]' ]
[ "$(says fr)" = '« 2025-12-01/data/text.txt », dans ce fichier ZIP, est abîmé : ses octets ne sont pas ceux qui y ont été mis [zip-file-broken]' ]
