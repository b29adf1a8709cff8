# griot(1), the help in both languages and the tables of options in the source name the same
# commands and options.
page=$TOP/src/cli/griot.1
same() { # WHAT A B
    sort -u "$2" >"$TMP/a"; sort -u "$3" >"$TMP/b"
    diff "$TMP/a" "$TMP/b" && return
    echo "$1 differ: < $2, > $3"
    exit 1
}
# the options a help describes, a line each
options_of() { sed -n 's/^  \(-[-a-z0-9]*\).*/\1/p'; }
# the options a section of the page lists
listed_in() { # SECTION MACRO: Ss or Sh
    sed -n "/^\.$2 $1\$/,/^\.S[hs]/p" "$page" | sed -n 's/^\.It Fl \(.*\)/\1/p' |
        awk '{ print "-" $1; for (i = 3; $(i - 1) == ","; i += 2) print "-" $i }'
}
# the options in the synopsis of a command
in_synopsis() { # COMMAND
    sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$page" | awk -v "command=$1" '
        $1 == ".Cm" { on = $2 == command }
        $1 == ".Nm" || $1 == ".Sh" { on = 0 }
        on { for (i = 1; i <= NF; i++) if ($i == "Fl" || $i == ".Fl") print "-" $(i + 1)
             else if ($i == "|" && $(i + 1) ~ /^-/) print "-" $(i + 1) }'
}

"$GRIOT" --help --lang en >"$TMP/help"
"$GRIOT" --help --lang fr >"$TMP/help.fr"
sed -n 's/^  griot \([a-z][a-z]*\) .*/\1/p' "$TMP/help" >"$TMP/commands"
sed -n 's/^\.Ss griot //p' "$page" >"$TMP/commands.page"
sed -n 's/^    {"\([a-z]*\)", .*/\1/p' "$TOP/src/cli/desk.c" >"$TMP/commands.c"
[ -s "$TMP/commands" ]
same commands "$TMP/commands" "$TMP/commands.page"
same commands "$TMP/commands" "$TMP/commands.c"
# those of the program beside griot
sed -n 's/^    {"\([a-z]*\)", NULL, \(ARCHIVE\|FIND\), .*/\1/p' "$TOP/src/cli/desk.c" >"$TMP/beside"
sed -n 's/^    {"\([a-z]*\)", command_.*/\1/p' "$TOP/src/cli/archivist.c" >"$TMP/beside.c"
[ -s "$TMP/beside" ]
same commands "$TMP/beside" "$TMP/beside.c"
[ "$(grep -c '", NULL, FIND, ' "$TOP/src/cli/desk.c")" -eq "$(grep -c '", command_' "$TOP/src/cli/finder.c")" ]
[ "$(grep -c '", NULL, MAIL, ' "$TOP/src/cli/desk.c")" -eq "$(grep -c '", command_' "$TOP/src/cli/postman.c")" ]
sed -n 's/^  griot \([a-z][a-z]*\) .*/\1/p' "$TMP/help.fr" >"$TMP/commands.fr"
same commands "$TMP/commands" "$TMP/commands.fr"

# options of all commands: in the help at the foot, or as `griot COMMAND --help`
{ options_of <"$TMP/help"; grep -o -- ' --[a-z]*' "$TMP/help" | tr -d ' '; echo -h; } >"$TMP/all"
listed_in DESCRIPTION Sh >"$TMP/all.page"
same options "$TMP/all" "$TMP/all.page"

# every option there is, each with a value that none takes amiss, but for one that no command has:
# of these, a command takes all that it does not call unknown
sed -n 's/.*"\(-[-a-z0-9]*\)", OPTION_.*/\1/p' "$TOP"/src/cli/*.c "$TOP"/src/cli/*.h | sort -u >"$TMP/known"
taken() { # COMMAND...
    set -- "$@" $(sed 's/$/ 2025-11-25/' "$TMP/known") --none
    "$GRIOT" "$@" --lang en 2>&1 | sed -n 's/.* has no option “\(-[^”]*\)”.*/\1/p' | sort |
        comm -23 "$TMP/known" -
}

while read -r command; do
    "$GRIOT" "$command" --help --lang en | options_of >"$TMP/$command"
    "$GRIOT" "$command" --help --lang fr | options_of >"$TMP/$command.fr"
    listed_in "griot $command" Ss >"$TMP/$command.page"
    case $command in
    ministry) { taken ministry list; taken ministry add; } >"$TMP/$command.c";;
    *) taken "$command" >"$TMP/$command.c";;
    esac
    [ -s "$TMP/$command" ]
    same "options of $command" "$TMP/$command" "$TMP/$command.page"
    in_synopsis "$command" >"$TMP/$command.synopsis"
    same "options of $command in the synopsis" "$TMP/$command" "$TMP/$command.synopsis"
    same "options of $command" "$TMP/$command" "$TMP/$command.fr"
    same "options of $command" "$TMP/$command" "$TMP/$command.c"
done <"$TMP/commands"

# the environment that the program asks for
grep -oh 'getenv("[A-Z_]*")' "$TOP"/src/*/*.c | sed 's/.*"\(.*\)".*/\1/' >"$TMP/env"
sed -n '/variables\[\] = {/s/[^"]*"\([A-Z_]*\)"[^"]*/\1\n/gp' "$TOP/src/cli/main.c" | grep . >>"$TMP/env"
sed -n '/^\.Sh ENVIRONMENT/,/^\.Sh FILES/s/^\.It Ev //p' "$page" | tr -s ' ,' '\n' >"$TMP/env.page"
same variables "$TMP/env" "$TMP/env.page"
