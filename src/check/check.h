/* The editor at your side: the table of rules, and all of them over an edition. Nothing here reads
 * a file or changes a text. The text is looked at as it came, before any correction, so that every
 * place leads into the source. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "check/finding.h"

struct yaml;

struct text rule_id(enum rule r);          /* "weekday": the code of its complaints, too */
enum level rule_level(enum rule r);        /* where the newsroom says nothing */
enum message rule_why(enum rule r);        /* a sentence on what it is for */
/* "off", "note", "warning" or "error". */
struct text rule_level_word(enum level l);

/* The level of each rule: what the map of the newsroom's settings says, else its own; NULL is no
 * map. Unknown rules and levels are told; then false. */
bool check_levels(struct diags *d, const struct yaml *map, enum level levels[RULE__MAX]);

/* Runs every rule but spelling, which asks a dictionary (spelling.h), over k->edition; findings go
 * to k->out. Wants all fields of *k before `stretches`, `past` and `levels`. */
void check_edition(struct checking *k);

/* Findings by file in the order the files were met, then by place. */
void check_sort(struct arena *a, struct findings *f);
/* As complaints. */
void check_tell(struct diags *d, const struct findings *f);
/* An object a line: rule, level, file, line, col, words, proposal (or null). */
void check_print_json(struct build *b, const struct findings *f);
/* The table of rules: id, level, reason, a line each. */
void check_print_rules(struct build *b, const enum level levels[RULE__MAX], enum lang lang);

#endif
