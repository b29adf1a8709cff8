# A line for each edition: what is no day's ordinary edition says so, in the reader's language, and so
# does a day without one. A copy of what was revised since is told as what it is.
. "$TOP/tests/archive.inc"
day 2025-11-25 'Un titre'
griot publish --number 7 2025-11-25.txt >printed
cp out/2025-11-25.pdf first.pdf
day 2025-11-25 'Un autre titre'
griot publish --because 'Le titre' 2025-11-25.txt >printed
day 2025-11-25 'Un remaniement'
griot publish --special 2025-11-25.txt >printed
griot skip 2025-11-26 --because 'Jour férié' >printed
griot list | spaced | diff - /dev/fd/3 3<<END
2025-11-25      7  Bulletin du Gouvernement n° 7, 25 novembre 2025
2025-11-25.r2   7  Bulletin du Gouvernement n° 7, 25 novembre 2025 (revised: Le titre)
2025-11-25.s1   7  Bulletin du Gouvernement n° 7, 25 novembre 2025 (special edition)
2025-11-26      330  no edition: Jour férié
END
lang=fr griot list | spaced | diff - /dev/fd/3 3<<END
2025-11-25      7  Bulletin du Gouvernement n° 7, 25 novembre 2025
2025-11-25.r2   7  Bulletin du Gouvernement n° 7, 25 novembre 2025 (révisée : Le titre)
2025-11-25.s1   7  Bulletin du Gouvernement n° 7, 25 novembre 2025 (édition spéciale)
2025-11-26      330  pas d’édition : Jour férié
END
griot show 2025-11-25 2>/dev/null | grep '^Revision' | diff - /dev/fd/3 3<<END
Revision     2025-11-25
Revision     2025-11-25.r2  Le titre
END
# what is no day's ordinary edition says so when it is shown, too
shown() { griot show "$1" | head -n "$2" | grep -v -e '^Title' -e '^Titre' | spaced; }
shown 2025-11-25.s1 1 | diff - /dev/fd/3 3<<END
Edition      2025-11-25.s1, no. 7 (special edition)
END
lang=fr shown 2025-11-25.s1 1 | diff - /dev/fd/3 3<<END
Édition      2025-11-25.s1, n° 7 (édition spéciale)
END
shown 2025-11-26 3 | diff - /dev/fd/3 3<<END
Edition      2025-11-26, no. 330 (no edition this day)
Because      Jour férié
END
lang=fr shown 2025-11-26 3 | diff - /dev/fd/3 3<<END
Édition      2025-11-26, n° 330 (pas d’édition ce jour)
Motif        Jour férié
END

griot verify --against first.pdf 2>told
grep -qxF 'first.pdf: note: the copy is the edition 2025-11-25 as it is kept; 2025-11-25.r2 has replaced it since [witness-replaced]' told
lang=fr griot verify --against first.pdf 2>told
spaced <told | grep -qxF 'first.pdf: note: l’exemplaire est l’édition 2025-11-25 telle qu’elle est gardée ; 2025-11-25.r2 l’a remplacée depuis [witness-replaced]'
griot verify --against out/2025-11-25.r2.pdf 2>told
grep -qxF 'out/2025-11-25.r2.pdf: note: the copy is the edition 2025-11-25.r2 as it is kept [witness-fine]' told

# a copy that is not of the archive damages nothing; the digits that letters print are those of the
# edition kept last
status=0
griot verify --against 2025-11-25.txt 2>told || status=$?
[ $status -eq 1 ]
diff - told <<END
2025-11-25.txt: error: this file is no edition of the archive as it is kept [witness-foreign]
out/archive: note: editions verified: 4 [verified]
END
last=$(cut -c 1-16 out/archive/head)
griot verify --against "$last" 2>told
diff - told <<END
$last: note: these digits begin the SHA-256 of 2025-11-26 as it is kept [witness-begins]
out/archive: note: editions verified: 4 [verified]
END
# capitals are the same digits; of fewer or more of them, what is wanted is said
capitals=$(echo "$last" | tr a-f A-F)
griot verify --against "$capitals" 2>told
grep -qxF "$capitals: note: these digits begin the SHA-256 of 2025-11-26 as it is kept [witness-begins]" told
few() {
    status=0
    griot verify --against "$1" 2>told || status=$?
    [ $status -eq 1 ]
    spaced <told
}
few 0123abCD | diff - /dev/fd/3 3<<END
0123abCD: error: this is no file, and 8 digits: give all 16 that a copy prints on its last page [witness-length]
END
lang=fr few "${last}0" | diff - /dev/fd/3 3<<END
${last}0: error: ce n’est pas un fichier, mais 17 chiffres : donnez les 16 que l’exemplaire imprime à sa dernière page [witness-length]
END
lang=fr griot verify --against "$last" 2>told
grep -qxF "$last: note: ces chiffres commencent le SHA-256 de 2025-11-26 telle qu’elle est gardée [witness-begins]" told
