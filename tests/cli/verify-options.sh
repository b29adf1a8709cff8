# verify: one that was stopped goes on by its state, and believes it only while files are as they were; a
# range is read alone; --deep composes again; a copy or its colophon's digits are a witness; JSON.
unset LSAN_OPTIONS
. "$TOP/tests/damage.inc"
GRIOT=$GRIOT_RELEASE
cd "$TMP"
make_archive a 2025-12-01 2025-12-02 2025-12-03 2025-12-04
json() { "$GRIOT" verify --json --archive a "$@" >object 2>said || :; jq -e . object >/dev/null; }
is() { # FILTER: of the last object
    [ "$(jq -r "$1" object)" = "$2" ] || { echo "not $2: $1"; cat object said; exit 1; }
}
json
is '[keys_unsorted[]] | join(" ")' 'archive editions damaged resumed resources sound complaints'
is '[.archive, .editions, .damaged, .resumed, .sound, (.complaints | length)] | join(" ")' 'a 4 0 0 true 1'
is '.complaints[0].code' verified

# --- stopped, and resumed ---
stop() { # WORD...: killed before it removes its state
    rm -f log
    LD_PRELOAD=$TOP/out/build/faults.so GRIOT_FAULT_LOG=log "$GRIOT" verify --archive a "$@" >said 2>&1
    n=$(grep -n '^unlink$' log | tail -n 1 | cut -d : -f 1)
    [ ! -e state ]
    status=0
    LD_PRELOAD=$TOP/out/build/faults.so GRIOT_FAULT=kill:$n "$GRIOT" verify --archive a "$@" >said 2>&1 || status=$?
    [ $status -eq 137 ] && [ -s state ]
}
stop --state state
cp -p state kept
json --state state
is .resumed 4; is .sound true
[ ! -e state ]
head -n 3 kept >state; printf 'edition 00' >>state
json --state state
is .resumed 2; is .sound true
# what changed meanwhile is read again
cp -p kept state
cp -p a/editions/2025/2025-12-02.zip sound
printf x | dd of=a/editions/2025/2025-12-02.zip bs=1 seek=400 conv=notrunc 2>/dev/null
json --state state
is .resumed 3; is .damaged 1; is .sound false
cp -p sound a/editions/2025/2025-12-02.zip
# one of the other depth is not believed; something else is left alone
cp -p kept state
json --deep --state state
is .resumed 0; is .sound true
echo mine >state
json --state state
grep -q verify-state said
[ "$(cat state)" = mine ]

# --- ranges ---
json 2025-12-02..2025-12-03
is .editions 2; is .sound true
for gone in 2025-12-01 2025-12-04; do
    mv a/editions/2025/$gone.zip sound
    json 2025-12-02..2025-12-03
    is .editions 2
    json all
    is .sound false
    mv sound a/editions/2025/$gone.zip
done
mv a/editions/2025/2025-12-03.zip sound
json 2025-12-02..2025-12-04
is .sound false
mv sound a/editions/2025/2025-12-03.zip
! "$GRIOT" verify --archive a 2026 >object 2>said || exit 1
grep -q "\[no-edition\]" said

# --- deep ---
json --deep -j 2
is .sound true
cp a/editions/2025/2025-12-04.zip sound
python3 "$TOP/tests/remake.py" a/editions/2025/2025-12-04.zip 'f["data/bulletin.html"] += b" "; swap("data/recipe.yaml", digest(f["data/bulletin.html"][:-1]), digest(f["data/bulletin.html"])); right()'
sha256sum <a/editions/2025/2025-12-04.zip | cut -c 1-64 >a/head
json
is '[.complaints[] | select(.level == "error") | .code] | join(" ")' 'catalogue-wrong journal-lost verified-damaged'
json --deep
is '[.complaints[].code] | index("verify-differs") != null' true
mv sound a/editions/2025/2025-12-04.zip
sha256sum <a/editions/2025/2025-12-04.zip | cut -c 1-64 >a/head

# --- witnesses ---
unzip -q -o -d copies a/editions/2025/2025-12-03.zip
json --against copies/2025-12-03/data/bulletin.pdf
is '[.complaints[].code] | join(" ")' 'witness-fine verified'
json --against copies/2025-12-03/data/bulletin.html
is .sound true
pdftotext copies/2025-12-03/data/bulletin.pdf copy.txt
digits=$(sha256sum <a/editions/2025/2025-12-02.zip | cut -c 1-16)
tr -d '\302\240\342\200\257 \n' <copy.txt | grep -q "$digits"
json --against "$digits"
is .sound true
is '[.complaints[].args[]] | index("2025-12-03") != null' true
json --against 0123456789abcdef
is .sound false
cp copies/2025-12-03/data/bulletin.pdf other.pdf; echo >>other.pdf
json --against other.pdf
is .sound false
