# Publish and import are killed, the power is cut, and the disk is full and broken, at some of their calls that
# change files: the archive is as before or as after, verify says so, and the same command does its work.
# `make faults` tries all of them.
unset LSAN_OPTIONS
GRIOT=$GRIOT_RELEASE
FAULTS=$TOP/out/build/faults.so
export GRIOT FAULTS
. "$TOP/tests/archive/faults.inc"
cd "$TMP"
fault_archives
# those that matter most: bundle, journal, head, catalogue come last
faults_near() { # NAME BEFORE AFTER KIND WORD COUNT -- COMMAND...: at the last COUNT calls of that word
    name=$1 before=$2 after=$3 kind=$4 word=$5 count=$6
    shift 7
    fault_begin "$@"
    for n in $(grep -n "^$word$" log | cut -d : -f 1 | tail -n "$count"); do at_fault "$kind" "$n" "$@"; done
}
set -- publish --lang en --archive a 2025-12-03.txt
faults_near publish a0 a1 kill rename 4 -- "$@"
faults_near publish a0 a1 torn write 2 -- "$@"
faults_near publish a0 a1 EIO fsync 3 -- "$@"
faults_near publish a0 a1 full write 2 -- "$@"
set -- import --lang en --archive a all.zip
faults_near import a2 a1 kill rename 4 -- "$@"
faults_near import a2 a1 EIO unlink 2 -- "$@"
faults_near import a2 a1 full write 2 -- "$@"
faults_near import a2 a1 cut rename 2 -- "$@"
# of an archive that was to be made nothing stays: the journal's first line, and the catalogue's own journal
set -- import --lang en --archive a all.zip
faults_near "import, a new archive" - a1 EIO write 4 -- "$@"
at_fault EIO "$(grep -n '^unlink$' log | sed -n '1s/:.*//p')" "$@"
