# stages.awk: what callgrind counted, by stage of the program.
#
#   valgrind --tool=callgrind --separate-callers=40 --callgrind-out-file=FILE griot compose …
#   awk -f callgrind.awk -f stages.awk FILE
#
# There each function stands with those that called it, innermost first; an instruction belongs to
# the stage of the innermost of them that is in the table. Prints instructions and stage.
function add(stage, functions, i, n, names) {
    n = split(functions, names, " ")
    for (i = 1; i <= n; i++) stage_of[names[i]] = stage
    order[++stages] = stage
}

BEGIN {
    add("settings", "press_open font_files_read ministries_read newsroom_read style_read")
    add("patterns", "patterns_load")
    add("faces", "look_open")
    add("import", "edition_import")
    add("french", "french_set french_communique")
    add("check", "editor_check")
    add("shaping", "words_open words_find words_lang words_space words_hyphen words_close")
    add("hyphens", "hyphens_find")
    add("breaks", "breaks_find breaks_ragged")
    add("lines", "galleys_set lines_passage lines_ragged lines_furniture lines_again items_add")
    add("flow", "flow_pages")
    add("fonts", "embed_prepare embed_put")
    add("deflate", "deflate_bytes deflater_open")
    add("pdf", "pdf_write content_make")
    add("writing", "files_put")
    order[++stages] = "loading, rest"
}

# The stage of a function known by its number; remembered, for a number has its name only once.
function stage_for(id, i, n, names) {
    if (id in known) return known[id]
    n = split(name[id], names, "'")
    for (i = 1; i <= n; i++) if (names[i] in stage_of) return known[id] = stage_of[names[i]]
    return known[id] = "loading, rest"
}

END {
    for (id in cost) sum[stage_for(id)] += cost[id]
    for (i = 1; i <= stages; i++) {
        printf "%.0f\t%s\n", sum[order[i]], order[i]
        total += sum[order[i]]
    }
    printf "%.0f\ttotal\n", total
}
