/* An edition that was entered and is not proven is as if it had not been: the next one follows what was
 * there before, and only what was proven is kept. */
#include "check.h"
#include "cli/keeper.h"

#include "archive/journal.h"
#include "base/file.h"

static const date DAY = 20000;

static struct bundle bundle_of(int day) {
    struct bundle b = {.recipe = {.griot = T("x"), .number = day}};
    b.recipe.name = (struct edition_name){.date = DAY + day, .revision = 1};
    return b;
}

static struct kept kept_of(struct call *c, int day) {
    struct text bytes = text_number(c->a, day);
    return (struct kept){.name = {.date = DAY + day, .revision = 1},
                         .number = day,
                         .bytes = bytes,
                         .sha256 = digest_hex(c->a, digest_of(bytes))};
}

static struct text enter(struct keeper *k, int day, bool proven) {
    struct kept e = kept_of(k->c, day);
    struct bundle b = bundle_of(day);
    keeper_enter(k, &e);
    CHECK_TEXT(k->before, text_z(k->c->a, e.sha256));
    CHECK(keeper_number(k, e.name) == day);
    if (proven) keeper_list(k, &b);
    keeper_settle(k, proven);
    return e.sha256;
}

static bool has(const struct keeper *k, int day) {
    struct edition_name name = {.date = DAY + day};
    return store_find(&k->all, &name);
}

static void publish(struct call *c, struct text folder) {
    struct keeper k;
    struct text head;
    CHECK(keeper_open(&k, c, folder));
    enter(&k, 1, false);
    CHECK(!k.before.n && !k.all.n);
    struct text second = enter(&k, 5, true);
    enter(&k, 2, false); /* amid those that are there */
    CHECK(text_equal(k.before, second) && k.all.n == 1);
    struct text third = enter(&k, 3, true);
    CHECK(keeper_commit(&k));
    enter(&k, 4, false);
    CHECK(text_equal(k.before, third) && k.all.n == 2 && has(&k, 3) && has(&k, 5) && !has(&k, 4));
    CHECK(keeper_commit(&k) && diags_fine(&c->diags));
    CHECK(store_head(&k.store, c->a, &c->diags, &head) && text_equal(head, third));
    CHECK(catalogue_count(k.catalogue) == 2);
    keeper_close(&k);
}

int main(void) {
    struct arena a = arena_open((size_t)1 << 30);
    struct call c = {.a = &a, .diags = diags_make(&a), .lang = LANG_EN, .out = {.arena = &a}};
    struct editions all = {0};
    struct store s;
    struct text folder = folder_temporary(&a, &c.diags);
    publish(&c, file_path(&a, folder, T("archive")));
    CHECK(store_open(&s, &a, &c.diags, file_path(&a, folder, T("archive"))));
    CHECK(store_list(&s, &c.diags, true, &all) && all.n == 2);
    for (size_t i = 0; i < all.n; i++) CHECK(all.at[i].date == DAY + (i ? 5 : 3));
    folder_remove(folder);
    arena_close(&a);
    return check_done();
}
