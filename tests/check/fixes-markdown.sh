# Fixes of Markdown with CRLF go where the words stand, between marks, in front matter, items and
# quotations; words that marks part, or that are written otherwise, are not proposed; every other byte
# stays.
cd "$TMP"
cat >newsroom.yaml <<END
publisher: P
title: T
language: fr
number: day-of-year
check: { spelling: off }
END
check() { "$GRIOT" check --lang en --newsroom newsroom.yaml --date 2025-11-25 "$@"; }
crlf() { sed 's/$/\r/'; }
crlf >a.md <<'END'
---
title: "La 2ème visite."
ministry: MSDS
---
## A l’ordre du jour

Il a **a dit** “oui” à *l’Etat*  ; voir [la la page](https://a.ml/2ème) et `2ème  x`.

- e\*t Etat
- &Eacute;tat, 3ème

> Une oeuvre.
> Puis l’Economie.
END
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
