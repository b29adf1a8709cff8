# Markdown and a letter: what an edition was made from is kept whole,
# and it is made again from that.
. "$TOP/tests/archive.inc"
mkdir 2025-11-25
cat >2025-11-25/a.md <<END
---
title: Une visite
ministry: MSDS
---
Le ministre a visité l’hôpital.
END
printf 'Subject: Une lettre\nFrom: Presse <p@example.org>\nDate: Tue, 25 Nov 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nUne lettre\n\nLe texte de la lettre est bref. MSDS\n' >2025-11-25/b.eml
same() { # NAME
    griot regenerate "$1" -o again >printed
    cmp "again/$1.pdf" "out/$1.pdf"
    cmp "again/$1.html" "out/$1.html"
}
griot publish 2025-11-25 >printed
same 2025-11-25
unzip -Z1 out/archive/editions/2025/2025-11-25.zip >files
unzip -p out/archive/editions/2025/2025-11-25.zip 2025-11-25/data/sources/2025-11-25/a.md | cmp - 2025-11-25/a.md
grep -q 'sources/2025-11-25/b.eml.' files
recipe 2025-11-25 | grep -q '^notes: ".*p@example.org'

# each by its own path
griot publish --because 'Sans la lettre' --date 2025-11-25 2025-11-25/a.md >printed
same 2025-11-25.r2
griot publish --because 'La lettre seule' --date 2025-11-25 2025-11-25/b.eml >printed
same 2025-11-25.r3
