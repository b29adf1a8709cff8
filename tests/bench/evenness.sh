# The spaces of lines whose words stand at known places: twelve full lines of five words 20 pt wide,
# spaced by 3 and 5 pt in turn, three hyphens in a row among them; and what must not count: last
# lines, lines of few words, a title.
tool=$TOP/out/build/check/bench/evenness

# A page of words of four letters, each 20 pt wide, on lines «y space last-word».
lines='700 3 aaaa
685 5 aaa-
670 3 aaa-
655 5 aaa-
640 3 aaaa
625 5 aaaa
610 3 aaa-
595 5 aaaa
580 3 aaaa
565 5 aaaa
550 3 aa:-
535 5 aaaa'
echo "$lines" | awk '
    function object(text) { at[++n] = length(out); out = out n " 0 obj\n" text "\nendobj\n" }
    { space = $2 == 3 ? 3 : 5
      page = page sprintf("BT /F 10 Tf %d Tw 1 0 0 1 100 %d Tm (aaaa aaaa aaaa aaaa %s) Tj ET\n",
          space - 5, $1, $3) }
    END {
        page = page "BT /F 10 Tf -3 Tw 1 0 0 1 100 520 Tm (aaaa aaaa aaaa aaaa a) Tj ET\n"
        page = page "BT /F 10 Tf -1 Tw 1 0 0 1 100 505 Tm (aaaaaaa aaaaaaa aaaaaaa) Tj ET\n"
        page = page "BT /F 14 Tf 9 Tw 1 0 0 1 100 480 Tm (aa aa aa aa aa) Tj ET\n"
        for (i = 32; i < 127; i++) widths = widths " 500"
        out = "%PDF-1.4\n"
        object("<</Type/Catalog/Pages 2 0 R>>")
        object("<</Type/Pages/Count 1/Kids[3 0 R]>>")
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" \
            "/Resources<</Font<</F 5 0 R>>>>>>")
        object("<</Length " length(page) ">>\nstream\n" page "endstream")
        object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[" \
            widths "]>>")
        start = length(out)
        printf "%sxref\n0 %d\n0000000000 65535 f \n", out, n + 1
        for (i = 1; i <= n; i++) printf "%010d 00000 n \n", at[i]
        printf "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", n + 1, start
    }' >"$TMP/a.pdf"
pdftotext -bbox-layout "$TMP/a.pdf" "$TMP/a.html" >"$TMP/said" 2>&1
"$tool" 9 <"$TMP/a.html" >"$TMP/said"
echo 'lines=12 gap=4.00 sd=1.000 p95=5.00 max=5.00 loose=0.5000 hyphens=0.3333 runs3=1' |
    cmp - "$TMP/said"
# nothing to measure is no fault
"$tool" </dev/null >"$TMP/said"
grep -q '^lines=0 ' "$TMP/said"
