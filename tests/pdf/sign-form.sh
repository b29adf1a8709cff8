# The signature's field is in the form and in the structure, and nowhere on the page: a widget without
# extent, printed, that says what it is, under Form at the document's end; the unsigned file has none.
cd "$TMP"
. "$TOP/tests/keys.inc"
make_signer
"$GRIOT" compose --sign key.pem --cert chain.pem -o a.pdf "$seed" >said 2>&1
"$GRIOT" compose -o u.pdf "$seed" >said 2>&1
/usr/bin/python3 -B "$TOP/tests/pdf/rules/check.py" a.pdf # PDF/A-3a and PDF/UA-1 as before
[ -z "$(qpdf --check a.pdf 2>&1 >/dev/null)" ]
qpdf --json=2 --json-key=qpdf a.pdf a.json
qpdf --json=2 --json-key=qpdf u.pdf u.json
python3 - <<'END'
import json

def load(name):
    objects = json.load(open(name))['qpdf'][1]
    def get(o):
        while isinstance(o, str) and 'obj:' + o in objects:
            o = objects['obj:' + o]
        return o.get('value', o.get('stream', {}).get('dict')) if isinstance(o, dict) and (
            'value' in o or 'stream' in o) else o
    return get, get(objects['trailer']['value']['/Root'])

get, root = load('a.json')
form = get(root['/AcroForm'])
assert form['/SigFlags'] == 3 and len(form['/Fields']) == 1
number = form['/Fields'][0]
w = get(number)
assert (w['/Type'], w['/Subtype'], w['/FT']) == ('/Annot', '/Widget', '/Sig'), w
assert w['/Rect'] == [0, 0, 0, 0] and '/AP' not in w
assert w['/F'] & 4 and not w['/F'] & (1 | 2 | 32 | 256), w['/F']  # printed; never hidden
assert w['/T'] == 'u:Signature' and w['/TU'] == w['/Contents'] == 'u:Signature électronique'
pages = get(root['/Pages'])
first = pages
while '/Kids' in first:
    number_of_page = first['/Kids'][0]
    first = get(number_of_page)
assert w['/P'] == number_of_page and number in first['/Annots']
sig = get(w['/V'])
assert (sig['/Type'], sig['/Filter']) == ('/Sig', '/Adobe.PPKLite')
assert sig['/SubFilter'] == '/ETSI.CAdES.detached' and '/Cert' not in sig

# from the structure to the widget, and back by the parent tree
tree = get(root['/StructTreeRoot'])
document = get(tree['/K'])
element_number = document['/K'][-1]
element = get(element_number)
assert element['/S'] == '/Form' and element['/Pg'] == number_of_page
assert element['/K']['/Type'] == '/OBJR' and element['/K']['/Obj'] == number
key, found = w['/StructParent'], None
for leaf in get(tree['/ParentTree'])['/Kids']:
    nums = get(leaf)['/Nums']
    for k, v in zip(nums[::2], nums[1::2]):
        found = v if k == key else found
assert found == element_number and tree['/ParentTreeNextKey'] == key + 1

get, root = load('u.json')
assert '/AcroForm' not in root
assert get(get(get(root['/StructTreeRoot'])['/K'])['/K'][-1])['/S'] != '/Form'
END
