# Of Markdown a finding's place is in the file; of a Word file or a letter it is in the Markdown that `griot
# convert` makes of it. Code is not looked into, nor are addresses.
. "$TOP/tests/check.inc"
python3 -B "$TOP/tests/convert/docx.py" "$TMP"
faults >a.md
cat >lettre.eml <<'END'
From: C <c@m.example>
Subject: La 2eme visite
Date: Tue, 25 Nov 2025 10:00:00 +0000
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

A l’ordre du jour. Il a a dit. MSDS
END
"$GRIOT" check --json --newsroom newsroom.yaml --date 2025-11-25 a.md faults.docx lettre.eml 2>said |
    jq -r '"\(.file):\(.line):\(.col) \(.rule) \(.words)"' >got
diff - got <<'END'
a.md:2:12 ordinal 2ème
a.md:2:17 title-point visite.
a.md:5:4 capital-accent A l’ordre
a.md:7:4 doubled-word a a
a.md:7:16 english-quotes “oui”
a.md:7:25 doubled-space l’Etat  ;
a.md:7:27 capital-accent Etat
a.md:7:42 doubled-word la la
a.md:9:8 capital-accent Etat
a.md:10:3 two-spellings État
a.md:10:16 ordinal 3ème
a.md:12:7 ligature oeuvre
a.md:13:10 capital-accent Economie
faults.docx:2:12 ordinal 2ème
faults.docx:2:17 title-point visite.
faults.docx:6:21 capital-accent A l’ordre
faults.docx:8:4 doubled-word a a
lettre.eml:2:12 ordinal 2eme
lettre.eml:6:1 capital-accent A l’ordre
lettre.eml:6:23 doubled-word a a
END
# where a Word file's findings lead
"$GRIOT" convert faults.docx 2>said | sed -n 2p | cut -c 12-16 | grep -q '^2ème'
# sources that are no text get no list of fixes
"$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 --fix-list faults.docx >got 2>said
[ ! -s got ]
grep -q 'there is nothing to propose' said
"$GRIOT" check --json --newsroom newsroom.yaml --date 2025-11-25 a.md faults.docx lettre.eml 2>said |
    jq -r 'select(.rule == "capital-accent") | "\(.file) \(.sure)"' | sort -u >got
diff - got <<'END'
a.md true
faults.docx false
lettre.eml false
END
