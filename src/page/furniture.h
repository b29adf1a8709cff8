/* What a page has besides its text: masthead, running heads, folios, colophon. */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "edition/edition.h"
#include "edition/newsroom.h"
#include "page/list.h"

/* What furniture is made from. */
struct furnishing {
    struct list *list;
    struct setter setter;
    const struct style *style;
    const struct edition *edition;
    const struct newsroom *newsroom;
    bool proof; /* each page is marked as one */
};

/* An empty list of the style's pages, with its pens. */
struct list *furniture_list(struct arena *a, const struct look *look,
                            const struct newsroom *newsroom);

/* The masthead on the last page; returns how far down it reaches. */
length furniture_masthead(const struct furnishing *f);

/* Height of the colophon with the rule above it. */
length furniture_colophon_height(const struct furnishing *f);
/* The colophon on the last page, its foot at `bottom`. */
void furniture_colophon(const struct furnishing *f, length bottom);

/* The ministries of one page, in order. */
struct on_page {
    const struct ministry *const *at;
    size_t n;
};
/* What heads and feet of all pages have alike. */
struct running {
    struct line title, issue, day;
    size_t of;   /* pages */
    length room; /* on either side of the folio, which is as wide as the widest */
};
struct running furniture_running(const struct furnishing *f, size_t of);
/* Head and foot of a page, from 1; the first has no head. */
void furniture_page(const struct furnishing *f, const struct running *r, size_t number,
                    struct on_page who);

/* One line of the program's own text in a role (its size, where 0), however long. */
struct line furniture_line(const struct furnishing *f, enum role role, struct text text,
                           length size);

#endif
