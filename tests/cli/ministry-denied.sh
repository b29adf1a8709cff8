# Whoever may not change the registry is told how to have one of their own: an installed registry
# belongs to root. Root itself may write anywhere, so that it drops that privilege.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp "$GRIOT" "$place/griot"
cp -R "$TOP/styles" "$place/styles"
chmod -R a+rX,a-w "$place"
as=
[ "$(id -u)" -ne 0 ] || as="setpriv --bounding-set -dac_override"
status=0
$as "$place/griot" ministry add --lang en MEX "Ministère" --from 2025-01-01 2>"$TMP/got" || status=$?
echo "$place/styles/ministries.yaml: error: no permission to change this registry; copy it with newsroom.yaml into a folder of yours, and name that newsroom.yaml with --newsroom [not-writable]" |
    diff - "$TMP/got"
[ $status -eq 3 ]
cmp "$TOP/styles/ministries.yaml" "$place/styles/ministries.yaml"
chmod -R u+w "$place"
