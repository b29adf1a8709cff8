"""docx.py FOLDER: Word files as Word writes them, and as it never would, one way each.

Each is made of parts, written here as the standard (ISO/IEC 29500) and Word have them."""
import sys
import zipfile

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
SPACES = (f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
          'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
          'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
          'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'


def relations(*all_of):
    rows = ''.join(f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{target}"'
                   f'{" TargetMode=" + chr(34) + "External" + chr(34) if "://" in target else ""}/>'
                   for i, t, target in all_of)
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def t(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside, style=''):
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ''
    return f'<w:p>{style}{inside}</w:p>'


STYLES = ('<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>'
          '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="Sous"><w:name w:val="Sous-titre maison"/>'
          '<w:basedOn w:val="Titre1"/></w:style>'
          '<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/>'
          '<w:rPr><w:b/></w:rPr></w:style>')
NUMBERING = ('<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
             '<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
             '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
             '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
             '<w:startOverride w:val="1"/></w:lvlOverride></w:num>')
TITLE = p(t('Un titre'), 'Titre')
END = p(t('Fin. MSDS'))


def item(text, number, level=0):
    return (f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            f'</w:pPr>{t(text)}</w:p>')


def field(code, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (mark.format('begin') + f'<w:r><w:instrText>{code}</w:instrText></w:r>' +
            mark.format('separate') + result + mark.format('end'))


def drawing(inside, properties=''):
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" {properties}</wp:inline></w:drawing></w:r>'.replace(
        '</wp:inline>', inside + '</wp:inline>', 1)


BLIP = '<a:graphic><a:blip r:embed="{}"/></a:graphic>'
BOX = '<w:txbxContent>' + p(t('Dans la zone')) + '</w:txbxContent>'
MORE = (('h1', 'header', 'header1.xml'), ('l1', 'hyperlink', 'https://exemple.ml/a?b=1&amp;c=(2)'),
        ('p1', 'image', 'media/image1.png'), ('p2', 'image', 'media/image2.emf'),
        ('p3', 'image', 'https://exemple.ml/image.png'), ('p4', 'image', '../../../etc/passwd'))

BODIES = {
    'styles': TITLE + p(t('Le sous-titre'), 'Sous') +
    p('<w:r><w:rPr><w:rStyle w:val="Fort"/></w:rPr><w:t>Objet</w:t></w:r>' + t(' : la suite.')) +
    p('<w:r><w:rPr><w:rStyle w:val="Fort"/><w:b w:val="0"/></w:rPr><w:t>Gras éteint ?</w:t></w:r>') + END,
    'two-titles': p(t('Un titre'), 'Titre') + p(t('en deux lignes'), 'Titre') + p(t('Texte.')) + END,
    'lists': TITLE + item('quatre', 3) + item('dedans', 3, 1) + item('cinq', 3) + p(t('Puis :')) +
    item('six', 3) + item('un', 4) + item('trop profond', 4, 8) + END,
    'fields': TITLE + p(t('Voir ') + field('HYPERLINK "https://exemple.ml/x" \\o "bulle"', t('ici')) +
                        t(', page ') + field('PAGE', t('3')) + t('.')) +
    p('<w:hyperlink r:id="l1">' + t('le site') + '</w:hyperlink>' +
      '<w:fldSimple w:instr="DATE">' + t(' du jour') + '</w:fldSimple>') + END,
    'boxes': TITLE +
    p(t('Avant.') + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
      '<wps:txbx>' + BOX + '</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>'
      '<v:textbox>' + BOX + '</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>') + END,
    'revisions': TITLE +
    p(t('Il reste ') + '<w:del><w:r><w:delText>deux secrets</w:delText></w:r></w:del>' +
      '<w:ins>' + t('ceci') + '</w:ins><w:moveFrom>' + t('parti') + '</w:moveFrom>' + t('.')) +
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>' + t('Une phrase ') + '</w:p>' + p(t('réunie.')) +
    END,
    'held': TITLE + '<w:sdt><w:sdtContent>' + p('<w:smartTag>' + t('Dans un contrôle') +
                                                '</w:smartTag>') + '</w:sdtContent></w:sdt>' +
    p('<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>' + t('Une formule manque.')) +
    p('<w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:sym w:font="Wingdings" w:char="F04A"/>'
      '<w:t>signes</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:br w:type="page"/></w:r>') + END,
    'pictures': TITLE + p(t('Avant.') + drawing(BLIP.format('p1'), 'descr="Le pont"/>')) +
    p(drawing(BLIP.format('p1'), '><adec:decorative val="1"/></wp:docPr>')) +
    p('<w:r><w:pict><v:shape alt="Un vieux dessin"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>') +
    END,
    'picture-kind': TITLE + p(drawing(BLIP.format('p2'), 'descr="Un schéma"/>')) + END,
    'picture-outside': TITLE + p(drawing(BLIP.format('p3'), 'descr="Loin"/>')) +
    p(drawing(BLIP.format('p4'), 'descr="Ailleurs"/>')) + END,
    'tables': TITLE + '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p(t('Deux')) +
    '</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>' + p(t('ôtée')) + '</w:tc></w:tr><w:tr><w:tc>' +
    p(t('a "b"')) + p(t('c')) + '</w:tc><w:tc>' + p(t('d')) + '</w:tc></w:tr></w:tbl>' +
    '<w:tbl><w:tr><w:tc>' + p(t('Un encadré seul.')) + '</w:tc></w:tr></w:tbl>' + END,
    'header': TITLE + p(t('Texte.')) + END,
    'faults': p(t('La 2ème visite.'), 'Titre') + p(t('Premier paragraphe. A l’ordre du jour.')) +
    p(t('Il a ') + '<w:r><w:rPr><w:b/></w:rPr><w:t>a dit</w:t></w:r>' + t(' oui*.')) + END,
    'nested': TITLE + '<w:tbl><w:tr><w:tc>' + p(t('a')) + '<w:tbl><w:tr><w:tc>' + p(t('b')) + '</w:tc><w:tc>' +
    p(t('c')) + '</w:tc></w:tr></w:tbl>' + p(t('d')) + '</w:tc><w:tc>' + p(t('e')) + '</w:tc></w:tr><w:tr><w:tc>' +
    p(t('f')) + '</w:tc><w:tc>' + p(t('g')) + '</w:tc></w:tr></w:tbl>' + END,
    'letterhead': '<w:tbl><w:tr><w:tc>' + p(t('République du Mali')) + '</w:tc><w:tc>' + p(t('Un Peuple')) +
    p('<w:r><w:rPr><w:b/></w:rPr><w:t>Un But</w:t></w:r>') + '</w:tc></w:tr></w:tbl>' + TITLE +
    p(t('Le texte.')) + END,
    'object': TITLE + p(t('Un ') + '<w:r><w:object><w:t>tableau</w:t></w:object></w:r>' + t('graphique.')) + END,
    'alone': p(t('Un titre')) + p(t('Un texte sans ministère.')),
}


def write(folder, name, parts):
    with zipfile.ZipFile(f'{folder}/{name}.docx', 'w', zipfile.ZIP_DEFLATED) as z:
        for part, text in parts.items():
            z.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED)


def parts_of(body, root=SPACES, **other):
    return {
        '_rels/.rels': relations(('m', 'officeDocument', 'word/document.xml')),
        'word/document.xml': other.get('document') or
        f'<?xml version="1.0"?><w:document {root}><w:body>{body}</w:body></w:document>',
        'word/_rels/document.xml.rels': relations(('s', 'styles', 'styles.xml'),
                                                  ('n', 'numbering', 'numbering.xml'), *MORE),
        'word/styles.xml': f'<w:styles {SPACES}>{STYLES}</w:styles>',
        'word/numbering.xml': f'<w:numbering {SPACES}>{NUMBERING}</w:numbering>',
        'word/header1.xml': f'<w:hdr {SPACES}>{p(t("REPUBLIQUE DU MALI"))}</w:hdr>',
        'word/media/image1.png': b'\x89PNG\r\n\x1a\n', 'word/media/image2.emf': b'\1\0\0\0'}


folder = sys.argv[1]
for name, body in BODIES.items():
    parts = parts_of(body)
    if name != 'header':
        del parts['word/header1.xml']
    write(folder, name, parts)
write(folder, 'MSDS-prefix', parts_of(BODIES['alone']))
# as other programs pack it, with its folders
write(folder, 'folders', {'_rels/': '', 'word/': '', 'word/_rels/': '', **parts_of(BODIES['alone'])})
strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
write(folder, 'strict', parts_of(p(t('Un titre')) + END, strict))
# what is no document
laughs = ''.join(f'<!ENTITY a{i} "{("&a" + str(i - 1) + ";") * 10}">' for i in range(1, 10))
write(folder, 'bad-entities', parts_of('', document='<!DOCTYPE w [<!ENTITY a0 "ha">' + laughs +
                                       f']><w:document {SPACES}><w:body>&a9;</w:body></w:document>'))
write(folder, 'bad-outside', parts_of('', document='<!DOCTYPE w [<!ENTITY x SYSTEM "/etc/passwd">]>'
                                      f'<w:document {SPACES}><w:body>' + p(t('&x;')) +
                                      '</w:body></w:document>'))
write(folder, 'bad-deep', parts_of('<w:sdt>' * 5000 + '</w:sdt>' * 5000))
write(folder, 'bad-cut', parts_of('', document=f'<w:document {SPACES}><w:body><w:p>'))
write(folder, 'bad-xml', parts_of('<w:p w:x=></w:p>'))
write(folder, 'bad-sheet', {'_rels/.rels': relations(('m', 'officeDocument', 'xl/workbook.xml')),
                            'xl/workbook.xml': '<workbook/>'})
write(folder, 'bad-nothing', {'hello.txt': 'hello'})
write(folder, 'bad-name', {**parts_of(TITLE + END), '../../escape': 'x'})
write(folder, 'bad-folder', {'word/../../': '', **parts_of(TITLE + END)})
with zipfile.ZipFile(f'{folder}/bad-bomb.docx', 'w', zipfile.ZIP_DEFLATED) as z:
    for part, text in parts_of(TITLE + END).items():
        z.writestr(part, text)
    with z.open('word/media/zeros.bin', 'w', force_zip64=True) as zeros:
        for _ in range(1100):
            zeros.write(bytes(1 << 20))
open(f'{folder}/bad-old.docx', 'wb').write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600))
open(f'{folder}/bad-empty.docx', 'wb')
open(f'{folder}/bad-text.docx', 'w').write('Un titre\n\nUn texte. MSDS\n')
