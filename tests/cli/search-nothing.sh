# A search that finds nothing says so, and what to try; the status is 0.
cd "$TMP"
printf 'Un titre\n\nIl est court. MSDS\n' >2025-11-25.txt
"$GRIOT" publish 2025-11-25.txt >/dev/null
nothing() { "$GRIOT" search --lang "$1" fleuve 2>&1 >found; [ ! -s found ]; }
[ "$(nothing en)" = 'griot: note: no communiqué has all of these words; try fewer of them, or the start of one: elec* [search-nothing]' ]
[ "$(nothing fr)" = 'griot: note: aucun communiqué ne contient tous ces mots ; essayez-en moins, ou un début de mot : elec* [search-nothing]' ]
[ -z "$("$GRIOT" search court 2>&1 >/dev/null)" ]
# a ministry of which there is nothing at all is another matter than words that it did not use
of() { "$GRIOT" search --lang "$1" --ministry "$2" fleuve 2>&1 >found; [ ! -s found ]; }
[ "$(of en XYZ)" = 'griot: note: no edition of the archive has a communiqué of “XYZ”; acronyms are as griot ministry list has them [search-no-ministry]' ]
[ "$(of fr XYZ)" = 'griot: note: aucune édition de ces archives n’a de communiqué de « XYZ » ; les sigles sont ceux de griot ministry list [search-no-ministry]' ]
[ "$(of en MSDS)" = "$(nothing en)" ]
