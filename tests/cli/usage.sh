# A command line that is wrong: status 2, the word that is wrong, and the word that was probably meant.
. "$TOP/tests/says.sh"
mkdir "$TMP/here"
cd "$TMP/here"
touch 2025-11-25.txt
u() { # ENGLISH FRENCH WORD...
    english=$1 french=$2
    shift 2
    says 2 "griot: error: $english [usage]" "griot: error: $french [usage]" "$@"
}
u 'a command is needed; see griot --help' 'il faut une commande ; voyez griot --help'
u 'there is no command “compsoe”; did you mean “compose”?' \
    'il n’y a pas de commande « compsoe » ; pensiez-vous à « compose » ?' compsoe
u 'there is no command “plait”; see griot --help' \
    'il n’y a pas de commande « plait » ; voyez griot --help' plait
u 'griot has no option “--hlep”; did you mean “--help”?' \
    'griot n’a pas d’option « --hlep » ; pensiez-vous à « --help » ?' --hlep
u 'griot has no option “-V”; see griot --help' 'griot n’a pas d’option « -V » ; voyez griot --help' -V
u 'griot compose has no option “--styl”; did you mean “--style”?' \
    'griot compose n’a pas d’option « --styl » ; pensiez-vous à « --style » ?' compose --styl=x 2025-11-25.txt
u 'griot compose has no option “-x”; see griot compose --help' \
    'griot compose n’a pas d’option « -x » ; voyez griot compose --help' compose -x
u 'a source is needed: a day text like 2025-11-25.txt' \
    'il faut une source : un texte du jour comme 2025-11-25.txt' compose
u 'the option -o needs a value' 'l’option -o demande une valeur' compose -o '' 2025-11-25.txt
u 'the option --style needs a value' 'l’option --style demande une valeur' compose 2025-11-25.txt --style=
u 'the option --proof takes no value' 'l’option --proof n’admet pas de valeur' compose --proof=yes 2025-11-25.txt
u '--date cannot be “25/11/2025”; write it like 2025-11-25' \
    '--date ne peut valoir « 25/11/2025 » ; écrivez par exemple 2025-11-25' compose --date 25/11/2025 2025-11-25.txt
u '--number cannot be “0”; write it like 329' \
    '--number ne peut valoir « 0 » ; écrivez par exemple 329' compose --number 0 2025-11-25.txt
for size in 0 k 300kB 3G -1 2148M; do
    u "--max-bytes cannot be “$size”; write it like 300k" \
        "--max-bytes ne peut valoir « $size » ; écrivez par exemple 300k" compose --max-bytes=$size 2025-11-25.txt
done
u '--for and --max-bytes exclude each other; give one of them' \
    '--for et --max-bytes s’excluent ; donnez l’une des deux' compose --for print --max-bytes 2M 2025-11-25.txt
u '--dump must be one of edition, lines, pages, not “page”' \
    '--dump doit valoir edition, lines, pages, et non « page »' compose --dump=page 2025-11-25.txt
u '--dump and -o exclude each other; give one of them' \
    '--dump et -o s’excluent ; donnez l’une des deux' compose --dump=pages -ox.pdf 2025-11-25.txt
for word in '' lits; do
    u 'griot ministry is followed by one of list, add; see griot ministry --help' \
        'griot ministry doit être suivi d’un de ces mots : list, add ; voyez griot ministry --help' ministry $word
done
u 'griot ministry list takes no argument “MSDS”; see griot ministry list --help' \
    'griot ministry list n’admet pas d’argument « MSDS » ; voyez griot ministry list --help' ministry list MSDS
u 'griot ministry add takes no argument “x”; see griot ministry add --help' \
    'griot ministry add n’admet pas d’argument « x » ; voyez griot ministry add --help' \
    ministry add MEF Ministère x --from 2025-01-01

# several faults are told at once
says 2 'griot: error: griot compose has no option “--x”; see griot compose --help [usage]
griot: error: --date cannot be “today”; write it like 2025-11-25 [usage]
griot: error: --dump must be one of edition, lines, pages, not “x” [usage]' \
    'griot: error: griot compose n’a pas d’option « --x » ; voyez griot compose --help [usage]
griot: error: --date ne peut valoir « today » ; écrivez par exemple 2025-11-25 [usage]
griot: error: --dump doit valoir edition, lines, pages, et non « x » [usage]' \
    compose --x --date today --dump x
says 2 'griot: error: griot ministry add needs ACRONYM NAME; see griot ministry add --help [usage]
griot: error: griot ministry add needs --from; see griot ministry add --help [usage]' \
    'griot: error: griot ministry add demande SIGLE NOM ; voyez griot ministry add --help [usage]
griot: error: griot ministry add demande --from ; voyez griot ministry add --help [usage]' ministry add MEF
cp -rs "$(dirname "$GRIOT")/../share/griot" share
find share/styles -name '*.yaml' ! -name officiel.yaml ! -name ministries.yaml ! -name newsroom.yaml -delete
cp share/styles/officiel.yaml share/styles/sobre.yaml
GRIOT_SHARE=share
export GRIOT_SHARE
says 2 'griot: error: there is no style “officie”; there are: officiel, sobre [unknown-style]' \
    'griot: error: il n’y a pas de style « officie » ; il y a : officiel, sobre [unknown-style]' \
    compose --style officie 2025-11-25.txt
unset GRIOT_SHARE

# the language of messages is that of the environment
said() { # LANG SENTENCE
    [ "$(LC_ALL=$1 "$GRIOT" 2>&1)" = "griot: error: $2 [usage]" ]
}
said fr_ML.UTF-8 'il faut une commande ; voyez griot --help'
said fr_FR@euro 'il faut une commande ; voyez griot --help'
said fr 'il faut une commande ; voyez griot --help'
said en_GB 'a command is needed; see griot --help'
said frp_FR 'a command is needed; see griot --help' # Arpitan is not French
[ "$("$GRIOT" compose -- --help 2>&1 | tail -n 1 | cut -d: -f1)" = --help ] # behind --: a name
