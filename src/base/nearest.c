/* See nearest.h. */
#include "base/nearest.h"

#include "base/unicode.h"

#include <limits.h>

enum { LONGEST = 48 };

static int letters(struct text t, uint32_t out[LONGEST]) {
    int n = 0;
    for (size_t i = 0; i < t.n;) {
        if (n == LONGEST) return -1;
        out[n++] = unicode_lower(utf8_next(t, &i));
    }
    return n;
}

static int least(int a, int b) {
    return a < b ? a : b;
}

int nearest_distance(struct text a, struct text b) {
    uint32_t x[LONGEST], y[LONGEST];
    int n = letters(a, x), m = letters(b, y);
    if (n < 0 || m < 0) return INT_MAX;
    int row[3][LONGEST + 1]; /* the rows before last, last, and now, in turn */
    for (int j = 0; j <= m; j++) row[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = i;
        for (int j = 1; j <= m; j++) {
            int same = x[i - 1] == y[j - 1];
            now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + !same);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return row[n % 3][m];
}

struct text nearest_of(struct text word, const struct text *candidates, size_t n) {
    int limit = (int)(utf8_count(word) / 3), best = INT_MAX;
    struct text found = {0};
    if (limit < 1 && utf8_count(word) > 2) limit = 1;
    for (size_t i = 0; i < n; i++) {
        int distance = nearest_distance(word, candidates[i]);
        if (distance <= limit && distance < best) {
            best = distance;
            found = candidates[i];
        }
    }
    return found;
}
