# The seed's faults are found, all of them and nothing else: what an editor reading it marks by hand,
# and a ministry that the registry does not have.
cp "$TOP/seeds/2025-11-25.txt" "$TMP/"
cd "$TMP"
"$GRIOT" check --json 2025-11-25.txt | jq -r '"\(.line):\(.col) \(.rule) \(.words)"' >said
diff - said <<END
3:36 ministry-unknown Administration Territoriale et de la Décentralisation
3:244 capital-accent A l’ordre
6:1619 enumeration des fréquences ; la mise
7:26 two-spellings Entreprenariat
9:311 spelling panelistes
10:62 name-cut Assa Badiallo
13:48 name-spelling TOURE
15:1623 english-quotes “Village Espoir”
16:20 two-spellings Royaume Uni
21:521 unbalanced (sous-commissions
END
