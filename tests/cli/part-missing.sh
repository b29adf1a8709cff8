# A program that is not beside griot, or of another version, is told of; composing needs none of them.
cd "$TMP"
. "$TOP/tests/keys.inc"
GRIOT_SHARE=$(dirname "$(dirname "$GRIOT")")/share/griot
export GRIOT_SHARE
mkdir -p bin libexec/griot
cp "$GRIOT" bin/griot
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -days 3 -subj /CN=X -out c.pem 2>/dev/null
bin/griot compose -o u.pdf "$seed" >said 2>&1
sign() { bin/griot compose --lang "$1" --sign key.pem --cert c.pem -o a.pdf "$seed"; }
here=$(pwd -P)
expect 3 "$here/libexec/griot/griot-sign: error: this part of griot is missing; install griot again, or run make [part-missing]" \
    sign en
expect 3 "$here/libexec/griot/griot-inspect: error: cette partie de griot manque ; réinstallez griot, ou lancez make [part-missing]" \
    bin/griot inspect --lang fr u.pdf
printf '#!/bin/sh\nexit 0\n' >libexec/griot/griot-sign
printf '#!/bin/sh\nkill -SEGV $$\n' >libexec/griot/griot-inspect
chmod +x libexec/griot/*
expect 3 "griot: error: griot-sign ended without an answer (exit 0) [part-failed]" sign en
expect 3 "griot: error: griot-sign s’est terminé sans réponse (exit 0) [part-failed]" sign fr
expect 1 "u.pdf: error: this is no readable PDF: it ended griot-inspect (Segmentation fault) [pdf-unreadable]" \
    bin/griot inspect --lang en u.pdf
expect 1 "u.pdf: error: ce n’est pas un PDF lisible : il a mis fin à griot-inspect (Segmentation fault) [pdf-unreadable]" \
    bin/griot inspect --lang fr u.pdf
[ ! -e a.pdf ]
