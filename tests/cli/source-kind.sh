# A source of another kind, named itself, is told with what to do, as one in a folder is.
cd "$TMP"
: >2025-11-25.odt
told() { "$GRIOT" compose --lang "$1" 2025-11-25.odt 2>&1 && exit 1; true; }
[ "$(told en)" = '2025-11-25.odt: error: this kind of source is not read; sources end in .txt, .md, .docx or .eml; save it as one of these [source-kind]' ]
[ "$(told fr)" = '2025-11-25.odt: error: ce genre de source n’est pas lu ; les sources finissent en .txt, .md, .docx ou .eml ; enregistrez-le sous l’une de ces formes [source-kind]' ]
