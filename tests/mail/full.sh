# A disk that fills under the ledger stops the sending; what was sent is written down all the same, and the
# next run sends to exactly those who have not had it. The disk is a small file system in memory, which
# only root can have; elsewhere a word is left.
. "$TOP/tests/mail/post.inc"
make_certificates
publish_seed
mkdir archive/mail
mount -t tmpfs -o size=500k none archive/mail 2>said || { echo 'no file system can be mounted: left out'; exit 0; }
leave() { end_server; umount "$TMP/post/archive/mail"; }
trap leave EXIT
start_server server.pem
make_newsroom "connections: 2"
{ echo address,form; seq 300 | sed 's/.*/s&@example.org,link/'; } >list.csv
status=0
mail 2025-11-25 >got.1 2>got.2 || status=$?
[ $status -eq 3 ] || { cat got.1 got.2; df archive/mail; exit 1; }
grep -qF 'the disk is full, and sending stopped; what was sent is written down: free some space and run the command again [disk-full]' got.2
sent=$(sed -n 's/^sent: \([0-9]*\);.*/\1/p' got.1)
[ "${sent:-0}" -lt 300 ]
mount -o remount,size=50m archive/mail
mail 2025-11-25 >got.1 2>got.2
mail --status --json 2025-11-25 | jq -r 'select(.fate == "sent" and .uncertain == 0) | .address' | sort >known
# exactly once, but for what the ledger calls uncertain
[ "$(cut -d' ' -f1 box/log | sort -u | grep -c .)" -eq 300 ]
cut -d' ' -f1 box/log | sort | uniq -d | comm -12 - known | diff /dev/null -
[ "$(grep -c . known)" -ge 298 ]
