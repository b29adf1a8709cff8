/* See opened.h. */
#include "cli/opened.h"

bool keep_bundle(struct call *c, struct arena *a, const struct store *s, struct edition_name name,
                 struct visited *out) {
    out->name = name;
    return store_read(s, a, &c->diags, name, &out->bytes) &&
           bundle_open(a, &c->diags, store_path(s, a, name), out->bytes, name, &out->bundle);
}
