/* See name.h. */
#include "archive/name.h"

enum { NUMBER_MOST = 9999 };

/* The number that stands behind «.s» or «.r» at *i, if one does. */
static bool take_number(struct text t, size_t *i, char letter, int *out) {
    if (*i + 2 >= t.n || t.at[*i] != '.' || t.at[*i + 1] != letter) return true;
    int n = 0;
    size_t at = *i + 2;
    if (t.at[at] == '0') return false;
    for (; at < t.n && t.at[at] >= '0' && t.at[at] <= '9'; at++) {
        n = n * 10 + (t.at[at] - '0');
        if (n > NUMBER_MOST) return false;
    }
    if (!n) return false;
    *out = n;
    *i = at;
    return true;
}

bool edition_name_parse(struct text t, struct edition_name *out) {
    size_t i = 10;
    *out = (struct edition_name){0};
    if (t.n < i || !date_parse(text_part(t, 0, i), &out->date)) return false;
    return take_number(t, &i, 's', &out->special) && take_number(t, &i, 'r', &out->revision) &&
           i == t.n;
}

void edition_name_print(struct build *b, struct edition_name n) {
    date_print_iso(b, n.date);
    if (n.special) {
        build_text(b, T(".s"));
        build_int(b, n.special);
    }
    if (n.revision > 1) {
        build_text(b, T(".r"));
        build_int(b, n.revision);
    }
}

struct text edition_name_text(struct arena *a, struct edition_name n) {
    struct build b = {.arena = a};
    edition_name_print(&b, n);
    return build_done(&b);
}

int edition_name_order(struct edition_name a, struct edition_name b) {
    if (a.date != b.date) return a.date < b.date ? -1 : 1;
    if (a.special != b.special) return a.special < b.special ? -1 : 1;
    return (a.revision > b.revision) - (a.revision < b.revision);
}

/* Two or four digits. */
static bool digits(struct text t, int *out) {
    *out = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.at[i] < '0' || t.at[i] > '9') return false;
        *out = *out * 10 + (t.at[i] - '0');
    }
    return t.n > 0;
}

/* A day, a month or a year as its first and last day. */
static bool span_of(struct text t, date *from, date *to) {
    int year, month = 1;
    if (t.n == 10 && date_parse(t, from)) return *to = *from, true;
    bool monthly = t.n == 7 && t.at[4] == '-';
    if ((t.n != 4 && !monthly) || !digits(text_part(t, 0, 4), &year) || year < 1000) return false;
    if (monthly && (!digits(text_after(t, 5), &month) || month < 1 || month > 12)) return false;
    *from = date_of((struct ymd){year, month, 1});
    bool december = !monthly || month == 12;
    struct ymd next = {december ? year + 1 : year, december ? 1 : month + 1, 1};
    *to = date_of(next) - 1;
    return true;
}

bool range_parse(struct text t, struct range *out) {
    size_t dots = text_find(t, T(".."));
    date unused;
    *out = (struct range){.from = DATE_OPEN_PAST, .to = DATE_OPEN_FUTURE};
    if (text_equal(t, T("all"))) return true;
    if (edition_name_parse(t, &out->name)) {
        out->one = true;
        out->from = out->to = out->name.date;
        return true;
    }
    if (dots == t.n) return span_of(t, &out->from, &out->to);
    return span_of(text_part(t, 0, dots), &out->from, &unused) &&
           span_of(text_after(t, dots + 2), &unused, &out->to) && out->from <= out->to;
}

struct text range_impossible(struct text t) {
    struct text day = date_impossible(t);
    size_t dots = text_find(t, T(".."));
    return day.n || dots == t.n ? day : date_impossible(text_after(t, dots + 2));
}

bool range_has(const struct range *r, struct edition_name n) {
    if (n.date < r->from || n.date > r->to) return false;
    if (!r->one || (!r->name.special && !r->name.revision)) return true;
    return r->name.special == n.special && (!r->name.revision || r->name.revision == n.revision);
}
