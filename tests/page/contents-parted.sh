# No column of the contents begins with a title whose ministry is not said: a ministry with few titles
# stands in one column; the name of another is said again, and is then no part of the tree, nor is the
# heading of a further page.
. ../pdf/inputs
groups() { # COUNT... : that many communiqués for each ministry
    for acronym in PRIMATURE MCENMA MENEFP MSDS MMEIA MACIHT MIC; do
        i=0
        while [ $i -lt "$1" ]; do
            printf '%s %s pour le contenu de la page qui précède le reste\n\nUn corps. %s\n\n' \
                "$acronym" $((i += 1)) "$acronym"
        done
        shift
    done
}
groups 2 7 1 12 3 4 9 >"$TMP/groups.txt"
groups 3 3 3 3 3 3 3 >"$TMP/few.txt"
groups 3 0 0 0 0 0 0 >"$TMP/one.txt"
groups 90 0 0 0 0 0 50 >"$TMP/pages.txt"
for name in groups few one pages; do
    "$GRIOT" compose --date 2025-11-25 --dump=pages "$TMP/$name.txt" 2>"$TMP/said" | LC_ALL=C awk '
        /^page / { page = $2; last[0] = last[1] = 0 }
        $1 == "artifact" { artifact = 1 }
        $1 == "end" { artifact = 0 }
        $1 == "text" && $4 ~ /^contents-(head|ministry|title)$/ && !/"[. \342\200\257]*"$/ {
            column = $2 >= 300
            said = $0
            sub(/^[^"]*/, "", said)
            if ($4 == "contents-head") { print "page", page, artifact ? "again" : "", said; next }
            if (!last[column]++) print "page", page, column, $4, artifact ? "again" : "", said
        }'
done >"$TMP/got"
diff contents-parted.heads "$TMP/got"
