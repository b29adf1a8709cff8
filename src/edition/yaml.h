/* YAML files as a small tree with places; the only user of libyaml.
 *
 * The subset that settings need: one document of maps, lists and scalars, in UTF-8. Aliases, tags,
 * repeated keys, more than DEPTH levels, NODES nodes or KEYS keys in a map are refused, so that a
 * hostile file costs nothing.
 * Keys are read by tables: an unknown key is an error that offers the nearest known one. */
#ifndef EDITION_YAML_H
#define EDITION_YAML_H

#include "base/date.h"
#include "base/diag.h"
#include "base/length.h"

enum { YAML_DEPTH = 12, YAML_NODES = 100000, YAML_KEYS = 64, YAML_CAP = 4 << 20 };

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
    enum yaml_kind kind;
    struct place place;
    struct text key;         /* in a map its key, in a list the list's; at the root the file's name */
    struct place key_place;
    struct text scalar;      /* empty for lists and maps */
    const struct yaml *first, *next; /* children; siblings */
};

/* The document's root; NULL where it could not be read, which is told. An empty document is an
 * empty map. */
const struct yaml *yaml_read(struct arena *a, struct diags *d, struct text file,
                             struct text bytes);

enum yaml_type {
    YAML_TEXT,   /* struct text */
    YAML_INT,    /* int32_t, 0 to 1,000,000 */
    YAML_DATE,   /* date */
    YAML_LENGTH, /* length, not negative: 12pt, 18mm, 2cm, 0.5in */
    YAML_SHARE,  /* int32_t, millionths: 2%, 0.5, -3% */
    YAML_COLOUR, /* struct paint: see yaml_colour */
    YAML_BOOL,   /* bool: true or false */
    YAML_NODE    /* const struct yaml *: read further by the caller */
};

struct yaml_key {
    const char *name;
    enum yaml_type type;
    size_t offset;  /* of the field in the struct that is filled */
    bool required;
};

#define YAML_KEY(struct_, field, name, type, required)                                             \
    { name, type, offsetof(struct_, field), required }

/* Fills the struct `out` from the map; keys that are missing leave their field alone. False where
 * anything was wrong; all that is wrong is told. */
bool yaml_fill(struct diags *d, const struct yaml *map, const struct yaml_key *keys, size_t n,
               void *out);

/* Whether the node is of that kind; tells where it is not. */
bool yaml_is(struct diags *d, const struct yaml *node, enum yaml_kind kind);

/* One scalar of the given type into *out; tells and returns false where it is not one. */
bool yaml_scalar(struct diags *d, const struct yaml *node, enum yaml_type type, void *out);

/* A colour: of the screen, "#rrggbb", or a map that says what it is on paper, too:
 * { screen: "#rrggbb", press: [C, M, Y, K] } in per cent. */
bool yaml_colour(struct diags *d, const struct yaml *node, struct paint *out);

/* Which of the words the scalar is; tells the nearest and returns -1 where it is none. */
int yaml_choice(struct diags *d, const struct yaml *node, const char *const *words, size_t n);

struct text yaml_library(struct arena *a);

#endif
