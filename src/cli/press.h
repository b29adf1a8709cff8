/* What composing needs besides sources: settings, faces, patterns, compositors. Opened once, it
 * serves any number of editions. */
#ifndef CLI_PRESS_H
#define CLI_PRESS_H

#include "cli/call.h"
#include "cli/options.h"
#include "edition/import.h"
#include "edition/ministries.h"
#include "edition/newsroom.h"
#include "pdf/foundry.h"
#include "type/galley.h"

/* Where the settings were read from. */
struct press_paths {
    struct text newsroom, ministries, style;
};

struct press {
    struct press_paths paths;
    struct newsroom newsroom;
    struct ministries ministries;
    struct style style;
    struct font_files files;
    struct look *look;
    struct patterns *patterns;
    struct compositors *compositors;
    struct pdf_means means;
    struct rooms rooms;    /* for the files, one after the other */
    struct text converter; /* see struct import */
    struct arena room;     /* for patterns and look */
};

/* How many threads work at a press (0: as many as there are processors), and its foundry, which may
 * be NULL. */
struct press_means {
    size_t workers;
    struct foundry *foundry;
};

struct press_settings {
    struct text newsroom;   /* the file; empty: see call_newsroom */
    struct text style;      /* a name among the styles, or a path that ends in .yaml; empty: officiel */
    struct given_date date; /* of the sources, and … */
    int number;             /* … their number; see struct import */
    struct press_means means;
};

/* The options by which commands take them. */
#define PRESS_OPTIONS(struct_, field)                                                              \
    {"--date", OPTION_DATE, offsetof(struct_, field.date)},                                        \
        {"--number", OPTION_NUMBER, offsetof(struct_, field.number)},                              \
        {"--style", OPTION_TEXT, offsetof(struct_, field.style)},                                  \
        {"--newsroom", OPTION_TEXT, offsetof(struct_, field.newsroom)}

/* Reads settings, opens faces and patterns and hires compositors. What is wrong is told; then
 * false. Close it in any case. */
bool press_open(struct press *p, struct call *c, const struct press_settings *s);
void press_close(struct press *p);

/* How sources come in by these settings. */
struct import press_import(const struct press *p, const struct press_settings *s,
                           const struct text *paths, size_t npaths);

#endif
