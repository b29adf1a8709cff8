# callgrind.awk: what callgrind has counted, for stages.awk and everyone.awk, which are read behind it: the
# instructions of a function itself in cost[id], and in name[id] its name with those that called it,
# innermost first.
/^c?fn=\(/ {
    id = substr($0, index($0, "("))
    id = substr(id, 1, index(id, ")"))
    if (NF > 1) name[id] = substr($0, index($0, ") ") + 2)
    if ($0 ~ /^fn=/) current = id
    next
}
/^calls=/ { called = 1; next }
/^[0-9+*-]/ {
    if (!called) cost[current] += $2
    called = 0
}
