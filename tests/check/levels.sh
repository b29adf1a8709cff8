# The newsroom gives rules their levels; an error is status 1 and keeps an edition from being
# published, a warning does not; unknown rules, levels and bad lists of words are refused.
cd "$TMP"
settings() { printf 'publisher: P\ntitle: T\nlanguage: fr\nnumber: day-of-year\n%s\n' "$1" >newsroom.yaml; }
said() { # STATUS COMMAND...
    wanted=$1 status=0; shift
    "$GRIOT" "$@" --lang en --newsroom newsroom.yaml >got 2>told || status=$?
    [ $status -eq "$wanted" ] || { cat told; exit 1; }
}
printf 'Un titre\n\nIl a a dit  oui. MSDS\n' >2025-11-25.txt
settings 'check: { spelling: off, doubled-word: error, doubled-space: off }'
said 1 check 2025-11-25.txt
diff - told <<END
2025-11-25.txt:3:4: error: a word stands twice: “a a” [doubled-word]
END
said 1 check --json 2025-11-25.txt
echo '{"rule":"doubled-word","level":"error","file":"2025-11-25.txt","line":3,"col":4,"words":"a a","proposal":"a","sure":true}' |
    diff - got
said 1 publish 2025-11-25.txt
diff - told <<END
2025-11-25.txt:3:4: error: a word stands twice: “a a” [doubled-word]
END
[ ! -e out/2025-11-25.pdf ]
settings 'check: { spelling: off }'
said 0 check 2025-11-25.txt
said 0 publish 2025-11-25.txt
[ ! -s told ]
[ -e out/2025-11-25.pdf ]
settings 'check: { doubled-wrod: off, acronym: loud }'
said 1 check 2025-11-25.txt
diff - told <<END
newsroom.yaml:5:10: error: there is no key “doubled-wrod”; write “doubled-word” [yaml-unknown-key]
newsroom.yaml:5:38: error: “acronym” must be one of off, note, warning, error, not “loud” [yaml-not-choice]
END
settings 'words: own.words'
printf 'bon\ndeux mots\n' >own.words
said 1 check 2025-11-25.txt
grep -q '^own.words:2: error: “deux mots” is more than one word' told
rm own.words
said 1 check 2025-11-25.txt
grep -q '^own.words: error: there is no such file' told
