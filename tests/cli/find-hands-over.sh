# What the catalogue answers comes from a program that cannot open bundles: where the catalogue lacks
# an edition, or is not there, it goes on as the one that can, with the same words, and says the same.
. "$TOP/tests/archive.inc"
for d in 1 2 3; do day 2025-03-0$d "Le $d mars"; done
griot publish --batch 2025-03-0?.txt >printed
griot list --json >listed
[ "$(wc -l <listed)" -eq 3 ]
find="$(dirname "$GRIOT")/../libexec/griot/griot-find"
"$find" list --json --archive out/archive | diff listed -
cp out/archive/catalogue.sqlite whole
python3 - <<'END'
import sqlite3
db = sqlite3.connect("out/archive/catalogue.sqlite")
db.execute("DELETE FROM edition WHERE title LIKE '%2 mars%'")
db.commit()
END
griot list --json 2025-03 | diff listed -
rm out/archive/catalogue.sqlite*
griot list --json >again 2>told
diff listed again
grep -q 'no-catalogue' told && [ "$(wc -l <told)" -eq 1 ]
lang=fr griot list 2>told >again
grep -q 'le catalogue manque' told
"$find" --version | grep -q '^SQLite'
