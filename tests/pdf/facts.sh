# What the seed's file says about itself, its outline, and what its contents lead to.
. ./inputs
. ./edition-text
make_inputs
compose seed
places seed | sed 's/griot [0-9.]*$/griot VERSION/; s/ on [0-9]*$//' >"$TMP/got"
diff seed.places "$TMP/got"
