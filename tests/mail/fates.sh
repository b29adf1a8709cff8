# What becomes of letters is told and written down: what the server refuses for good, puts off, cuts off
# or is silent about; and the next run sends what was not sent, and nothing else.
. "$TOP/tests/mail/post.inc"
make_certificates
publish_seed
start_server server.pem
make_newsroom "connections: 1"
printf '%s\n' address,name,language,form awa@example.org,Awa,fr,pdf refuse-1@example.org,,fr,text \
    content-1@example.org,,fr,text grey-1@example.org,,fr,html cut-1@example.org,,fr,pdf \
    after-1@example.org,,fr,text bye-1@example.org,,fr,text stall-1@example.org,,fr,text \
    later-1@example.org,,fr,text last@example.org,,fr,link >list.csv
uncertain='nobody can know whether the last letter arrived, for it was cut off before the answer; it is sent again under the same Message-ID [letter-uncertain]'
refuses='the server refuses this address, or the letter to it'
left='archive: error: letters of 2025-11-25 not sent: 1; run the command again, which sends these only [mail-left]'
status=0
mail 2025-11-25 >got.1 2>got.2 || status=$?
[ $status -eq 1 ]
grep -v 'note: cut-1' got.2 | sort | diff - /dev/fd/3 3<<END
$left
griot: note: after-1@example.org: $uncertain
griot: warning: content-1@example.org: $refuses: 554 5.6.0 not this [letter-refused]
griot: warning: refuse-1@example.org: $refuses: 550 5.1.1 no such user [letter-refused]
END
echo 'sent: 7; sent before: 0; refused: 2; not yet: 1' | diff - got.1
cut -d' ' -f1 box/log | sort | tr '\n' ' ' >taken
echo -n 'after-1@example.org after-1@example.org awa@example.org bye-1@example.org cut-1@example.org grey-1@example.org last@example.org stall-1@example.org ' | diff - taken
[ "$(grep -c . box/log)" -eq 8 ]
[ "$(grep after- box/log | sort -u | grep -c .)" -eq 1 ] # under one Message-ID
# what the ledger says of each
mail --status --json 2025-11-25 >status
jq -r '[.address, .fate, .uncertain > 0, .reply] | join(" ")' status | grep -v ^cut- | diff - /dev/fd/3 3<<'END'
after-1@example.org sent true 250 2.0.0 taken
awa@example.org sent false 250 2.0.0 taken
bye-1@example.org sent false 250 2.0.0 taken
content-1@example.org refused false 554 5.6.0 not this
grey-1@example.org sent false 250 2.0.0 taken
last@example.org sent false 250 2.0.0 taken
later-1@example.org deferred false 451 4.7.1 come back later
refuse-1@example.org refused false 550 5.1.1 no such user
stall-1@example.org sent false 250 2.0.0 taken
END
mail --status 2025-11-25 | sed 's/20[0-9-]*T[0-9:]*Z/TIME/' | grep -e ' content-' -e ' later-' | diff - /dev/fd/3 3<<'END'
refused    TIME  content-1@example.org  554 5.6.0 not this
deferred   TIME  later-1@example.org  451 4.7.1 come back later
END
# again: the one that was put off, and a new subscriber
echo new@example.org,,fr,text >>list.csv
expect 1 'sent: 1; sent before: 7; refused: 0; not yet: 1' "$left" mail 2025-11-25
tail -n 1 box/log | grep -q '^new@'
[ "$(grep -c . box/log)" -eq 9 ]
# nobody else may read who was sent what
[ "$(stat -c %a archive/mail/ledger.sqlite)" = 600 ]
# the letter as it arrived: the PDF is the archive's, and so are all bytes of the dry run
mail --dry-run -o letters 2025-11-25 >said
arrived=$(grep -l '^To: Awa <awa@example.org>' box/taken/*.eml)
cmp "$arrived" letters/0001-awa@example.org.eml
