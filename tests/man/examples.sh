# The examples of the manual pages run, with the status and the output that the pages show.
#
# In a page's comments, «files: NAME...» brings a seed; «file: NAME» makes a file of the comment
# lines behind it that start with |, or else of the next display; «make: COMMAND» is run unseen;
# «status: N» is what the commands of the next display end with. In a display, "$ " starts a
# command, which a \ at the end continues; what follows, up to the next, is its output, told apart
# from what came by more than blanks. Each display is a shell of its own, each page a folder.
griot=$GRIOT
bin=$TMP/bin
mkdir "$bin"
ln -s "$griot" "$bin/griot"
GRIOT_SHARE=$(dirname "$(dirname "$griot")")/share/griot
PATH=$bin:$PATH
export GRIOT_SHARE PATH

cat >"$TMP/split.awk" <<'END'
function save(name) { gsub(/\\e/, "\\"); gsub(/\\&/, ""); gsub(/\\\[u00A0\]/, "\302\240"); print > name }
/^\.\\" files: /  { print "cp " seeds "/" $3 " ." > "steps"; next }
/^\.\\" make: /   { sub(/^[^:]*: /, ""); print > "steps"; next }
/^\.\\" status: / { status = $3; next }
/^\.\\" file: /   { file = "files/" ++n; hidden = 0; print "mkdir -p $(dirname " $3 "); cp " top "/" file " " $3 > "steps"; next }
/^\.\\" \| ?/     { sub(/^\.\\" \| ?/, ""); save(file); hidden = 1; next }
hidden            { file = ""; hidden = 0 }
/^\.Bd -literal/  { display = 1; if (!file) { file = "files/" ++n; print "display " top "/" file " " status + 0 > "steps" } next }
/^\.Ed/           { display = 0; file = ""; status = 0; next }
display           { save(file) }
END

# one command and what it must print
run() { # COMMAND EXPECTED STATUS
    got=0
    eval "$1" >"$TMP/out" 2>&1 || got=$?
    [ $got -eq "$3" ] || { echo "status $got: $1"; cat "$TMP/out"; exit 1; }
    [ -s "$2" ] || return 0
    for f in "$2" "$TMP/out"; do tr -s ' \n' ' ' <"$f" >"$f.flat"; done
    diff "$2.flat" "$TMP/out.flat" || { echo "printed by: $1"; exit 1; }
}
display() { ( # FILE STATUS
    command=; more=
    : >"$TMP/expected"
    while IFS= read -r line; do
        if [ -n "$more" ]; then command="${command%\\} $line"
        elif [ "${line#\$ }" != "$line" ]; then
            [ -z "$command" ] || run "$command" "$TMP/expected" "$2"
            : >"$TMP/expected"; command=${line#\$ }
        else echo "$line" >>"$TMP/expected"; continue; fi
        more=; case $line in *\\) more=1;; esac
    done <"$1"
    [ -z "$command" ] || run "$command" "$TMP/expected" "$2"
) || exit 1; }

for page in "$TOP"/src/*/*.[1-9]; do
    at=$TMP/$(basename "$page")
    mkdir -p "$at/files" "$at/here"
    cd "$at"
    awk -v top="$at" -v seeds="$TOP/seeds" -f "$TMP/split.awk" "$page"
    [ -f steps ] || continue
    cp "$TOP/styles/newsroom.yaml" "$TOP/styles/ministries.yaml" here/
    cd here
    while IFS= read -r step; do echo "$page: $step" >>"$TMP/said"; eval "$step" </dev/null; done <../steps
done
