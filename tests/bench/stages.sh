# Instructions go to the stage of the innermost function that the table knows, and calls are not
# counted twice. The table knows only functions that the program has.
cat >"$TMP/callgrind" <<'END'
version: 1
positions: line
events: Ir
fn=(1) main
10 5
cfn=(2) galleys_set'main
calls=1 20
11 300
fn=(2)
20 40
+1 2
cfn=(3) hb_shape'words_find'galleys_set'main
calls=2 30
* 258
fn=(3)
30 200
fn=(4) memcpy'galleys_set'main
40 58
END
awk -f callgrind.awk -f stages.awk "$TMP/callgrind" >"$TMP/said"
grep -v '^0	' "$TMP/said" | tr '\t\n' ' ;' >"$TMP/got"
echo '200 shaping;100 lines;5 loading, rest;305 total;' | tr -d '\n' | cmp - "$TMP/got"
for function in $(sed -n 's/^    add("[^"]*", "\(.*\)")$/\1/p' stages.awk); do
    grep -qE "\<$function\(" "$TOP"/src/*/*.h || { echo "no function $function" >>"$TMP/said"; false; }
done
