# Export and import need no more memory for many editions than for one: each of these has some 3 MB, and six
# must not need what four of them have.
cd "$TMP"
cp "$TOP/styles/newsroom.yaml" "$TOP/styles/ministries.yaml" .
python3 - <<'END'
import random, struct, zlib

def chunk(kind, body):
    return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))

for day in range(1, 7):
    noise = random.Random(day)
    rows = b''.join(b'\0' + noise.randbytes(1800) for _ in range(600))
    with open(f'{day}.png', 'wb') as f:
        f.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 600, 600, 8, 2, 0, 0, 0)) +
                chunk(b'IDAT', zlib.compress(rows, 1)) + chunk(b'IEND', b''))
    with open(f'2025-12-0{day}.md', 'w') as f:
        f.write(f'---\ntitle: Images\nministry: MSDS\n---\nTexte.\n\n![Bruit]({day}.png)\n')
END
"$GRIOT_RELEASE" publish --batch 2025-12-0*.md >printed 2>said
[ "$(find out/archive/editions -size +3000k | wc -l)" -eq 6 ]
peak() { # COMMAND...: KiB
    python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$GRIOT_RELEASE" "$@"
}
flat() { # WHAT ONE SIX
    [ "$3" -lt $(($2 + 12000)) ] || { echo "$1: $2 KiB for one edition, $3 for six"; exit 1; }
}
flat export "$(peak export 2025-12-01 -o one.zip)" "$(peak export all -o all.zip)"
flat import "$(peak import --archive one one.zip)" "$(peak import --archive all all.zip)"
cmp out/archive/head all/head
