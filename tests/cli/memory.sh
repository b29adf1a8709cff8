# With less and less memory: the same bulletin, or status 3 with words that say so and no file at
# all. The program as it is released is tested, as sanitizers take terabytes of address space. How little
# suffices depends on which thread asks first; the first three always do.
seed=$TOP/seeds/2025-11-25.txt
mkdir "$TMP/here"
cd "$TMP/here"
"$GRIOT_RELEASE" compose -o ../whole.pdf "$seed" >../said
composed=0 refused=0
for kilobytes in 4000000 2000000 1500000 1000000 600000 440000 400000 350000 300000 250000 200000 150000 100000 80000 \
    60000 50000 45000 40000 35000 32000 30000 28000 26000 24000 22000; do
    status=0
    (ulimit -v $kilobytes && exec "$GRIOT_RELEASE" compose -o x.pdf "$seed") >../said 2>&1 || status=$?
    case $status in
    0) composed=$((composed + 1)); cmp x.pdf ../whole.pdf; cmp x.html ../whole.html; rm x.pdf x.html;;
    3) refused=$((refused + 1)); diff - ../said <<'END'
griot: error: out of memory; nothing was kept: end other programs and run the command again / mémoire épuisée ; rien n’a été gardé : fermez d’autres programmes et relancez la commande [out-of-memory]
END
    ;;
    *) echo "status $status with $kilobytes kB"; cat ../said; exit 1;;
    esac
    [ -z "$(ls -A)" ] || { echo "left with $kilobytes kB: $(ls -A)"; exit 1; }
done
[ $composed -ge 3 ] && [ $refused -ge 5 ]
