# The next publish removes the temporaries that one which was stopped has left, wherever there may be
# some, and nothing else: folders and what looks alike stay.
. "$TOP/tests/archive.inc"
day 2025-12-01 "Le titre"
day 2025-12-02 "Un autre"
griot publish 2025-12-01.txt >said 2>&1
a=out/archive
resource=$(find $a/resources -mindepth 1 -type d | head -n 1)
for folder in $a $a/editions/2025 "$resource"; do echo x >"$folder/.griot-abcdef"; done
mkdir $a/.griot-folder
echo x >$a/.griotte
griot verify >said 2>&1
[ "$(grep -c 'archive-stale' said)" -eq 4 ]
griot publish 2025-12-02.txt >said 2>&1
[ "$(find out -name '.griot*' | LC_ALL=C sort | tr '\n' ' ')" = "$a/.griot-folder $a/.griotte " ]
griot verify >said 2>&1
[ "$(grep -c 'archive-stale' said)" -eq 1 ]
