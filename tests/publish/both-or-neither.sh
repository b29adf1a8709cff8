# The PDF and its twin are put together: where one cannot be, the other is as it was before.
mkdir "$TMP/at"
cd "$TMP/at"
seed=$TOP/seeds/2025-11-25.txt
compose() { status=0; "$GRIOT" compose --lang en -o x.pdf "$seed" >"$TMP/out" 2>"$TMP/got" || status=$?; }
failed() { # SENTENCE
    [ $status -eq 3 ] && [ ! -s "$TMP/out" ]
    echo "x.html: error: $1" | diff - "$TMP/got"
}

# known before anything is put
mkdir x.html
compose
failed 'this is a folder; name a file in it with -o [output-is-folder]'
[ "$(ls -A)" = x.html ]
rmdir x.html

# known only when it is written: where there was no PDF, then where there was an old one
ln -s /dev/full x.html
compose
failed 'the disk is full; nothing was kept: free some space and run the command again [disk-full]'
[ "$(ls -A)" = x.html ]
echo old >x.pdf
compose
failed 'the disk is full; nothing was kept: free some space and run the command again [disk-full]'
[ "$(ls -A | tr '\n' ' ')" = 'x.html x.pdf ' ] && [ "$(cat x.pdf)" = old ]
rm x.html

# both in place of old ones, both told, the PDF first
echo old >x.html
compose
[ $status -eq 0 ]
printf 'x.pdf\nx.html\n' | diff - "$TMP/out"
[ "$(ls -A | tr '\n' ' ')" = 'x.html x.pdf ' ]
[ "$(head -c 15 x.html)" = '<!DOCTYPE html>' ] && [ "$(head -c 5 x.pdf)" = %PDF- ]
