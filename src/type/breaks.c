/* See breaks.h. The dynamic programme of Knuth and Plass, section "The algorithm itself": active
 * nodes are the ends of lines that may be continued; at every legal break each is tried, and the
 * best way to each class of line is kept. */
#include "type/breaks.h"

enum {
    ONE = 1024,             /* ratios inside this file */
    LINE_DEMERITS = 100,    /* each line costs something, so that few lines are preferred */
    UNEVEN = 8600,          /* a line whose spaces are stretched by all they should be */
    GLARING = 500,          /* the same line, once more: grows with the sixth power */
    ADJACENT = 2000,        /* neighbours of very different spacing */
    DOUBLE_DIVISION = 6000, /* two divided lines in a row */
    FINAL_DIVISION = 10000, /* a divided line before the last */
    SHORT_LAST = 40000,     /* a last line that hardly shows */
    WORST_RATIO = 100,     /* far beyond what is accepted before the last pass, so that even there
                              the least loose line wins */
    KEYS_MAX = 64
};

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE };

struct sums {
    int64_t width, stretch, shrink, boxes;
};

/* The end of a line. */
struct node {
    struct sums start;   /* of the next line, its hanging left end taken off */
    int64_t demerits;    /* of the best way here */
    uint32_t at;         /* the item broken at */
    uint32_t before;     /* the node the line came from */
    uint32_t line;       /* lines so far */
    uint8_t fitness;     /* of the line that ends here */
    uint8_t divided;     /* divided lines in a row, this one the last */
};

struct nodes {
    struct node *at;
    size_t n, cap;
};

struct search {
    struct arena *a;
    const struct item *items;
    size_t n, first, last; /* items; the first of the part; the one it ends at */
    const struct breaking *how;
    int64_t tolerance;     /* in ONE */
    bool desperate;        /* the last pass: a way must be found */
    bool by_line;          /* line numbers matter */
    struct nodes nodes;
    size_t oldest;         /* nodes from here on are active: a line from an older one is too wide */
    struct sums sums;      /* of all items before the current one */
};

size_t breaks_line_start(const struct item *items, size_t n, size_t at) {
    while (at < n && items[at].kind != ITEM_BOX) at++;
    return at;
}

static void add_item(struct sums *s, const struct item *item) {
    if (item->kind == ITEM_PENALTY) return;
    s->width += item->width;
    s->stretch += item->stretch;
    s->shrink += item->shrink;
    if (item->kind == ITEM_BOX) s->boxes += item->width;
}

/* The sums at the start of the line behind a break at `at`, given those before `at`. */
static struct sums line_start(const struct search *s, size_t at) {
    struct sums sums = s->sums;
    size_t start = breaks_line_start(s->items, s->n, at);
    for (size_t i = at; i < start; i++) add_item(&sums, &s->items[i]);
    if (start < s->n) sums.width += s->items[start].hang;
    return sums;
}

static bool legal(const struct search *s, size_t i) {
    const struct item *item = &s->items[i];
    if (item->penalty >= PENALTY_NEVER) return false;
    if (item->kind == ITEM_GLUE) return i > 0 && s->items[i - 1].kind == ITEM_BOX;
    return item->kind == ITEM_PENALTY;
}

/* How a line could end at an item. */
struct ending {
    int64_t width; /* of all up to it, its hanging right end taken off */
    int64_t cost;  /* of the break and of a line */
    bool last;     /* it ends the text */
    bool flagged;  /* it divides a word */
};

/* How a line would be set: not at all, where it is wider than its spaces can give, or looser than is
 * tolerated. */
enum fit_kind { FIT_WELL, FIT_WIDE, FIT_LOOSE };
struct fit {
    enum fit_kind kind;
    enum fitness fitness;
    int64_t cost;
};

/* What the spacing of a line costs: `r` is what its spaces take together, in ONE of what they should
 * take at most. Knuth and Plass take the sixth power of the ratio throughout (equation 7
 * with the demerits squared), which looks away from small changes. But the eye compares lines, and
 * what it sees is the spread of their word spaces: the sum of squares. So the square counts, and
 * the sixth power only keeps single bad lines out. Wider and narrower are equally far from even. */
static int64_t uneven(int64_t r) {
    if (r > WORST_RATIO * ONE) r = WORST_RATIO * ONE;
    int64_t r2 = r * r / ONE, r6 = r2 * r2 / ONE * r2 / ONE;
    return (UNEVEN * r2 + GLARING * r6) / ONE;
}

static enum fitness fitness(int64_t ratio) {
    return ratio < -ONE / 2 ? TIGHT : ratio <= ONE / 2 ? DECENT : ratio <= ONE ? LOOSE : VERY_LOOSE;
}

/* A change of the spaces, in ONE of `most`. */
static int64_t share(int64_t change, int64_t most) {
    return most > 0 ? change * ONE / most : WORST_RATIO * ONE;
}

static struct ending ending_at(const struct search *s, size_t at) {
    if (at == s->n)
        return (struct ending){.width = s->sums.width, .cost = LINE_DEMERITS, .last = true};
    const struct item *item = &s->items[at];
    int64_t shown = item->kind == ITEM_PENALTY ? item->width : 0;
    int64_t p = item->penalty + (item->flagged ? s->how->hyphen : 0);
    return (struct ending){.width = s->sums.width + shown - item->hang,
                           .cost = LINE_DEMERITS + (p > 0 ? p * p : -p * p),
                           .flagged = item->flagged};
}

/* Glyphs are scaled first, and the spaces take what is left, as the line is set later. What a line
 * would cost that is not set is found out in the last pass only. */
static struct fit line_fit(const struct search *s, const struct node *from,
                           const struct ending *end) {
    int64_t spare = s->how->measure - (end->width - from->start.width);
    if (end->last && spare >= 0) return (struct fit){.fitness = DECENT};
    int64_t glyphs = (s->sums.boxes - from->start.boxes) * s->how->expand / SHARE_ONE;
    int64_t change = (spare < 0 ? -spare : spare) - glyphs;
    if (change <= 0) return (struct fit){.fitness = DECENT};
    int64_t stretch = s->sums.stretch - from->start.stretch;
    if (spare < 0) {
        int64_t shrunk = share(change, s->sums.shrink - from->start.shrink);
        enum fit_kind kind = shrunk > ONE ? FIT_WIDE : FIT_WELL;
        if (kind == FIT_WIDE && !s->desperate) return (struct fit){.kind = FIT_WIDE};
        return (struct fit){kind, fitness(-shrunk), uneven(share(change, stretch))};
    }
    int64_t stretched = share(change, stretch);
    if (stretched > s->tolerance) return (struct fit){.kind = FIT_LOOSE};
    return (struct fit){FIT_WELL, fitness(stretched), uneven(stretched)};
}

static int64_t demerits(const struct search *s, const struct node *from, const struct ending *end,
                        const struct fit *fit) {
    int64_t d = from->demerits + end->cost + fit->cost;
    if (end->flagged && from->divided) d += DOUBLE_DIVISION;
    if (end->last && from->divided) d += FINAL_DIVISION;
    int step = (int)fit->fitness - from->fitness;
    if (step > 1 || step < -1) d += ADJACENT;
    if (end->last && s->sums.width - from->start.width < s->how->last_least) d += SHORT_LAST;
    return d;
}

/* Whether the line may end in a division at all. */
static bool may_divide(const struct search *s, const struct node *from) {
    if (from->divided >= s->how->max_divided) return false;
    for (size_t i = 0; i < s->how->nundivided; i++)
        if (s->how->undivided[i] == from->line) return false;
    return true;
}

/* The best ways to the current break, one for each class of line. */
struct ways {
    struct node at[KEYS_MAX];
    size_t n;
};

static void keep_way(const struct search *s, struct ways *ways, const struct node *way) {
    for (size_t i = 0; i < ways->n; i++) {
        struct node *known = &ways->at[i];
        if (known->fitness != way->fitness || known->divided != way->divided ||
            (s->by_line && known->line != way->line))
            continue;
        if (way->demerits < known->demerits) *known = *way;
        return;
    }
    if (ways->n < KEYS_MAX) ways->at[ways->n++] = *way;
}

/* Tries to end a line at item `at` for every active node, from the longest line to the shortest:
 * those in front that have become too wide are active no more, and behind the first that is too
 * loose all are. Nodes of one place stand together, and the line from each is the same. Where no
 * node would be left, in the last pass, an overfull line is let through. */
static void try_break(struct search *s, size_t at, struct ways *ways) {
    const struct ending end = ending_at(s, at);
    struct fit fit = {0};
    ways->n = 0;
    for (size_t first = s->oldest, i = first; i < s->nodes.n; i++) {
        const struct node *from = &s->nodes.at[i];
        if (i == first || from->at != from[-1].at) fit = line_fit(s, from, &end);
        bool wide = fit.kind == FIT_WIDE;
        bool rescue = wide && s->desperate && s->oldest == i && i + 1 == s->nodes.n;
        if (wide && s->oldest == i) s->oldest++;
        if (wide && !rescue) continue;
        if (fit.kind == FIT_LOOSE) break;
        if (end.flagged && !may_divide(s, from)) continue;
        struct node way = {.demerits = demerits(s, from, &end, &fit),
                           .at = (uint32_t)at,
                           .before = (uint32_t)i,
                           .line = from->line + 1,
                           .fitness = (uint8_t)fit.fitness,
                           .divided = end.flagged ? (uint8_t)(from->divided + 1) : 0};
        keep_way(s, ways, &way);
    }
}

/* Whether `way` is worse than another to the same break whatever follows: what the next line may
 * cost more behind the other is less than what it has cost less. */
static bool is_hopeless(const struct search *s, const struct ways *ways, const struct node *way) {
    for (size_t i = 0; i < ways->n; i++) {
        const struct node *other = &ways->at[i];
        int64_t most = other->fitness == way->fitness ? 0 : ADJACENT;
        if (other->demerits + most < way->demerits && other->divided <= way->divided &&
            (!s->by_line || other->line == way->line))
            return true;
    }
    return false;
}

static void add_nodes(struct search *s, const struct ways *ways, size_t at) {
    struct sums start = line_start(s, at);
    for (size_t i = 0; i < ways->n; i++) {
        struct node node = ways->at[i];
        if (!s->desperate && is_hopeless(s, ways, &node)) continue;
        node.start = start;
        arena_push(s->a, &s->nodes, node);
    }
}

/* The best of the ways to the end; NULL where none has the number of lines asked for. */
static const struct node *best_way(const struct search *s, const struct ways *ways) {
    const struct node *best = NULL;
    for (size_t i = 0; i < ways->n; i++) {
        const struct node *way = &ways->at[i];
        if (s->how->lines && way->line != s->how->lines) continue;
        if (!best || way->demerits < best->demerits) best = way;
    }
    return best;
}

static void trace(const struct search *s, const struct node *end, struct breaks *out) {
    const struct node *node = end;
    out->n = end->line;
    for (size_t k = out->n; k--; node = &s->nodes.at[node->before]) out->at[k] = node->at;
}

/* One pass over the items; false where the tolerance was too small. */
static bool pass(struct search *s, struct breaks *out) {
    struct ways ways;
    s->nodes.n = s->oldest = 0;
    s->sums = (struct sums){0};
    struct node first = {.start = line_start(s, s->first), .fitness = DECENT,
                         .at = (uint32_t)s->first};
    arena_push(s->a, &s->nodes, first);
    for (size_t i = s->first; i < s->last && s->oldest < s->nodes.n; i++) {
        if (i > s->first && legal(s, i)) {
            try_break(s, i, &ways);
            if (ways.n) add_nodes(s, &ways, i);
        }
        add_item(&s->sums, &s->items[i]);
    }
    if (s->oldest == s->nodes.n) return false;
    try_break(s, s->last, &ways);
    const struct node *end = best_way(s, &ways);
    if (!end) return false;
    trace(s, end, out);
    return true;
}

bool breaks_find(struct arena *a, const struct item *items, size_t n, const struct breaking *how,
                 struct breaks *out) {
    out->at = arena_new(a, uint32_t, n + 1);
    struct arena scratch = *a;
    struct search s = {.a = &scratch, .items = items, .n = n, .how = how};
    bool found = false;
    s.first = how->from;
    s.last = how->to ? how->to : n;
    s.by_line = how->lines || how->nundivided;
    for (int i = 0; i < how->passes && !found; i++) {
        s.tolerance = (int64_t)how->tolerance * ONE / SHARE_ONE << i;
        s.desperate = i == BREAK_PASSES - 1;
        if (s.desperate) s.tolerance = INT64_MAX;
        out->pass = i;
        found = pass(&s, out);
    }
    return found;
}

/* --- ragged text --- */

/* The best way to set the text up to a break. */
struct ragged {
    int64_t cost; /* square points */
    size_t lines, before;
    bool reached;
};

enum { PENALTY_COST = 10 };

static int64_t slack_cost(int64_t slack) {
    int64_t points = slack / (PT / 4); /* quarter points keep short measures apart */
    return points * points / 16;
}

/* Extends the ways from break `from` to every break within the measure. */
static void extend(const struct item *items, size_t n, length measure, bool balance,
                   struct ragged *ways, size_t from) {
    size_t start = from ? breaks_line_start(items, n, from) : 0;
    int64_t width = start < n ? -items[start].hang : 0;
    bool first_break = true;
    for (size_t i = start; i <= n; i++) {
        bool may = i == n || (i > start && items[i].kind != ITEM_BOX &&
                              items[i].penalty < PENALTY_NEVER);
        if (may) {
            int64_t end = width + (i < n ? (items[i].kind == ITEM_PENALTY ? items[i].width : 0) -
                                               items[i].hang
                                         : 0);
            if (end > measure && !first_break) return;
            first_break = false;
            int64_t cost = ways[from].cost + (i < n ? (int64_t)items[i].penalty * PENALTY_COST : 0);
            if (i < n || balance) cost += slack_cost(measure - end);
            struct ragged way = {cost, ways[from].lines + 1, from, true};
            bool better = way.lines < ways[i].lines ||
                          (way.lines == ways[i].lines && way.cost < ways[i].cost);
            if (!ways[i].reached || better) ways[i] = way;
        }
        if (i < n && items[i].kind != ITEM_PENALTY) width += items[i].width;
    }
}

void breaks_ragged(struct arena *a, const struct item *items, size_t n, length measure,
                   bool balance, struct breaks *out) {
    out->at = arena_new(a, uint32_t, n + 1);
    out->n = 0;
    struct arena scratch = *a;
    struct ragged *ways = arena_new(&scratch, struct ragged, n + 1);
    ways[0].reached = true;
    for (size_t i = 0; i < n; i++)
        if (ways[i].reached) extend(items, n, measure, balance, ways, i);
    if (!n) return;
    out->n = ways[n].lines;
    for (size_t k = out->n, i = n; k--; i = ways[i].before) out->at[k] = (uint32_t)i;
}
