/* The list of faces: which file each is, where it comes from, and what it hashes to. Nothing here
 * opens a font; type/font does. */
#ifndef EDITION_FONTS_H
#define EDITION_FONTS_H

#include "base/diag.h"
#include "base/digest.h"

struct font_file {
    struct text name;    /* family and style: "Gentium Book Plus Bold" */
    struct text file;    /* its name in the folder of fonts */
    struct text path;    /* where it is read from */
    struct text package; /* the Debian package that has it */
    struct text licence; /* SPDX */
    struct text sha256;  /* as listed */
};

struct font_files {
    struct font_file *at;
    size_t n, cap;
    struct text folder; /* where the files are, with «hashes» beside them */
};

/* Reads fonts.yaml; `folder` holds the files. */
bool font_files_read(struct arena *a, struct diags *d, struct text path, struct text folder,
                     struct font_files *out);

/* The index of the face, or -1. */
int font_files_find(const struct font_files *f, struct text name);

/* The file's hash as it is now, in hexadecimal: from the list «hashes» that the build wrote beside
 * the files where that is not older than the file, else computed. A hash that differs from the
 * listed one is told as a warning; the file is used all the same. Empty where it cannot be read. */
struct text font_file_hash(struct arena *a, struct diags *d, const struct font_files *f, int i);

#endif
