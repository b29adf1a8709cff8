# Faulty settings: each file of settings/ stands in for the one its name begins with (a .sed changes
# one line of style.base); what is said, in English and French, and the status are in .diag and
# .diag.fr beside it. No output is left. UPDATE=1 writes what is said there instead.
here=$PWD/settings
failed=0
cd "$TMP"
cp -rs "$(dirname "$GRIOT")/../share/griot" share
mkdir 2025-11-25
printf 'Titre\n\nUne phrase. MSDS\n' >2025-11-25/good.txt
cp -r share whole
for fault in "$here"/*-*.yaml "$here"/*-*.sed; do
    name=$(basename "${fault%.*}")
    rm -rf share 2025-11-25/edition.yaml
    cp -rP whole share
    case $name in
    style-*) target=share/styles/officiel.yaml;;
    fonts-*) target=share/fonts/fonts.yaml;;
    edition-*) target=2025-11-25/edition.yaml;;
    *) target=share/styles/${name%%-*}.yaml;;
    esac
    rm -f "$target" share/styles/officiel.yaml
    cp "$here/style.base" share/styles/officiel.yaml
    case $fault in
    *.sed) sed -f "$fault" "$here/style.base" >"$target"; ! cmp -s "$target" "$here/style.base";;
    *) cp "$fault" "$target";;
    esac
    for lang in en fr; do
        expected=$here/$name.diag
        [ $lang = en ] || expected=$expected.fr
        status=0
        GRIOT_SHARE=share "$GRIOT" compose --lang $lang -o out.pdf 2025-11-25 2>got || status=$?
        echo "status $status" >>got
        [ $status -eq 0 ] || [ ! -e out.pdf ] || echo "an output was left" >>got
        [ -z "${UPDATE:-}" ] || cp got "$expected"
        diff "$expected" got || { echo "$name, $lang"; failed=1; }
    done
    rm -f out.pdf
done
exit $failed
