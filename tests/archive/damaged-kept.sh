# Bundles that are damaged in one way each, kept as files: verify says these words of them, in English and
# French, whatever becomes of the programs that make bundles. `make damaged` writes the words anew.
kept=$TOP/tests/archive/damaged
[ "$(ls "$kept" | grep -c 'zip$')" -ge 50 ]
[ -z "$(find "$kept" -name '*.zip' -size +4k)" ]
for lang in en fr; do
    "$TOP/tests/archive/damages" "$GRIOT_RELEASE" $lang | diff "$kept/words.$lang" -
done
