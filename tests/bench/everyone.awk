# everyone.awk: what the file being for everyone costs, of what callgrind counted.
#
#   valgrind --tool=callgrind --separate-callers=40 --callgrind-out-file=FILE griot compose …
#   awk -f callgrind.awk -f everyone.awk FILE
#
# Prints the instructions of tags, metadata and attached sources, in per cent of all others: of each
# function of the table with all that it calls, and of the deflating that make_part does itself: of the
# sources. The deflating of object streams, which hold links and pages, too, counts as a whole; the
# marks in the pages' code do not.
BEGIN {
    n = split("tags_make tags_page tags_finish meta_catalog meta_info deflate_pack", names, " ")
    for (i = 1; i <= n; i++) counted[names[i]] = 1
}

function is_counted(id, i, n, names) {
    if (id in known) return known[id]
    n = split(name[id], names, "'")
    for (i = 1; i <= n; i++)
        if (names[i] in counted || (names[i] == "deflate_bytes" && names[i + 1] == "make_part"))
            return known[id] = 1
    return known[id] = 0
}

END {
    for (id in cost) sum[is_counted(id)] += cost[id]
    printf "%.1f\n", sum[0] ? 100 * sum[1] / sum[0] : 0
}
