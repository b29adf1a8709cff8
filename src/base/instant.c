/* See instant.h. */
#include "base/instant.h"

#include <time.h>

enum { DAY = 86400, HOUR = 3600, MINUTE = 60 };

/* The two forms are read by a pattern: a letter takes a digit of that field, all else stands for
 * itself. */
struct clock_parts {
    int64_t year, month, day, hour, minute, second;
};

instant instant_now(void) {
    return (instant)time(NULL);
}

static int64_t *part_of(struct clock_parts *p, char letter) {
    switch (letter) {
    case 'Y': return &p->year;
    case 'M': return &p->month;
    case 'D': return &p->day;
    case 'h': return &p->hour;
    case 'm': return &p->minute;
    case 's': return &p->second;
    default: return NULL;
    }
}

static bool match(struct text t, const char *pattern, struct clock_parts *out) {
    size_t i = 0;
    for (; pattern[i]; i++) {
        int64_t *part = part_of(out, pattern[i]);
        if (i >= t.n) return false;
        if (!part) {
            if (t.at[i] != pattern[i]) return false;
        } else {
            if (t.at[i] < '0' || t.at[i] > '9') return false;
            *part = *part * 10 + t.at[i] - '0';
        }
    }
    return i == t.n;
}

/* Seconds east of UTC: «Z», or sign and two fields. */
static bool read_offset(struct text t, const char *pattern, int64_t *out) {
    struct clock_parts p = {0};
    *out = 0;
    if (text_equal(t, T("Z"))) return true;
    if (!t.n || (t.at[0] != '+' && t.at[0] != '-')) return false;
    if (!match(text_after(t, 1), pattern, &p) || p.hour > 23 || p.minute > 59) return false;
    *out = (p.hour * HOUR + p.minute * MINUTE) * (t.at[0] == '-' ? -1 : 1);
    return true;
}

static bool instant_of(const struct clock_parts *p, int64_t offset, instant *out) {
    struct ymd v = {(int)p->year, (int)p->month, (int)p->day};
    if (v.year < 1000 || v.month < 1 || v.month > 12 || v.day < 1) return false;
    if (p->hour > 23 || p->minute > 59 || p->second > 59) return false;
    date day = date_of(v);
    struct ymd back = date_ymd(day); /* 31 November comes back as 1 December */
    if (back.month != v.month || back.day != v.day) return false;
    *out = (int64_t)day * DAY + p->hour * HOUR + p->minute * MINUTE + p->second - offset;
    return true;
}

bool instant_parse(struct text t, instant *out) {
    struct clock_parts p = {0};
    int64_t offset;
    return match(text_part(t, 0, 19), "YYYY-MM-DDThh:mm:ss", &p) &&
           read_offset(text_after(t, 19), "hh:mm", &offset) && instant_of(&p, offset, out);
}

bool instant_parse_pdf(struct text t, instant *out) {
    struct clock_parts p = {0};
    int64_t offset = 0;
    struct text zone = text_after(t, 16);
    if (text_ends(zone, T("'")) && zone.n > 4) zone = text_part(zone, 0, zone.n - 1);
    return text_starts(t, T("D:")) && match(text_part(t, 2, 16), "YYYYMMDDhhmmss", &p) &&
           (!zone.n || read_offset(zone, "hh'mm", &offset)) && instant_of(&p, offset, out);
}

static struct clock_parts parts_of(instant at) {
    int64_t day = at / DAY, rest = at % DAY;
    if (rest < 0) day--, rest += DAY;
    struct ymd v = date_ymd((date)day);
    return (struct clock_parts){.year = v.year,
                                .month = v.month,
                                .day = v.day,
                                .hour = rest / HOUR,
                                .minute = rest % HOUR / MINUTE,
                                .second = rest % MINUTE};
}

/* The inverse of match: a letter prints a digit of its field. */
static void print(struct build *b, instant at, const char *pattern) {
    struct clock_parts p = parts_of(at);
    for (const char *s = pattern; *s;) {
        int64_t *part = part_of(&p, *s);
        int width = 0;
        if (!part) {
            build_char(b, *s++);
            continue;
        }
        while (s[width] == s[0]) width++;
        build_padded(b, *part, width);
        s += width;
    }
}

void instant_print_iso(struct build *b, instant at) {
    print(b, at, "YYYY-MM-DDThh:mm:ssZ");
}

void instant_print_pdf(struct build *b, instant at) {
    build_text(b, T("D:"));
    print(b, at, "YYYYMMDDhhmmssZ");
}

void instant_print_long(struct build *b, instant at, enum lang lang) {
    struct clock_parts p = parts_of(at);
    date_print_long(b, date_of((struct ymd){(int)p.year, (int)p.month, (int)p.day}), lang, false);
    build_text(b, T(", "));
    print(b, at, "hh:mm:ss");
    build_text(b, T(" UTC"));
}
