# An archive keeps the program that composed, as it ran, once: laid out in an empty root, with nothing
# else, it makes the editions again. (It is the released program: one that is built for tests is not
# kept.)
. "$TOP/tests/archive.inc"
GRIOT=$GRIOT_RELEASE
day 2025-11-25 'Un titre' 'Les écritures : ⵜⵉⴼⵉⵏⴰⵖ'
day 2025-11-26 'Un autre titre'
griot publish 2025-11-25.txt >printed
find out/archive/resources -type f | LC_ALL=C sort >was
griot publish --style large-print 2025-11-26.txt >printed
find out/archive/resources -type f | LC_ALL=C sort | diff was - # once

lay_out() { # RECIPE ROOT
    sed -n '/^  - name: "program\//{s/.*"program\/\(.*\)"/\1/;h;n;s/.*sha256: "\(.*\)"/\1/;G;s/\n/ /;p}' "$1" >parts
    [ -s parts ]
    while read -r sha256 name; do
        mkdir -p "$(dirname "$2/$name")"
        gunzip -c "out/archive/resources/$(echo "$sha256" | cut -c 1-2)/$sha256.gz" >"$2/$name"
        echo "$sha256  $2/$name" | sha256sum --quiet -c
    done <parts
}
recipe 2025-11-25 >recipe.yaml
recipe 2025-11-26 | sed -n '/^  - name: "program\//,+1p' >later
sed -n '/^  - name: "program\//,+1p' recipe.yaml | diff - later
lay_out recipe.yaml root
cmp root/griot-archive "${GRIOT%/griot}/out/build/libexec/griot-archive"
tar -xzf root/griot-*.tar.gz -C "$TMP"
cmp griot-*/src/cli/main.c "$TOP/src/cli/main.c"
grep -q '^libharfbuzz0b ' root/parts.txt

mkdir root/tmp && cp -r out/archive root/archive
find root -type f -exec chmod +x {} +
alone=chroot; [ "$(id -u)" -eq 0 ] || alone='unshare -r chroot'
env -i PATH="$PATH" $alone root /griot-archive regenerate --archive /archive -o /out all >printed
for d in 2025-11-25 2025-11-26; do
    cmp root/out/$d.pdf out/$d.pdf
    cmp root/out/$d.html out/$d.html
done
