#!/bin/sh
# tests/run.sh GRIOT PROGRAMS [NAME...]: runs the tests and counts them.
#
#   PROGRAMS/*/*       unit tests: each must end with status 0
#   tests/*/*.sh       scripts: likewise; they find the program in $GRIOT and a folder in $TMP
#   tests/*/*.SUFFIX   expected output of the source of the same name (.txt, .md, or a folder):
#       .edition .lines .pages    what --dump prints
#       .html                     the twin, without its style sheet and our version; it must be
#                                 well-formed XML
#       .diag .diag.fr            what is said on standard error, in English or French, and the
#                                 status; a source that fails must leave no output
#       .check .check.fr          likewise what `check` says, by check/newsroom.yaml where there are
#                                 no .args
#   A file NAME.args beside them has further arguments.
#
# LOCPATH must name a folder that has de_DE.UTF-8.
#
# With NAMEs, only tests whose name contains one of them. Comparison is exact.
set -u
cd "$(dirname "$0")" || exit 2
GRIOT=$1 programs=$2
shift 2
export GRIOT
export LSAN_OPTIONS="suppressions=$(pwd)/lsan.supp:print_suppressions=0"
TOP=$(cd .. && pwd)
export TOP
all=$(mktemp -d) || exit 2
trap 'rm -rf "$all"' EXIT
passed=0 failed=0

wanted() { # NAME PATTERN...
    name=$1; shift
    [ $# -eq 0 ] && return 0
    for pattern; do case $name in *"$pattern"*) return 0;; esac; done
    return 1
}

report() { # NAME STATUS
    if [ "$2" -eq 0 ]; then passed=$((passed + 1)); else
        failed=$((failed + 1)); echo "FAILED $1 ($LC_ALL)"; sed 's/^/  /' "$work/said" | head -n 40; fi
}

source_of() { # the source that an expected file speaks of
    for source in "$1" "$1.md" "$1.txt"; do [ ! -e "$source" ] || break; done
    echo "$source"
}

golden() { # EXPECTED STEM SUFFIX
    args="--date 2025-11-25"
    [ -f "$2.args" ] && args="$args $(cat "$2.args")"
    out=$work/golden.pdf
    rm -f "$out" "${out%.pdf}.html"
    case $3 in
    diag*)
        lang=en; [ "$3" = diag.fr ] && lang=fr
        # shellcheck disable=SC2086
        "$GRIOT" compose --lang $lang $args -o "$out" "$(source_of "$2")" >/dev/null 2>"$work/got"
        status=$?
        echo "status $status" >>"$work/got"
        if [ $status -ne 0 ] && ls "$work"/golden.* >/dev/null 2>&1; then echo "an output was left" >>"$work/got"; fi;;
    check*)
        lang=en; [ "$3" = check.fr ] && lang=fr
        [ -f "$2.args" ] || args="$args --newsroom check/newsroom.yaml"
        # shellcheck disable=SC2086
        "$GRIOT" check --lang $lang $args "$(source_of "$2")" >"$work/got" 2>&1
        echo "status $?" >>"$work/got";;
    html)
        # shellcheck disable=SC2086
        "$GRIOT" compose --lang en $args -o "$out" "$(source_of "$2")" >/dev/null 2>"$work/got" &&
            xmllint --noout "${out%.pdf}.html" >"$work/got" 2>&1 &&
            sed '/^<style>$/,/^<\/style>$/d; s/"griot [0-9.]*"/"griot"/' "${out%.pdf}.html" \
                >"$work/got";;
    *)
        # shellcheck disable=SC2086
        "$GRIOT" compose --lang en $args --dump="$3" "$(source_of "$2")" >"$work/got" 2>&1;;
    esac
    diff "$1" "$work/got" >"$work/said" 2>&1
}

run_all() { # NAME...
    for program in "$programs"/*/*; do
        [ -x "$program" ] && [ ! -d "$program" ] || continue
        name=${program#"$programs"/}
        wanted "$name" "$@" || continue
        "$program" >"$work/said" 2>&1
        report "$name" $?
    done
    for script in ladder.sh */*.sh; do
        [ -f "$script" ] || continue
        wanted "$script" "$@" || continue
        TMP=$work/tmp; mkdir -p "$TMP"; export TMP
        (cd "$(dirname "$script")" && sh -eu "./$(basename "$script")") >"$work/said" 2>&1
        status=$?
        [ $status -eq 0 ] || [ ! -f "$TMP/said" ] || tail -n 20 "$TMP/said" >>"$work/said"
        report "$script" $status
        rm -rf "$TMP"
    done
    for expected in */*.edition */*.lines */*.pages */*.html */*.diag */*.diag.fr \
        */*.check */*.check.fr; do
        [ -f "$expected" ] || continue
        wanted "$expected" "$@" || continue
        suffix=${expected##*.}; stem=${expected%.*}
        case $stem in
        *.diag) suffix=diag.fr; stem=${stem%.diag};;
        *.check) suffix=check.fr; stem=${stem%.check};;
        esac
        golden "$expected" "$stem" "$suffix"
        report "$expected" $?
    done
}

# All tests twice, side by side: plainly, and where numbers have a decimal comma.
for locale in C de_DE.UTF-8; do
    work=$all/$locale; mkdir "$work"
    (LC_ALL=$locale; export LC_ALL; run_all "$@"; echo "$passed $failed" >"$all/$locale.sum") &
done
wait
for locale in C de_DE.UTF-8; do
    read -r p f <"$all/$locale.sum" || exit 2
    passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
