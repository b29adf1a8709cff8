# Of what callgrind counted, the functions of tags, metadata and sources count with all that they
# call, and nothing else does; they are functions that the program has.
cat >"$TMP/callgrind" <<'END'
version: 1
positions: line
events: Ir
fn=(1) main
10 5
cfn=(2) pdf_write'main
calls=1 20
11 300
fn=(2)
20 175
cfn=(3) build_text'tags_finish'pdf_write'main
calls=2 30
* 258
fn=(3)
30 20
fn=(4) deflate_bytes'deflate_pack'parallel_run'pdf_write'main
40 20
fn=(5) deflate_code'deflate_bytes'make_part'parallel_run'pdf_write'main
50 10
fn=(6) deflate_bytes'make_page'make_part'parallel_run'pdf_write'main
60 20
END
[ "$(LC_ALL=C awk -f callgrind.awk -f everyone.awk "$TMP/callgrind")" = 25.0 ]
for function in $(sed -n 's/^    n = split("\(tags_.*\)", names, " ")$/\1/p' everyone.awk) make_part; do
    grep -qE "^[a-z].*\<$function\(" "$TOP"/src/pdf/*.c || { echo "no function $function"; exit 1; }
done
