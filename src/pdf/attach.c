/* See attach.h. */
#include "pdf/attach.h"

static uint32_t put_file(struct haru *h, const struct arena *a, const struct attachment *at,
                         struct text deflated, struct text day) {
    struct arena scratch = *a;
    struct build keys = {.arena = &scratch};
    build_text(&keys, T("/Type/EmbeddedFile/Subtype"));
    build_name(&keys, at->mime);
    build_text(&keys, T("/Params<</Size "));
    build_int(&keys, (int64_t)at->bytes.n);
    build_text(&keys, T("/CreationDate"));
    build_pdf_string(&keys, day);
    build_text(&keys, T("/ModDate"));
    build_pdf_string(&keys, day);
    build_text(&keys, T(">>"));
    return haru_stream(h, build_done(&keys), deflated, true);
}

/* The file specification: the same name for old and new readers. */
static uint32_t put_specification(struct haru *h, const struct arena *a,
                                  const struct attachment *at, uint32_t file) {
    struct arena scratch = *a;
    struct build b = {.arena = &scratch};
    uint32_t number = haru_record(h);
    build_text(&b, T("<</Type/Filespec/AFRelationship/Source/F"));
    build_pdf_string(&b, at->name);
    build_text(&b, T("/UF"));
    build_pdf_string(&b, at->name);
    build_text(&b, T("/Desc"));
    build_pdf_string(&b, at->says);
    build_text(&b, T("/EF<</F "));
    build_ref(&b, file);
    build_text(&b, T("/UF "));
    build_ref(&b, file);
    build_text(&b, T(">>>>"));
    haru_fill(h, number, build_done(&b));
    return number;
}

void attach_put(struct haru *h, const struct arena *a, const struct attachment *at, size_t n,
                const struct text *deflated, struct text day) {
    struct arena scratch = *a;
    struct build names = {.arena = &scratch}, all = {.arena = &scratch};
    if (!n) return;
    uint32_t tree = haru_record(h), array = haru_record(h);
    uint32_t *numbers = arena_new(&scratch, uint32_t, n);
    for (size_t i = 0; i < n; i++)
        numbers[i] = put_specification(h, &scratch, &at[i],
                                       put_file(h, &scratch, &at[i], deflated[i], day));
    build_text(&names, T("<</Names["));
    for (size_t i = 0; i < n; i++) { /* keys of one length, so that they are in order */
        build_char(&names, '(');
        build_padded(&names, (int)i + 1, 6);
        build_char(&names, ')');
        build_ref(&names, numbers[i]);
    }
    build_text(&names, T("]>>"));
    haru_fill(h, tree, build_done(&names));
    build_char(&all, '[');
    for (size_t i = 0; i < n; i++) {
        build_ref(&all, numbers[i]);
        build_char(&all, ' ');
    }
    build_char(&all, ']');
    haru_fill(h, array, build_done(&all));
    haru_ref(h, haru_names(h), "EmbeddedFiles", tree);
    haru_ref(h, haru_catalog(h), "AF", array);
}
