#!/bin/sh
# tests/ladder.sh: who may include whom. Each folder of src/ may include itself and what stands in
# its row; each foreign header has one home.
set -u
cd "$(dirname "$0")/../src" || exit 2
bad=0
complain() { echo "$1"; bad=1; }

rows='base:
edition: base
type: base edition/edition.h edition/style.h edition/fonts.h edition/picture.h edition/table.h
page: base edition type
pdf: base edition/edition.h edition/picture.h edition/scale.h type/font.h page/list.h page/sheets.h
archive: base edition/edition.h edition/yaml.h
publish: base edition page/list.h page/sheets.h archive
mail: base archive edition/edition.h edition/newsroom.h edition/encoding.h edition/phrases.h
check: base edition
cli: base edition type page pdf archive publish mail check
sign: base
inspect: base
convert: base archive/zip.h edition/issuer.h
spell: base'

echo "$rows" | {
    while IFS=: read -r folder allowed; do
        for file in "$folder"/*.[ch]; do
            for include in $(sed -n 's/^#include "\(.*\)"/\1/p' "$file"); do
                [ -f "$include" ] || { complain "$file: no such header: $include"; continue; }
                ok=0
                for a in $folder $allowed; do
                    case $include in "$a"|"$a"/*) ok=1;; esac
                done
                [ $ok -eq 1 ] || complain "$file: may not include $include"
            done
        done
    done
    # every header stands beside its source, and is included first by it; commands have one for all
    for file in */*.c; do
        header=${file%.c}.h
        case $file in */main.c) continue;; esac
        [ ! -f "$header" ] && [ "${file%/*}" = cli ] && header=cli/commands.h
        { [ -f "$header" ] && sed -n '/^#include/{p;q}' "$file" | grep -q "\"$header\""; } ||
            complain "$file: its first include is not $header"
    done
    homes='yaml.h:edition/yaml
hpdf:pdf/haru
hb:type/font|type/words
libdeflate.h:base/deflate
zlib.h:base/gzip
zip.h:archive/zip
sqlite3.h:archive/catalogue|mail/ledger
libstemmer.h:archive/lookup
openssl/:base/digest|sign/cms|sign/identity|sign/stamp|inspect/seal
curl/:sign/authority|mail/carrier
hunspell/:spell/speller
qpdf/:inspect/reader
cmark.h:edition/markdown|edition/inlines
png.h:edition/png
jpeglib.h:edition/jpeg
libxml/:convert/xml
gmime/:convert/letter|mail/letter
utf8proc.h:base/unicode
pthread.h:base/parallel|type/look|pdf/foundry|mail/round'
    while IFS=: read -r header home; do
        for file in $(grep -lE "^#include <$header" */*.[ch]); do
            echo "${file%.[ch]}" | grep -qE "^($home)$" ||
                complain "$file: <$header…> belongs to $home"
        done
    done <<END
$homes
END
    # nobody else but these touches the world
    for file in $(grep -lE '^#include <(fcntl|dirent|sys/stat|sys/mman|sched)\.h>' */*.[ch]); do
        case $file in base/*) ;; *) complain "$file: files and memory are for base/";; esac
    done
    exit $bad
}
