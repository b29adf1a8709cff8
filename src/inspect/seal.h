/* Whether a signature holds: over which bytes, by whom, stamped by whom, and whether they are to be
 * trusted, which is another question. */
#ifndef INSPECT_SEAL_H
#define INSPECT_SEAL_H

#include "base/diag.h"
#include "inspect/facts.h"

/* The certificates that are trusted. */
struct trust;
/* From a PEM file; NULL where it has none, which is told. The caller drops it. */
struct trust *trust_open(struct arena *a, struct diags *d, struct text path);
void trust_drop(struct trust *t);

enum trusted { TRUST_NOT_ASKED, TRUST_NO, TRUST_YES };

/* A certificate's holder. */
struct party {
    struct text subject, issuer, serial; /* names by RFC 4514's order of words; hexadecimal */
    instant from, to;
    bool self_made;       /* signed by itself */
    enum trusted trusted; /* at the time of the stamp if one holds, else at the claimed time */
    struct text why;      /* not trusted, in the library's words */
};

struct seal {
    bool covers;      /* the whole file but its own gap */
    size_t uncovered; /* bytes behind what it covers */
    bool holds;       /* what it covers is what was signed */
    enum message fault; /* MESSAGE_NONE, or what is wrong … */
    struct text detail; /* … with what */
    bool has_signer;
    struct party signer;
    bool stamped;
    bool stamp_holds;
    instant stamp_time;
    struct party authority;
};

/* Judges one signature of `file`; `trust` may be NULL. */
void seal_judge(struct arena *a, struct text file, const struct sealing *s,
                const struct trust *trust, struct seal *out);

#endif
