/* What an edition was made from, all of it: the file data/recipe.yaml of its bundle. */
#ifndef ARCHIVE_RECIPE_H
#define ARCHIVE_RECIPE_H

#include "archive/name.h"
#include "base/diag.h"
#include "base/digest.h"

/* Something named and hashed. `file` is where it stands in the bundle, below data/; empty for what
 * is kept in the archive's resources. */
struct ingredient {
    struct text name;
    struct text file;
    struct text sha256; /* 64 hexadecimal digits */
};

struct ingredients {
    struct ingredient *at;
    size_t n, cap;
};

/* A communiqué as the edition's contents have it. */
struct content_entry {
    struct text ministry; /* acronym */
    struct text name;     /* of the ministry */
    struct text title;
    int32_t page;
    size_t at, bytes;     /* where its text stands in data/text.txt */
};

struct content_entries {
    struct content_entry *at;
    size_t n, cap;
};

/* A part that is linked, with its version. */
struct part_version {
    struct text name, version;
};

struct part_versions {
    struct part_version *at;
    size_t n, cap;
};

/* How a signature is put back: see pdf/sign.h. */
struct kept_signature {
    struct text file;  /* below data/: the CMS structure; empty: the edition is not signed */
    struct text field; /* name of the form's field */
    struct text time;  /* claimed: 2025-11-25T18:30:00Z */
    int32_t room;      /* bytes reserved */
};

enum { ENGINE = 10 /* raised whenever the bytes of an edition change; a test holds them */ };

struct recipe {
    struct text griot;        /* the program's version */
    int32_t engine;
    struct edition_name name;
    int32_t number;
    struct text lang;         /* of the bulletin: what its words are in */
    struct text title;        /* «Bulletin du Gouvernement n° 329, 25 novembre 2025» */
    struct text style;        /* its name */
    bool skipped;             /* the day is declared one without edition: there is nothing else */
    bool belated;             /* a revision of such a declaration */
    struct text because;      /* why a revision is made, or why there is no edition */
    struct text notes;        /* for those who keep the edition */
    int32_t max_bytes;        /* that the PDF was held to; 0: to none */
    struct text before;       /* SHA-256 of the bundle kept before; empty for the first */
    struct text newsroom, ministries, style_file, fonts; /* files below data/ */
    struct { struct text *at; size_t n, cap; } paths; /* the sources as given: below data/ */
    struct kept_signature signature;
    struct ingredients sources, settings, resources, outputs;
    struct content_entries contents;
    struct part_versions parts;
};

/* The recipe as YAML. */
void recipe_print(struct build *b, const struct recipe *r);
/* Reads what recipe_print wrote; what is wrong is told. */
bool recipe_read(struct arena *a, struct diags *d, struct text file, struct text bytes,
                 struct recipe *out);

#endif
