/* See streams.h. A file is brought to a form in which each stream stands decoded and without its
 * length, and what tells offsets in the file, the cross-reference stream, is left out. It need not
 * be read as others' files must be: where it is not laid out as pdf_write does, the form is the file
 * as it is, and differs. */
#include "pdf/streams.h"

#include "base/gzip.h"

enum { STREAM_CAP = 1 << 28 };

/* The last place of `what` before `end`; end where there is none. */
static size_t find_back(struct text t, size_t end, struct text what) {
    for (size_t i = end; i-- > 0;)
        if (text_starts(text_after(t, i), what)) return i;
    return end;
}

/* One stream: where its object, its length and its bytes are. */
struct stream {
    size_t object, length, dict_end, at, end;
};

/* The first stream behind `from`; false where there is none, or none that can be read. */
static bool next_stream(struct text t, size_t from, struct stream *out) {
    static const char mark[] = ">>\nstream\n", key[] = "/Length ";
    int64_t n;
    out->dict_end = from + text_find(text_after(t, from), text_of(mark));
    if (out->dict_end == t.n) return false;
    out->at = out->dict_end + sizeof mark - 1;
    out->object = find_back(t, out->dict_end, T(" 0 obj\n"));
    out->length = find_back(t, out->dict_end, text_of(key));
    if (out->length < from || out->length == out->dict_end) return false;
    if (!text_int(text_part(t, out->length + sizeof key - 1, out->dict_end), 0, STREAM_CAP, &n))
        return false;
    out->end = out->at + (size_t)n;
    return out->end <= t.n;
}

/* Whether every stream could be decoded. */
static bool decode(struct arena *a, struct text t, struct build *b) {
    struct stream s;
    size_t from = 0;
    for (; next_stream(t, from, &s); from = s.end) {
        struct text dict = text_part(t, s.object, s.length), bytes = text_part(t, s.at, s.end);
        bool offsets = text_find(dict, T("/Type/XRef")) < dict.n;
        bool flate = text_find(dict, T("/FlateDecode")) < dict.n;
        if (!offsets) build_text(b, text_part(t, from, s.length));
        if (offsets) continue;
        if (flate && !inflate_bytes(a, bytes, STREAM_CAP, &bytes)) return false;
        build_text(b, bytes);
    }
    build_text(b, text_part(t, from, from + text_find(text_after(t, from), T("startxref"))));
    return from > 0;
}

bool streams_equal(struct arena *a, struct text x, struct text y) {
    struct arena own = arena_open((size_t)1 << 32);
    struct build forms[] = {{.arena = &own}, {.arena = &own}};
    build_room(&forms[0], 16 * x.n);
    build_room(&forms[1], 16 * y.n);
    bool same = decode(a, x, &forms[0]) && decode(a, y, &forms[1]) &&
                text_equal(build_done(&forms[0]), build_done(&forms[1]));
    arena_close(&own);
    return same;
}
