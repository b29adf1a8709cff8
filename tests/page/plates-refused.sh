# Colours and rules that a press cannot print are told at their places in the style, and only where
# a file for a press is made; a PDF is not imposed.
cd "$TMP"
seed=$TOP/seeds/2025-11-25.txt
share=$(dirname "$(dirname "$GRIOT")")/share/griot/styles
sed 's/press: \[100, 0, 90, 40\]/press: [100, 90, 90, 40]/
    s/running: { \(.*\) }/running: { \1, colour: { screen: "#00693e", press: [100, 0, 90, 0] } }/' \
    "$share/officiel.yaml" >loud.yaml
"$GRIOT" compose --style loud.yaml -o screen.pdf "$seed" >/dev/null
told() { # LANG
    status=0
    "$GRIOT" compose --lang "$1" --for print --style loud.yaml -o press.pdf "$seed" >out 2>&1 || status=$?
    [ $status -eq 1 ]
    [ ! -e press.pdf ]
    sed 's/^loud.yaml:[0-9]*:[0-9]*: //' out
}
told en | diff - /dev/fd/3 3<<END
error: the inks of “accent” add up to 320%, and the paper takes 300%; lower them [press-ink]
error: text of 7 pt in “running” takes 2 plates, and blurs where they shift; below 12 pt, give its “press” one ink [press-text]
END
told fr | diff - /dev/fd/3 3<<END
error: les encres de « accent » totalisent 320 %, et le papier en supporte 300 % ; réduisez-les [press-ink]
error: le texte de 7 pt en « running » prend 2 plaques, et bave si elles se décalent ; sous 12 pt, donnez à son « press » une seule encre [press-text]
END
status=0
"$GRIOT" impose --lang en --2up screen.pdf >out 2>&1 || status=$?
[ $status -eq 1 ]
diff - out <<END
screen.pdf: error: sheets are not made from a PDF; give its sources, or the day it has in the archive [impose-pdf]
END
