# A day names the edition that is kept, though a folder has its name, which is told; with «./» it is the
# folder.
. "$TOP/tests/archive.inc"
day 2025-11-25 'Gardé'
griot publish 2025-11-25.txt >/dev/null
mkdir 2025-11-25
printf 'Un brouillon\n\nPas encore publié. MSDS\n' >2025-11-25/brouillon.txt
griot impose --2up -o kept.pdf 2025-11-25 >/dev/null 2>told
spaced <told | diff - /dev/fd/3 3<<'END'
2025-11-25: note: the edition that is kept is laid out; for the folder or file of this name write ./2025-11-25 [impose-namesake]
END
text kept.pdf | grep -q 'Gardé'
lang=fr
griot impose --2up -o kept.pdf 2025-11-25 >/dev/null 2>told
spaced <told | diff - /dev/fd/3 3<<'END'
2025-11-25: note: c’est l’édition gardée qui est disposée ; pour le dossier ou le fichier de ce nom écrivez ./2025-11-25 [impose-namesake]
END
griot impose --2up -o folder.pdf ./2025-11-25 >/dev/null 2>told
! grep namesake told
text folder.pdf | grep -q 'Un brouillon'
