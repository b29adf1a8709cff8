# Texts that are made to cost: each is read or refused. A reader whose time grows with the square of
# one of them would not end within the limit, which is thousands of many what is needed.
ulimit -t 300
front='---
title: T
ministry: MSDS
lang: en
---
'
many() { # N TEXT: the text as often
    awk -v n="$1" -v t="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", t }'
}
try() { # NAME STATUS: the text on standard input
    { printf '%s' "$front"; cat; echo; } >"$TMP/x.md"
    status=0
    "$GRIOT" compose --date 2025-11-25 --dump=edition "$TMP/x.md" >"$TMP/out" 2>"$TMP/said" || status=$?
    [ "$status" -eq "$2" ] || { echo "$1: status $status"; head -c 300 "$TMP/said"; exit 1; }
}
n=6000
many $n '*a **a ' | try 'open emphasis' 0
many $n '_a ' | try 'open underscores' 0
many $n '*a_ ' | try 'crossed emphasis' 0
{ printf 'a**b'; many $n 'c* '; } | try 'multiples of three' 0
many $n '[a' | try 'open brackets' 0
many $n 'a]' | try 'shut brackets' 0
{ many $n '['; printf a; many $n ']'; } | try 'nested brackets' 0
many $n '[a](<b' | try 'open addresses' 0
many $n '![[]()' | try 'pictures that are none' 1
many $n '<a@b.c' | try 'open addresses of mail' 0
many $n '&amp;' | try 'entities' 0
many $n 'a\\*' | try 'backslashes' 0
awk 'BEGIN { for (i = 1; i < 200; i++) { printf "e"; for (k = 0; k < i; k++) printf "`" } }' | try 'backticks' 0
many $n 'a  
' | try 'hard breaks' 0
many 200 '> ' | try 'nested quotations' 1
many 200 '- ' | try 'nested lists' 1
awk 'BEGIN { for (i = 0; i < 40; i++) { printf "%*s* a\n", 2 * i, "" } }' | try 'lists line by line' 1
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "[f%d]: https://a.ml\n\n", i; print "[f1] [f2]" }' |
    try 'definitions' 0
many $n '- 
' | try 'empty items' 0
