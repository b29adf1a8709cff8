/* Memory for one task, freed at once.
 *
 * An arena is a reserved stretch of address space handed out from its low end. Whoever makes
 * something that is to last takes `struct arena *`; scratch work takes a copy of the struct by
 * value, so that leaving the function gives its memory back. Nothing made in a copy may be kept.
 * (The idea follows u-config by C. Wellons.) */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

struct arena {
    char *base; /* start of the reservation */
    char *at;   /* next free byte */
    char *end;  /* one past the reservation */
};

/* Reserves up to `reserve` bytes of address space (less where the system grants less); memory is
 * taken as it is first used. Ends the program with status 3 where nothing at all can be had. */
struct arena arena_open(size_t reserve);

/* Ends the program with status 3 and words that say why: memory ran out, here or in a library. */
_Noreturn void arena_spent(void);

/* Forgets all that was taken. Of the memory the first megabyte stays, for what comes next. */
void arena_clear(struct arena *a);
/* Gives back the memory of what was taken before `at`, which must not be looked at any more. */
void arena_spend(struct arena *a, const char *at);
/* Gives the whole reservation back. */
void arena_close(struct arena *a);

/* `n` zeroed items of `size` bytes. Ends the program with status 3 when the arena is spent: this
 * is the one place where running out of memory is handled. */
void *arena_take(struct arena *a, size_t size, size_t align, size_t n);

/* The same without zeroing: the room holds whatever it held. For what is written before it is read
 * and may be written only in part, so that memory is not taken for the rest. */
void *arena_room(struct arena *a, size_t size, size_t align, size_t n);

#define arena_new(a, type, n) ((type *)arena_take((a), sizeof(type), alignof(type), (n)))

/* A list that grows in an arena: room for one more item behind `n` items at `*items`, of which
 * `*cap` fit. Grows in place where the list is the arena's last taking. The new room is not
 * zeroed. */
void *arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size, size_t align);

/* Appends `item` to a struct that has the fields `at`, `n` and `cap`. */
#define arena_push(a, list, item)                                                                  \
    ((list)->n == (list)->cap                                                                      \
         ? (void)((list)->at = arena_grow((a), (list)->at, (list)->n, &(list)->cap,                \
                                          sizeof *(list)->at, alignof(max_align_t)))               \
         : (void)0,                                                                                \
     (list)->at[(list)->n++] = (item))

/* Room for `more` items behind those of such a struct: exactly so much where it is empty. */
#define arena_reserve(a, list, more)                                                               \
    ((list)->at = arena_more((a), (list)->at, (list)->n, &(list)->cap, (more),                     \
                             sizeof *(list)->at, alignof(max_align_t)))
void *arena_more(struct arena *a, void *items, size_t n, size_t *cap, size_t more, size_t size,
                 size_t align);

#endif
