# Options that sign go together, and say so before anything is read; values that cannot be are told
# with one that can.
cd "$TMP"
. "$TOP/tests/keys.inc"
wrong() { # ENGLISH FRENCH OPTIONS...
    english=$1 french=$2; shift 2
    expect 2 "griot: error: $english [usage]" "$GRIOT" compose --lang en "$@" -o a.pdf none.txt
    expect 2 "griot: error: $french [usage]" "$GRIOT" compose --lang fr "$@" -o a.pdf none.txt
}
pair() { # GIVEN MISSING VALUE
    wrong "$1 goes with $2; give that too" "$1 va avec $2 ; donnez aussi ce dernier" "$1" "$3"
}
pair --sign --cert key.pem
pair --cert --sign chain.pem
pair --pass-file --sign pass
pair --tsa --sign http://localhost/
pair --signing-time --sign 2025-11-25T18:30:00Z
pair --signature-room --sign 9000
for time in 2025-11-25 2025-11-25T18:30:00 2025-11-31T18:30:00Z 2025-11-25T24:00:00Z 1969-12-31T23:59:59Z; do
    wrong "--signing-time cannot be “$time”; write it like 2025-11-25T18:30:00Z" \
        "--signing-time ne peut valoir « $time » ; écrivez par exemple 2025-11-25T18:30:00Z" \
        --sign k --cert c --signing-time $time
done
wrong "--tsa cannot be “tsa.example.org”; write it like http://tsa.example.org/" \
    "--tsa ne peut valoir « tsa.example.org » ; écrivez par exemple http://tsa.example.org/" \
    --sign k --cert c --tsa tsa.example.org
wrong "--signature-room cannot be “32768”; write it like 8192" \
    "--signature-room ne peut valoir « 32768 » ; écrivez par exemple 8192" \
    --sign k --cert c --signature-room 32768
[ ! -e a.pdf ]
