/* Text as pointer and length, sliced out of what was read and never copied without need; and a
 * builder for text that is new. Text is UTF-8 unless said otherwise. A text's bytes belong to
 * whoever made it; a slice never outlives them. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct text {
    const char *at; /* not NUL-terminated */
    size_t n;       /* bytes */
};

#define T(literal) ((struct text){"" literal, sizeof literal - 1})

/* A NUL-terminated string as text; NULL gives the empty text. */
struct text text_of(const char *s);
/* A NUL-terminated copy in the arena, for calls into a library. */
char *text_z(struct arena *a, struct text t);
struct text text_copy(struct arena *a, struct text t);

bool text_equal(struct text a, struct text b);
/* Bytewise order: <0, 0 or >0. For UTF-8 this is the order of the code points. */
int text_order(struct text a, struct text b);
bool text_starts(struct text t, struct text with);
/* Whether it begins as an address of the web does: http:// or https://. */
bool text_is_web(struct text t);
bool text_ends(struct text t, struct text with);
/* Offset of the first `what` in `t`, or t.n where there is none. */
size_t text_find(struct text t, struct text what);

/* The bytes [from, to) of `t`; both are clipped to its length. */
struct text text_part(struct text t, size_t from, size_t to);
struct text text_after(struct text t, size_t from);
/* Without blanks (space, tab, no-break spaces, CR) at its ends. */
struct text text_trim(struct text t);
struct text text_trim_end(struct text t);

/* The whole of `t` as a decimal number in [low, high]. */
bool text_int(struct text t, int64_t low, int64_t high, int64_t *out);

/* 32-bit FNV-1a (Fowler, Noll, Vo 1991), continued from `seed` (0 at first). */
uint32_t text_hash(struct text t, uint32_t seed);

/* --- UTF-8 (RFC 3629) --- */
#define UTF8_BAD 0xFFFFFFFFu
/* The code point at *i, which moves behind it; UTF8_BAD (and one byte forward) where the bytes
 * are not UTF-8. *i must be less than t.n. Most are of one byte, and found in place. */
uint32_t utf8_next_long(struct text t, size_t *i);
static inline uint32_t utf8_next(struct text t, size_t *i) {
    unsigned char c = (unsigned char)t.at[*i];
    return c < 0x80 ? ++*i, c : utf8_next_long(t, i);
}
/* The code point that ends before `i` (> 0), *i moves to its first byte. `t` must be valid. */
uint32_t utf8_prev(struct text t, size_t *i);
/* Writes 1 to 4 bytes; returns how many. */
size_t utf8_put(char out[4], uint32_t c);
/* Code points in `t`, which must be valid. */
size_t utf8_count(struct text t);

/* --- builder --- */
struct build {
    struct arena *arena; /* where the bytes live */
    char *at;
    size_t n, cap;
};

void build_text(struct build *b, struct text t);
/* Room for `n` more bytes, not yet counted; add to b->n what was written there. */
void build_grow(struct build *b, size_t n);
static inline char *build_room(struct build *b, size_t n) {
    if (b->cap - b->n < n) build_grow(b, n);
    return b->n ? b->at + b->n : b->at;
}
static inline void build_char(struct build *b, char c) {
    *build_room(b, 1) = c;
    b->n++;
}
void build_code(struct build *b, uint32_t code_point);
void build_int(struct build *b, int64_t n);
/* `n` with leading zeros to at least `width` digits. */
void build_padded(struct build *b, int64_t n, int width);
struct text build_done(const struct build *b);
/* The text in double quotes, with quotes, backslashes and control characters escaped as in JSON
 * (RFC 8259, section 7). */
void build_quoted(struct build *b, struct text t);
/* The text between two of a mark, which is doubled within: as in CSV (RFC 4180, section 2) and in YAML's
 * single quotes (YAML 1.1, 9.1.2). */
void build_doubled(struct build *b, char mark, struct text t);

/* Bytes in base 64 (RFC 4648, section 4), on one line. */
void build_base64(struct build *b, struct text bytes);

/* The text as one word of a shell's command line: in single quotes where it needs any (POSIX.1-2017,
 * Shell Command Language 2.2.2). */
void build_shell(struct build *b, struct text t);

/* Joined in the arena. */
struct text text_join(struct arena *a, const struct text *parts, size_t n);
#define TEXT_JOIN(a, ...)                                                                          \
    text_join((a), (struct text[]){__VA_ARGS__},                                                   \
              sizeof((struct text[]){__VA_ARGS__}) / sizeof(struct text))

/* A number as text in the arena. */
struct text text_number(struct arena *a, int64_t n);

#endif
