# Reads what --dump=pages prints of the default look, and tells what no page may have: lines over
# each other or below the last row, a paragraph's first or last line alone, a title or header
# without text under it, unbalanced columns, an empty page; with words=1, a divided word at a
# column's end, which only words that cannot be set otherwise excuse.
#
# The look has a grid of 13 pt, from 65 pt down to 780 pt, and its right column begins at 306 pt.

function tell(what) { print "page " page ": " what ": " said; bad = 1 }

# The part of a paragraph in one column has ended; `broken`: it goes on in the next.
function part_ends(broken) {
    if (!lines) return
    if (words && broken && divided) tell("a divided word at a column's end")
    if (broken && first_part && lines == 1) tell("first line alone")
    if (!broken && !first_part && lines == 1) tell("last line alone")
    first_part = 0
    lines = 0
}

# The columns of an article on this page have ended.
function columns_end(  more, fewer) {
    more = left > right ? left : right
    fewer = left + right - more
    if (left + right > 12 && 2 * fewer < more) tell("columns of " left " and " right " lines")
    left = right = 0
}

function page_ends() {
    part_ends(1)
    if (in_article) columns_end()
    if (page && alone) tell("nothing under a title or header")
    if (page && !any) tell("empty")
}

# A line's baseline y in column c of those at hand.
function take(c, y) {
    if (y == last_y[c]) return
    if (y - last_y[c] < 9.9) tell("over another line (" last_y[c] " and " y ")")
    last_y[c] = y
}

/^page / { page_ends(); page = $2; furniture = any = alone = 0; last_y[0] = last_y[1] = 0; next }
/^furniture/ { furniture = 1; next }
furniture { next }
$1 == "open" && $2 == "Art" { in_article = 1; left = right = 0 }
$1 == "open" && $2 == "P" { paragraph = 1; first_part = 1; lines = 0; last_line_y = -1 }
$1 == "open" { depth++; tag[depth] = $2 }
$1 == "close" {
    if (tag[depth] == "P") { part_ends(0); paragraph = 0 }
    if (tag[depth] == "Art") { columns_end(); in_article = 0 }
    depth--
}
$1 != "text" { next }
{
    said = $0
    sub(/^[^"]*/, "", said)
    column = $2 >= 300
    any = 1
}
$4 == "masthead" || $4 == "state" || $4 == "motto" || $4 ~ /^date/ { last_y[0] = last_y[1] = $3; next }
$4 == "title" || $4 == "ministry" {
    at = last_y[0] > last_y[1] ? last_y[0] : last_y[1]
    last_y[0] = last_y[1] = at
    take(0, $3); take(1, $3)
    alone = 1
    next
}
$4 == "acronym" || $4 == "contents-page" { next }
$4 == "body" {
    alone = 0
    row = ($3 - 74.75) / 13
    if (row - int(row + 0.5) > 0.01 || row - int(row + 0.5) < -0.01) tell("off the grid")
    if ($3 > 777) tell("below the last row")
    if ($3 == last_line_y && column == last_column) { divided = /\302\255"$/; next }
    if (lines && (column != last_column || $3 < last_line_y)) part_ends(1)
    last_column = column
    last_line_y = $3
    lines++
    if (column) right++
    else left++
    divided = /\302\255"$/
}
{ take(column, $3) }
END { page_ends(); exit bad }
