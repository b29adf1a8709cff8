# A bundle with one damage each, made by damaged.py: verify names it and what is lost, import refuses it
# and leaves the archive as it was, and nothing gets out of its folder.
unset LSAN_OPTIONS
. "$TOP/tests/damage.inc"
GRIOT=$GRIOT_RELEASE
cd "$TMP"
make_archive whole 2025-12-01
"$GRIOT" skip --archive whole --because "Fête" 2025-12-02 >said 2>&1
make_archive b 2025-12-01
"$GRIOT" export --archive whole 2025-12-02 -o two.zip >said
bundle=editions/2025/2025-12-02.zip
python3 "$TOP/tests/archive/damaged.py" >all
[ "$(wc -l <all)" -ge 30 ]
tab=$(printf '\t')
while IFS=$tab read -r what code; do
    cp "whole/$bundle" sound.zip
    python3 "$TOP/tests/archive/damaged.py" "whole/$bundle" "$what"
    told verify --archive whole
    [ $status -eq 1 ] || { echo "$what: status $status"; cat "$TMP/said"; exit 1; }
    grep -q "^whole/$bundle.*: error: .*\[$code\]\$" "$TMP/said" || { echo "$what: not $code"; cat "$TMP/said"; exit 1; }
    grep -qx "whole/$bundle chain-changed" "$TMP/codes"
    # sealed in a bag that says the damaged file is right
    cp two.zip x.zip
    python3 "$TOP/tests/remake.py" x.zip "f['data/$bundle'] = open('whole/$bundle', 'rb').read(); right()"
    told import --archive b x.zip
    [ "$what" = "central directory: mode" ] || [ $status -eq 1 ] || { echo "$what: import"; cat "$TMP/said"; exit 1; }
    [ ! -e b/$bundle ] || { [ "$what" = "central directory: mode" ] && rm -r b && make_archive b 2025-12-01; }
    cp sound.zip "whole/$bundle"
done <all
! find "$TMP" -name x -o -name 'x?y' | grep . || exit 1
