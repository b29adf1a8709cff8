# The keys of settings, in the pages as in the code: the same names, types, and which may be left
# out; each table of keys in the source has its section.
edition=$TOP/src/edition
archive=$TOP/src/archive

# TABLE KEY TYPE REQUIRED of every table of keys in a source
keys_of() {
    awk '/^static const struct yaml_key [a-z_]+\[\]/ { sub(/\[.*/, "", $5); table = $5 }
        /^};/ { table = "" }
        table && /"/ { split($0, q, "\""); split(q[3], rest, /[ ,()]+/)
            type = rest[2]; required = rest[3]
            if (q[1] ~ /TEXT_KEY/) { required = type; type = "text" }
            if (q[1] ~ /INT_KEY/) { required = type; type = "number" }
            if (q[1] ~ /LIST_KEY/) { required = "false"; type = "node" }
            print table, q[2], type, required }' "$1" |
        sed 's/YAML_INT/number/; s/YAML_NODE/node/; s/YAML_BOOL/boolean/; s/YAML_//' |
        tr 'A-Z' 'a-z'
}
# the same from a section of a page; a list, map or choice has no type there
listed_in() { # PAGE SECTION TABLE
    sed -n "/^\.Ss $2\$/,/^\.S[hs]/p" "$1" |
        sed -n "s/^\.It Op Ic /$3 false /p; s/^\.It Ic /$3 true /p" |
        awk '{ type = $4 == "Ar" ? $5 : "node"; if (type == "list") type = "node"
            print $1, $3, type, $2 }'
}
check() { # SOURCE PAGE TABLE=SECTION...
    source=$1 page=$2; shift 2
    keys_of "$source" | sort >"$TMP/code"
    for pair; do listed_in "$page" "${pair#*=}" "${pair%%=*}"; done | sort >"$TMP/page"
    [ -s "$TMP/code" ]
    diff "$TMP/code" "$TMP/page" || { echo "< $source, > $page"; exit 1; }
}

check $edition/import.c $edition/griot-source.5 "override_keys=Edition folder"
check $edition/front.c $edition/griot-source.5 "keys=Markdown" "correcting_keys=corrects"
check $edition/newsroom.c $edition/griot-newsroom.5 "keys=newsroom.yaml" "mail_keys=mail" \
    "count_keys=number" "sign_keys=sign" "press_keys=press"
check $edition/ministries.c $edition/griot-newsroom.5 "keys=ministries.yaml"
check $edition/fonts.c $edition/griot-newsroom.5 "keys=fonts.yaml"
check $edition/style.c $edition/griot-style.5 "keys=The file" "page_keys=page" "column_keys=columns" \
    "contents_keys=contents" "rule_keys=rules" "justification_keys=justification" \
    "inline_keys=inline" "role_keys=A role of type"
check $archive/recipe.c $archive/griot-bundle.5 "keys=recipe.yaml" "ingredient_keys=An ingredient" \
    "entry_keys=An entry of the contents" "part_keys=A part" "signature_keys=The signature"

check $edition/yaml.c $edition/griot-style.5 "colour_keys=A colour"

# no other source has such a table
grep -lE '^static const struct yaml_key [a-z_]+\[\]' "$TOP"/src/*/*.c | sed 's|.*/||' | sort | tr '\n' ' ' >"$TMP/got"
echo -n "fonts.c front.c import.c ministries.c newsroom.c recipe.c style.c yaml.c " | diff - "$TMP/got"

# the roles of type, and the choices
sed -n 's/^    \[ROLE_.*\] = "\(.*\)",/\1/p' "$edition/style.c" | sort >"$TMP/roles"
{ sed -n '/^\.Ss type$/,/^\.S[hs]/s/^\.It Ic //p' "$edition/griot-style.5"
    sed -n '/^\.Ss inline$/,/^\.S[hs]/s/^\.It Op Ic \([a-z-]*\) .*/\1/p' "$edition/griot-style.5"; } |
    sort | diff "$TMP/roles" -
for word in $(sed -n 's/.*char \*const \(rules\|languages\|inks\)\[.*{\(.*\)};/\2/p' "$edition/newsroom.c" |
    grep -o '"[^"]*"' | tr -d '"'); do
    sed -n '/^\.Ss newsroom.yaml$/,/^\.Ss ministries/p' "$edition/griot-newsroom.5" | grep -q "^\.Cm $word\>"
done
