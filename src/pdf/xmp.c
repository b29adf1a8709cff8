/* See xmp.h. */
#include "pdf/xmp.h"

/* A property of a schema that PDF/A does not know. */
struct property {
    const char *name, *type, *says;
};

static void build_escaped(struct build *b, struct text t) {
    for (size_t i = 0; i < t.n; i++) {
        switch (t.at[i]) {
        case '&': build_text(b, T("&amp;")); break;
        case '<': build_text(b, T("&lt;")); break;
        case '>': build_text(b, T("&gt;")); break;
        default: build_char(b, t.at[i]);
        }
    }
}

static void build_element(struct build *b, const char *name, struct text value) {
    build_text(b, T("<"));
    build_text(b, text_of(name));
    build_text(b, T(">"));
    build_escaped(b, value);
    build_text(b, T("</"));
    build_text(b, text_of(name));
    build_text(b, T(">\n"));
}

/* A property that is a list of one. */
static void build_listed(struct build *b, const char *name, const char *list, const char *attribute,
                         struct text value) {
    const char *parts[] = {"<", name, "><rdf:", list, "><rdf:li", attribute, ">"};
    const char *ends[] = {"</rdf:li></rdf:", list, "></", name, ">\n"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) build_text(b, text_of(parts[i]));
    build_escaped(b, value);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) build_text(b, text_of(ends[i]));
}

static void build_schema(struct build *b, const char *title, const char *space, const char *prefix,
                         const struct property *properties, size_t n) {
    build_text(b, T("<rdf:li rdf:parseType=\"Resource\">\n"));
    build_element(b, "pdfaSchema:schema", text_of(title));
    build_element(b, "pdfaSchema:namespaceURI", text_of(space));
    build_element(b, "pdfaSchema:prefix", text_of(prefix));
    build_text(b, T("<pdfaSchema:property><rdf:Seq>\n"));
    for (size_t i = 0; i < n; i++) {
        build_text(b, T("<rdf:li rdf:parseType=\"Resource\">\n"));
        build_element(b, "pdfaProperty:name", text_of(properties[i].name));
        build_element(b, "pdfaProperty:valueType", text_of(properties[i].type));
        build_element(b, "pdfaProperty:category", T("internal"));
        build_element(b, "pdfaProperty:description", text_of(properties[i].says));
        build_text(b, T("</rdf:li>\n"));
    }
    build_text(b, T("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n"));
}

#define GRIOT_SPACE "urn:griot:edition:1:"
#define UA_SPACE "http://www.aiim.org/pdfua/ns/id/"

static void build_schemas(struct build *b) {
    static const struct property ua[] = {{"part", "Integer", "Part of ISO 14289 conformed to"}};
    static const struct property griot[] = {
        {"date", "Text", "The edition's day, as in 2025-11-25"},
        {"number", "Integer", "The edition's number"}};
    build_text(b, T("<pdfaExtension:schemas><rdf:Bag>\n"));
    build_schema(b, "PDF/UA identification", UA_SPACE, "pdfuaid", ua, 1);
    build_schema(b, "griot edition", GRIOT_SPACE, "griot", griot, 2);
    build_text(b, T("</rdf:Bag></pdfaExtension:schemas>\n"));
}

static void build_start(struct build *b, const char *spaces) {
    build_text(b, T("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                    "<rdf:Description rdf:about=\"\""
                    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""));
    build_text(b, text_of(spaces));
    build_text(b, T(">\n"));
}

static void build_end(struct build *b) {
    build_text(b, T("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"));
}

/* What all files say of themselves, equal to Info. */
static void build_facts(struct build *b, const struct pdf_facts *facts, struct text lang) {
    struct build time = {.arena = b->arena};
    date_print_iso(&time, facts->date);
    build_text(&time, T("T00:00:00Z"));
    build_listed(b, "dc:title", "Alt", " xml:lang=\"x-default\"", facts->title);
    build_listed(b, "dc:creator", "Seq", "", facts->publisher);
    build_listed(b, "dc:language", "Bag", "", lang);
    build_element(b, "xmp:CreatorTool", facts->program);
    build_element(b, "xmp:CreateDate", build_done(&time));
    build_element(b, "xmp:ModifyDate", build_done(&time));
    build_element(b, "pdf:Producer", facts->program);
}

struct text xmp_packet(struct arena *a, const struct pdf_facts *facts, struct text lang) {
    struct build b = {.arena = a}, day = {.arena = a};
    date_print_iso(&day, facts->date);
    build_start(&b, " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                    " xmlns:pdfuaid=\"" UA_SPACE "\" xmlns:griot=\"" GRIOT_SPACE "\""
                    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"");
    build_element(&b, "pdfaid:part", T("3"));
    build_element(&b, "pdfaid:conformance", T("A"));
    build_element(&b, "pdfuaid:part", T("1"));
    build_facts(&b, facts, lang);
    build_element(&b, "griot:date", build_done(&day));
    build_element(&b, "griot:number", text_number(a, facts->number));
    build_schemas(&b);
    build_end(&b);
    return build_done(&b);
}

struct text xmp_press_packet(struct arena *a, const struct pdf_facts *facts, struct text lang,
                             struct text document) {
    struct build b = {.arena = a}, time = {.arena = a};
    date_print_iso(&time, facts->date);
    build_text(&time, T("T00:00:00Z"));
    build_start(&b, " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                    " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"");
    build_element(&b, "pdfxid:GTS_PDFXVersion", T("PDF/X-4"));
    build_facts(&b, facts, lang);
    build_element(&b, "xmp:MetadataDate", build_done(&time));
    build_element(&b, "pdf:Trapped", T("False"));
    build_element(&b, "xmpMM:DocumentID", document);
    build_element(&b, "xmpMM:VersionID", T("1"));
    build_element(&b, "xmpMM:RenditionClass", T("default"));
    build_end(&b);
    return build_done(&b);
}
