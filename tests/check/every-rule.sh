# Each rule has a text on which it fires, in words of both languages, and one on which it does not.
"$GRIOT" check --rules | sed 's/ .*//' >"$TMP/rules"
cat >"$TMP/tests" <<'LIST'
weekday weekday-wrong weekday-right
no-such-day no-such-day such-day
this-day this-day-other-week this-day-same-week
ministry-past ministry-past ministry-of-the-day
ministry-unknown ministry-unknown ministry-of-the-day
name-spelling name-two-spellings name-two-people
name-archive archive.sh archive.sh
name-cut name-cut name-whole
two-spellings place-two-spellings place-one-spelling
unbalanced brackets-open brackets-paired
english-quotes quotes-english quotes-french
capital-accent capital-without-accent capital-with-accent
ligature ligature-missing ligature-there
inversion inversion-wrong inversion-right
sentence-capital sentence-small sentence-capital
hour hour-tight hour-spaced
ordinal ordinal-long ordinal-short
doubled-word word-twice word-twice-in-french
doubled-space space-twice space-once
acronym acronym-alone acronym-explained
title-point title-with-point title-without-point
title-capitals title-in-capitals title-with-capitals
enumeration enumeration-broken enumeration-whole
letter letter-left letter-gone
near-copy copy-near copy-none
spelling spelling-unknown spelling-known
LIST
sed 's/ .*//' "$TMP/tests" | diff "$TMP/rules" -
while read -r rule fires quiet; do
    case $fires in
    *.sh) grep -q "\[$rule\]" "$fires"; continue;;
    esac
    grep -q "\[$rule\]" "$fires.check"
    grep -q "\[$rule\]" "$fires.check.fr"
    [ -s "$quiet.check" ]
    if grep -q "\[$rule\]" "$quiet.check"; then echo "$rule fires on $quiet"; exit 1; fi
done <"$TMP/tests"
