# Names and texts are held against the editions kept before the day, and not against the day's own.
. "$TOP/tests/check.inc"
long='La ministre a reçu hier une délégation venue de plusieurs régions pour parler de la campagne qui commence bientôt dans tous les cercles du pays, et des moyens qui seront donnés aux communes avant la fin du mois prochain, comme elle avait promis de le faire.'
printf 'Une visite\n\n%s Assa Badiallo TOURÉ a remercié. MSDS\n' "$long" >2025-11-24.txt
printf 'Une autre\n\n%s Assa Badiallo TOURE a remercié. MSDS\n' "$long" >2025-11-25.txt
"$GRIOT" publish --newsroom newsroom.yaml 2025-11-24.txt >said 2>&1
"$GRIOT" check --lang en --newsroom newsroom.yaml 2025-11-25.txt >said 2>&1
diff - said <<END
2025-11-25.txt:1:1: warning: “Une autre” is nearly the same as “Une visite” in the edition 2025-11-24: 81% of the text are in both [near-copy]
2025-11-25.txt:3:273: warning: “TOURE” is spelt “TOURÉ” in earlier editions, as in 2025-11-24; is it the same person? [name-archive]
END
"$GRIOT" check --lang fr --newsroom newsroom.yaml 2025-11-25.txt >said 2>&1
diff - said <<END
2025-11-25.txt:1:1: warning: « Une autre » est presque identique à « Une visite » de l’édition 2025-11-24 : 81 % du texte est commun [near-copy]
2025-11-25.txt:3:273: warning: « TOURE » est écrit « TOURÉ » dans des éditions antérieures, comme 2025-11-24 ; est-ce la même personne ? [name-archive]
END
"$GRIOT" check --lang en --newsroom newsroom.yaml 2025-11-24.txt >said 2>&1
echo "griot: note: communiqués checked: 1; there is nothing to say [checked]" | diff - said
status=0
"$GRIOT" check --lang en --newsroom newsroom.yaml --archive none 2025-11-25.txt >said 2>&1 || status=$?
[ $status -eq 1 ]
