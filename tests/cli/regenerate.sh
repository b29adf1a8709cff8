# Editions are made again from what is kept alone, by any number of threads; what moved is named where
# one is not the same, and a missing resource by its file.
. "$TOP/tests/archive.inc"
for d in 1 2 3 4 5 6 7; do day 2025-03-0$d "Le $d mars" 'Un autre titre'; done
griot publish --batch 2025-03-0?.txt >printed
rm 2025-03-0?.txt
for jobs in 1 2 3 64; do
    rm -rf again
    griot regenerate -j $jobs all -o again >printed 2>told
    [ ! -s told ] # no bar where there is no terminal
    for d in 1 2 3 4 5 6 7; do
        echo again/2025-03-0$d.pdf
        for k in pdf html; do cmp again/2025-03-0$d.$k out/2025-03-0$d.$k; done
    done | diff - printed
done
refused 2 'griot: error: -j cannot be “65”; write it like 2 [usage]' regenerate -j 65 all

# another look proves nothing, and says so
griot regenerate --style large-print 2025-03-01 >printed 2>told
echo 'griot: note: set in the style large-print: this proves nothing, and is not what was published [again-style]' | diff - told
echo out/large-print/2025-03-01.pdf | diff - printed
! cmp -s out/large-print/2025-03-01.pdf out/2025-03-01.pdf

bundle() { echo "out/archive/editions/2025/$1.zip"; }
differs() { # NAME WORDS
    ended=0
    griot regenerate "$1" -o other >printed 2>told || ended=$?
    [ $ended -eq 1 ] && [ ! -s printed ] && [ ! -e "other/$1.pdf" ]
    echo "$(bundle "$1"): error: $2" | diff - told
}
remake() { python3 "$TOP/tests/remake.py" "$(bundle "$1")" "$2"; } # NAME CODE
moved() { remake "$1" "swap('data/recipe.yaml', b'$2', b'$3'); right()"; } # NAME FROM TO: in its recipe
libharu=$("$GRIOT" --version | sed -n 's/^libharu //p')
libdeflate=$("$GRIOT" --version | sed -n 's/^libdeflate //p')
remake 2025-03-02 'deflate(1); right()'
differs 2025-03-02 '2025-03-02 does not come out the same again, but differs in its compression alone: decoded, its streams are equal (libdeflate '"$libdeflate"') [again-compressed]'
moved 2025-03-03 'number: 62' 'number: 63'
differs 2025-03-03 '2025-03-03 does not come out the same again, though no input and no version moved: the program was changed and its engine not raised; griot extract gives it as it was published [again-differs]'
moved 2025-03-04 'number: 63' 'number: 64'
moved 2025-03-04 "\"$libharu\"" '"1.0"'
differs 2025-03-04 "2025-03-04 does not come out the same again; what moved since: libharu 1.0 → $libharu; griot extract gives it as it was published [again-differs]"

# another engine may well make the same
engine=$(recipe 2025-03-06 | sed -n 's/^engine: //p')
moved 2025-03-05 "engine: $engine" 'engine: 77'
griot regenerate 2025-03-05..2025-03-06 -o again >printed 2>told
grep -qxF 'griot: note: editions made by another engine: 1, the first of them 2025-03-05, by engine 77; this one is '"$engine"', and its bytes may differ [again-engine]' told
[ "$(wc -l <printed)" -eq 2 ]

face=$(recipe 2025-03-06 | sed -n '/name: "fonts\/Gentium.*-Bold.ttf"/{n;s/.*"\(.*\)"/\1/p}')
file=out/archive/resources/$(echo "$face" | cut -c 1-2)/$face.gz
mv "$file" away
ended=0
griot regenerate 2025-03-06 -o other >printed 2>told || ended=$?
[ $ended -eq 1 ] && grep -qF "$file: error: this resource is missing" told
