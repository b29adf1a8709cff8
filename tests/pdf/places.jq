# From what `qpdf --json` tells of a file: its facts, its outline, and where its links lead, as lines
# of text.
.qpdf[1] as $objects
| def object: if type == "string" and test("^[0-9]+ 0 R$") then $objects["obj:" + .].value else . end;
  def said: ltrimstr("u:");
  def leaves: object | if has("/Kids") then ."/Kids"[] | leaves else . end;
  def items($depth):
      if . == null then empty
      else object | "outline " + ("  " * $depth) + (."/Title" | said) + " > " + (."/Dest" | said),
          (."/First" | items($depth + 1)), (."/Next" | items($depth)) end;
  ($objects.trailer.value."/Root" | object) as $root
| [$root."/Pages" | def pages: object | if ."/Type" == "/Pages" then ."/Kids"[] | pages else . end; pages]
    as $pages
| ($root."/Pages" | def numbers: if (object | ."/Type") == "/Pages" then object | ."/Kids"[] | numbers
    else . end; [numbers]) as $numbers
| ($root."/Names"."/Dests" | [leaves | ."/Names" as $n | range(0; $n | length; 2)
    | {key: ($n[.] | said), value: ($n[. + 1] as $d | $numbers | index($d[0]) + 1)}] | from_entries)
    as $places
| ($objects.trailer.value."/Info" | object | to_entries[] | "info " + .key + " " + (.value | said)),
  "lang \($root."/Lang" | said)",
  "marked \($root."/MarkInfo"."/Marked")",
  "title shown \($root."/ViewerPreferences"."/DisplayDocTitle")",
  "mode \($root."/PageMode")",
  "tabs \($pages | map(."/Tabs") | unique | join(" "))",
  ($root."/Outlines" | object | ."/First" | items(0)),
  ($pages[] | ."/Annots"[]? | object | select(."/Dest")
    | "link \(."/Subtype") \(."/Contents" | said) > \(."/Dest" | said) on \($places[."/Dest" | said])")
