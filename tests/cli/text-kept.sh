# The text of an edition says what the pages say of it, and where links lead, unless their words do.
. "$TOP/tests/archive.inc"
day 2025-11-25 'Un titre'
griot publish 2025-11-25.txt >printed
cat >avis.md <<END
---
title: Un avis
ministry: MSDS
---
Voir [le site](https://sante.example/avis), <https://mali.example> et [mali.example](https://mali.example),
ou écrire à [la cellule **presse**](mailto:presse@sante.example).
END
griot publish --date 2025-11-25 --because 'Un avis' avis.md >printed
unzip -p out/archive/editions/2025/2025-11-25.r2.zip 2025-11-25.r2/data/text.txt | spaced |
    diff - /dev/fd/3 3<<END
Bulletin du Gouvernement n° 329, 25 novembre 2025

Édition révisée : la version 2 remplace la version 1. Motif : Un avis.

Ministère de la Santé et du Développement social (MSDS)

Un avis

Voir le site <https://sante.example/avis>, https://mali.example et mali.example, ou écrire à la cellule presse <presse@sante.example>.

END
