/* What a PDF says about itself: facts, outline, destinations, language. */
#ifndef PDF_META_H
#define PDF_META_H

#include "base/date.h"
#include "page/list.h"
#include "pdf/attach.h"
#include "pdf/haru.h"
#include "pdf/sign.h"

/* Facts of the edition that go into the file. */
struct pdf_facts {
    struct text title;     /* shown in the window */
    struct text publisher;
    struct text program;   /* «griot 1.0» */
    date date;             /* of the edition: the file's own dates */
    int number;            /* of the edition */
    const struct attachment *sources;
    size_t nsources;
    const struct signature *signature; /* what is to be reserved; NULL: nothing */
};

/* `a` is scratch memory here, as below. */
void meta_info(struct haru *h, const struct arena *a, const struct pdf_facts *facts);
/* The outline and the named destinations; pages[i] is the object of page i. */
void meta_places(struct haru *h, const struct arena *a, const struct list *list,
                 const uint32_t *pages);
/* Language, viewer preferences, page labels, what colours mean, the XMP packet, the sources
 * (deflated[i] is source i, compressed), and the mark that the file is tagged. */
void meta_catalog(struct haru *h, const struct arena *a, const struct list *list,
                  const struct pdf_facts *facts, const struct text *deflated, uint32_t structure);

#endif
