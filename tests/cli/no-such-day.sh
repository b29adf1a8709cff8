# A day that the calendar does not have is told as such wherever a day may stand: behind an option, in the
# names of sources, as a range or one of its ends; what has not the form of a day is told otherwise.
. ../says.sh
mkdir "$TMP/here"
cd "$TMP/here"
printf 'Un titre\n\nIl a dit oui. MSDS\n' >a.txt
cp a.txt 2025-11-31.txt
mkdir 2025-02-29
cp a.txt 2025-02-29/
for words in "compose" "publish" "check"; do
    says 2 "griot: error: --date: the calendar has no 2025-02-30; write the day that is meant [usage]" \
        "griot: error: --date : le 2025-02-30 n’existe pas au calendrier ; écrivez le jour voulu [usage]" \
        $words --date 2025-02-30 a.txt
    for source in 2025-11-31.txt 2025-02-29; do
        day=${source%.txt}
        says 1 "$source: error: the calendar has no $day; name this otherwise, or give the edition’s date as --date 2025-11-25 [no-date]" \
            "$source: error: le $day n’existe pas au calendrier ; changez ce nom, ou donnez la date de l’édition par --date 2025-11-25 [no-date]" \
            $words $source
    done
done
says 1 "a.txt: error: the edition’s date is not known: give --date 2025-11-25, or name the file 2025-11-25.txt [no-date]" \
    "a.txt: error: la date de l’édition n’est pas connue : donnez --date 2025-11-25, ou nommez le fichier 2025-11-25.txt [no-date]" \
    compose a.txt

"$GRIOT" publish --lang en --date 2025-11-25 a.txt >"$TMP/out"
"$GRIOT" list >"$TMP/out" # what SQLite keeps beside the catalogue is there from now on
for words in "list" "show" "verify" "regenerate" "print" "export -o x.zip" "skip --because x" "search titre --in"; do
    for range in 2025-02-29 2025-11-31; do
        says 2 "griot: error: the calendar has no $range; write the day that is meant [bad-range]" \
            "griot: error: le $range n’existe pas au calendrier ; écrivez le jour voulu [bad-range]" \
            $words $range
    done
done
for range in 2025-11-01..2025-11-31 2025-11-31..2025-12-01; do
    says 2 "griot: error: the calendar has no 2025-11-31; write the day that is meant [bad-range]" \
        "griot: error: le 2025-11-31 n’existe pas au calendrier ; écrivez le jour voulu [bad-range]" list $range
done
says 2 "griot: error: “hier” is no day or range: write 2025-11-25, 2025-11, 2025, A..B or all [bad-range]" \
    "griot: error: « hier » n’est ni un jour ni une période : écrivez 2025-11-25, 2025-11, 2025, A..B ou all [bad-range]" \
    list hier
