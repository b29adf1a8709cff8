# What is in another language than what is around it says so by its tag, down to a few words, and
# nothing else does; a row of the contents is heard with the words of its page, a picture by what it
# shows.
. ./inputs
make_inputs
# heard NAME: as NAME's tag tree has it.
heard() {
    compose "$1"
    /usr/bin/python3 -B heard.py "$TMP/$1.pdf" >"$TMP/got"
    diff - "$TMP/got"
}
heard tongues <<'TREE'
Document fr
Span en «A title in English»
Span , page 1 «1»
H3 en «A title in English»
Span bm «Aw ni ce»
Span en «Things Fall Apart»
H4 en «A heading»
P en «A paragraph that is written in English, with misunderstandings and internationalization.»
P en «Quoted in English.»
Span en «one»
Figure A dot, from nearby «A dot, from nearby»
Span en «Months»
TREE
heard other <<'TREE'
Document fr
Span bm «Kunnafoni»
Span , page 1 «1»
Art bm «…»
Span fr-ML «Voici du français.»
TREE
heard insets <<'TREE'
Document fr
Span , page 1 «1»
Figure Un point, vu de près «Un point, vu de près»
TREE
