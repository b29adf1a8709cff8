# Outputs that cannot be written: full disks, limits, folders that are not there or in the way. The
# output of before stays as it was, and no temporary is left beside it.
. "$TOP/tests/says.sh"
mkdir -p "$TMP/here/folder"
cd "$TMP/here"
printf 'Titre\n\nUne phrase. MSDS\n' >2025-11-25.txt
echo before >kept.pdf
full_en='the disk is full; nothing was kept: free some space and run the command again [disk-full]'
full_fr='le disque est plein ; rien n’a été gardé : libérez de la place et relancez la commande [disk-full]'
says 3 "/dev/full: error: $full_en" "/dev/full: error: $full_fr" compose -o /dev/full 2025-11-25.txt
says 3 'no/deep/x.pdf: error: the folder for this output does not exist; make it, or name another with -o [no-such-folder]' \
    'no/deep/x.pdf: error: le dossier de cette sortie n’existe pas ; créez-le, ou nommez-en un autre avec -o [no-such-folder]' \
    compose -o no/deep/x.pdf 2025-11-25.txt
says 3 'kept.pdf/x.pdf: error: the folder for this output does not exist; make it, or name another with -o [no-such-folder]' \
    'kept.pdf/x.pdf: error: le dossier de cette sortie n’existe pas ; créez-le, ou nommez-en un autre avec -o [no-such-folder]' \
    compose -o kept.pdf/x.pdf 2025-11-25.txt
says 3 'folder: error: this is a folder; name a file in it with -o [output-is-folder]' \
    'folder: error: c’est un dossier ; nommez avec -o un fichier qui s’y trouve [output-is-folder]' \
    compose -o folder 2025-11-25.txt
long=$(printf '%0300d' 0)
says 3 "$long.pdf: error: this name is longer than the system allows; shorten it [name-too-long]" \
    "$long.pdf: error: ce nom est plus long que le système ne l’admet ; raccourcissez-le [name-too-long]" \
    compose -o "$long.pdf" 2025-11-25.txt

# 4 kB at most in a file, for a bulletin of ten times that
echo 'ulimit -f 8; exec "$@"' >"$TMP/limited"
runner sh "$TMP/limited"
limit_en='the system allows no more bytes here (a quota, or a limit on the size of files); nothing was kept: name another output with -o [output-limit]'
limit_fr='le système n’admet pas plus d’octets ici (un quota, ou une limite de taille des fichiers) ; rien n’a été gardé : nommez une autre sortie avec -o [output-limit]'
says 3 "kept.pdf: error: $limit_en" "kept.pdf: error: $limit_fr" compose -o kept.pdf 2025-11-25.txt
says 3 "out/2025-11-25.pdf: error: $limit_en" "out/2025-11-25.pdf: error: $limit_fr" compose 2025-11-25.txt
[ "$(cat kept.pdf)" = before ]
runner

# a disk that is really full, where one may be mounted
small=$TMP/small
mkdir "$small"
if unshare -m true 2>/dev/null; then
    cp 2025-11-25.txt "$TMP/source.txt"
    cat >"$TMP/full" <<'END'
small=$1
shift
mount -t tmpfs -o size=8k none "$small" && cd "$small" || exit 9
echo before >kept.pdf
status=0
"$@" || status=$?
[ "$(cat kept.pdf)" = before ] && [ "$(ls -A)" = kept.pdf ] || exit 8
exit $status
END
    runner unshare -m sh "$TMP/full" "$small"
    says 3 "kept.pdf: error: $full_en" "kept.pdf: error: $full_fr" \
        compose --date 2025-11-25 -o kept.pdf "$TMP/source.txt"
fi
