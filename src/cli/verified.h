/* What a run of verify found sound, in a file, so that a run that was stopped goes on where it was.
 * The file is a list of lines: «griot verify 1», with « deep» behind it where editions were composed
 * again; then «edition SHA256 BEFORE SIZE CHANGED NAME» for each edition, with «-» as BEFORE of the
 * first; and «resource SHA256 NAME» with the first edition that was met to need it. What stands
 * behind the last line feed was being written, and counts for nothing. */
#ifndef CLI_VERIFIED_H
#define CLI_VERIFIED_H

#include "archive/chain.h"

/* A resource that editions need. */
struct needed {
    struct digest sha256;
    struct edition_name first, last; /* of those that need it, in the order they were met */
    size_t n;                        /* how many do */
};

struct needs {
    struct needed *at;
    size_t n, cap;
    size_t next; /* behind the one met last: editions need the same ones in the same order */
};

/* An edition found sound before. */
struct verified {
    struct chain_link link;
    struct file_stamp stamp; /* of its file then */
};

struct verifieds {
    struct verified *at; /* by names */
    size_t n, cap;
};

/* Counts one more edition that needs the resource. */
void needs_add(struct arena *a, struct needs *needs, const struct digest *sha256,
               struct edition_name by);

/* Reads a state; nothing where there is no such file, or where it is one of the other depth. False,
 * told, where the file is something else. */
bool verified_read(struct arena *a, struct diags *d, struct text file, bool deep,
                   struct verifieds *out, struct needs *needs);
const struct verified *verified_find(const struct verifieds *v, struct edition_name name);

/* Lines to be added to it. */
void verified_print_start(struct build *b, bool deep);
void verified_print(struct build *b, const struct verified *v);
void verified_print_need(struct build *b, const struct needed *n);

#endif
