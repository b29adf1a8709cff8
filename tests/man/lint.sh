# mandoc has nothing to say about any manual page, in style neither; and each page's references
# lead to pages that exist.
for page in "$TOP"/src/*/*.[1-9]; do
    mandoc -T lint -W style "$page" | grep -v 'referenced manual not found' || continue
    exit 1
done
sed -n 's/^\.Xr \([^ ]*\) \([1-9]\).*/\1.\2/p' "$TOP"/src/*/*.[1-9] | sort -u |
    while read -r page; do ls "$TOP"/src/*/"$page" >>"$TMP/said"; done
