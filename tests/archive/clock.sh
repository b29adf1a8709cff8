# A clock that lies: the journal has what it said, and nothing else depends on it. Editions published in
# 1970, in the far future and backwards have the same bytes and the same chain.
unset LSAN_OPTIONS
. "$TOP/tests/archive.inc"
GRIOT=$GRIOT_RELEASE
for n in 1 2 3; do day 2025-12-0$n "Le titre $n"; done
faults=$TOP/out/build/faults.so
at() { LD_PRELOAD=$faults GRIOT_TIME=$1 "$GRIOT" publish --archive "$2" "$3.txt" >said 2>&1; }
at 4102444800 lying 2025-12-01
at 0 lying 2025-12-02
at 253402300799 lying 2025-12-03
for n in 1 2 3; do LD_PRELOAD=$faults "$GRIOT" publish --archive true 2025-12-0$n.txt >said 2>&1; done
jq -r .time lying/journal.jsonl >times
printf '2100-01-01T00:00:00Z\n1970-01-01T00:00:00Z\n9999-12-31T23:59:59Z\n' | diff - times
cmp lying/head true/head
for n in 1 2 3; do cmp lying/editions/2025/2025-12-0$n.zip true/editions/2025/2025-12-0$n.zip; done
"$GRIOT" verify --lang en --archive lying >said 2>&1
! grep -v 'verified' said || exit 1
# files that are older than they can be
find lying -exec touch -d 1971-01-01 {} +
"$GRIOT" verify --archive lying --deep >said 2>&1
