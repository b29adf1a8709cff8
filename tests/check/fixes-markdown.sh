# Fixes of Markdown with CRLF go where the words stand, between marks, in front matter, items and
# quotations; words that marks part, or that are written otherwise, are not proposed; every other byte
# stays.
. "$TOP/tests/check.inc"
check() { "$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 "$@"; }
crlf() { sed 's/$/\r/'; }
faults | crlf >a.md
check --fix-list a.md >list
check --apply list -o b.md a.md >out 2>said
crlf <<'END' | cmp - b.md
---
title: "La 2e visite"
ministry: MSDS
---
## À l’ordre du jour

Il a **a dit** « oui » à *l’État*  ; voir [la page](https://a.ml/2ème) et `2ème  x`.

- e\*t État
- &Eacute;tat, 3e

> Une œuvre.
> Puis l’Économie.
END
# what is left to say cannot be proposed
check --fix-list b.md >list 2>said
[ ! -s list ]
