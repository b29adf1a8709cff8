/* See recipients.h. */
#include "mail/recipients.h"

#include <stdlib.h>

static int text_compare(const void *a, const void *b) {
    return text_order(*(const struct text *)a, *(const struct text *)b);
}

static int entry_compare(const void *key, const void *entry) {
    return text_order(*(const struct text *)key, ((const struct entry *)entry)->subscriber.key);
}

const struct entry *recipients_entry(const struct entries *entries, struct text key) {
    if (!entries->n) return NULL;
    return bsearch(&key, entries->at, entries->n, sizeof *entries->at, entry_compare);
}

static struct text *sorted_keys(struct arena *a, const struct subscribers *s) {
    struct text *keys = arena_new(a, struct text, s->n);
    for (size_t i = 0; i < s->n; i++)
        keys[i] = s->at[i].key;
    if (s->n) qsort(keys, s->n, sizeof *keys, text_compare);
    return keys;
}

/* Who had one revision, and is not among the `n` sorted keys. */
static size_t add_revision(struct arena *a, const struct entries *entries, struct subscribers *to) {
    size_t n = to->n, added = 0;
    struct text *keys = sorted_keys(a, to);
    for (size_t i = 0; i < entries->n; i++) {
        const struct entry *e = &entries->at[i];
        bool had = e->fate == FATE_SENT || e->fate == FATE_UNCERTAIN || e->uncertain;
        if (!had || (n && bsearch(&e->subscriber.key, keys, n, sizeof *keys, text_compare)))
            continue;
        arena_push(a, to, e->subscriber);
        added++;
    }
    return added;
}

bool recipients_add_former(struct ledger *l, struct arena *a, struct diags *d,
                           struct edition_name edition, struct subscribers *to) {
    size_t added = 0;
    for (int r = 1; r < edition.revision; r++) {
        struct edition_name earlier = {edition.date, edition.special, r};
        struct entries entries;
        if (!ledger_list(l, a, d, earlier, &entries)) return false;
        added += add_revision(a, &entries, to);
    }
    if (added) DIAG(d, (struct place){0}, MAIL_FORMER, text_number(a, (int64_t)added));
    return true;
}

void recipients_left(struct arena *a, const struct subscribers *all, const struct entries *entries,
                     struct subscribers *left, size_t *had) {
    *left = (struct subscribers){0};
    *had = 0;
    for (size_t i = 0; i < all->n; i++) {
        const struct entry *e = recipients_entry(entries, all->at[i].key);
        if (e && e->fate == FATE_SENT)
            ++*had;
        else if (!e || e->fate != FATE_REFUSED)
            arena_push(a, left, all->at[i]);
    }
}
