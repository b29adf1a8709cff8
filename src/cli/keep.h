/* What the commands over an archive share. */
#ifndef CLI_KEEP_H
#define CLI_KEEP_H

#include "archive/catalogue.h"
#include "cli/opened.h"
#include "cli/options.h"

/* Options that go with every command over an archive. */
struct keep_options {
    struct text archive, newsroom;
    bool json;
};

#define KEEP_OPTIONS(struct_, field)                                                               \
    {"--archive", OPTION_TEXT, offsetof(struct_, field.archive)},                                  \
        {"--newsroom", OPTION_TEXT, offsetof(struct_, field.newsroom)}
/* For those whose results can be told as JSON. */
#define KEEP_JSON(struct_, field) {"--json", OPTION_FLAG, offsetof(struct_, field.json)}

/* Reads the words of a command that has these options only (--json where `json`) and takes from
 * `least` to `most` arguments; `wanted` is the name of the one that is told as missing. */
bool keep_words(struct call *c, struct text command, char **words, bool json, size_t least,
                size_t most, struct keep_options *o, struct arguments *rest, const char *wanted);

/* The archive's folder: given, else the newsroom's, else out/archive. */
struct text keep_folder(struct call *c, const struct keep_options *o);
/* Opens it for reading. */
bool keep_open(struct call *c, const struct keep_options *o, struct store *s);

/* Tells that the words are no range, or name a day that there is not. */
void keep_tell_range(struct call *c, struct text range);
/* The editions of the range, in order; told where there is none. */
bool keep_range(struct call *c, const struct store *s, struct text range, struct editions *out);
/* The one edition that a DATE names, its latest revision where it says none; a note tells where
 * there are others. */
bool keep_one(struct call *c, const struct store *s, struct text day, struct edition_name *out);

/* Visits the editions in order, each in memory of its own, which is given back behind it; stops
 * where `visit` returns false. Bundles that cannot be opened are told and passed over. */
void keep_each(struct call *c, const struct store *s, const struct editions *editions,
               bool (*visit)(struct call *c, const struct visited *v, void *context),
               void *context);

#endif
