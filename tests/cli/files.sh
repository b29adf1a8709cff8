# Sources that are not there, that are of another kind, too large, or of no known day.
. "$TOP/tests/says.sh"
mkdir "$TMP/here"
cd "$TMP/here"
printf 'Titre\n\nUne phrase. MSDS\n' >good.txt
cp good.txt 2025-11-25.txt
cp good.txt 2025-11-26.txt
cp good.txt 2025-11-25.odt
mkdir folder.yaml
says 1 '2025-11-24.txt: error: there is no such file or folder; check the name and the folder you are in [no-such-file]' \
    '2025-11-24.txt: error: ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]' \
    compose -o out.pdf 2025-11-24.txt
# all of them are told, and what is wrong with the others too
printf 'Titre\n\nSans sigle.\n' >faulty.txt
says 1 'a.txt: error: there is no such file or folder; check the name and the folder you are in [no-such-file]
b.docx: error: there is no such file or folder; check the name and the folder you are in [no-such-file]
2025-11-25.odt: error: this kind of source is not read; sources end in .txt, .md, .docx or .eml; save it as one of these [source-kind]
faulty.txt:3:12: error: the communiqué “Titre” ends here without its ministry’s acronym; add it behind the last sentence [no-issuer]' \
    'a.txt: error: ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]
b.docx: error: ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]
2025-11-25.odt: error: ce genre de source n’est pas lu ; les sources finissent en .txt, .md, .docx ou .eml ; enregistrez-le sous l’une de ces formes [source-kind]
faulty.txt:3:12: error: le communiqué « Titre » finit ici sans le sigle de son ministère ; ajoutez-le derrière la dernière phrase [no-issuer]' \
    compose --date 2025-11-25 -o out.pdf a.txt b.docx 2025-11-25.odt faulty.txt good.txt
says 1 'good.txt: error: the edition’s date is not known: give --date 2025-11-25, or name the file 2025-11-25.txt [no-date]' \
    'good.txt: error: la date de l’édition n’est pas connue : donnez --date 2025-11-25, ou nommez le fichier 2025-11-25.txt [no-date]' \
    compose -o out.pdf good.txt
says 1 '2025-11-26.txt: error: this source is of 2025-11-26, another of 2025-11-25; say which day it is with --date [dates-differ]' \
    '2025-11-26.txt: error: cette source est du 2025-11-26, une autre du 2025-11-25 ; dites avec --date quel est le jour [dates-differ]' \
    compose -o out.pdf 2025-11-25.txt 2025-11-26.txt
# 100 MB that take no room on the disk; and a file without end
truncate -s 100M 2025-11-27.txt
ln -s /dev/zero 2025-11-28.txt
for day in 27 28; do
    says 1 "2025-11-$day.txt: error: this file is larger than 64 MB, the most that is read; is it the right one? [too-large]" \
        "2025-11-$day.txt: error: ce fichier dépasse 64 Mo, le plus qui soit lu ; est-ce le bon ? [too-large]" \
        compose -o out.pdf 2025-11-$day.txt
done
# settings
says 1 'no.yaml: error: there is no such file or folder; check the name and the folder you are in [no-such-file]' \
    'no.yaml: error: ce fichier ou dossier n’existe pas ; vérifiez le nom et le dossier courant [no-such-file]' \
    compose --newsroom no.yaml -o out.pdf 2025-11-25.txt
says 1 'folder.yaml: error: this is a folder, and a file is needed here [is-folder]' \
    'folder.yaml: error: c’est un dossier, et il faut ici un fichier [is-folder]' \
    compose --newsroom folder.yaml -o out.pdf 2025-11-25.txt
long=$(printf '%05000d' 0)
says 3 "$long.txt: error: this name is longer than the system allows; shorten it [name-too-long]" \
    "$long.txt: error: ce nom est plus long que le système ne l’admet ; raccourcissez-le [name-too-long]" \
    compose --date 2025-11-25 -o out.pdf "$long.txt"
