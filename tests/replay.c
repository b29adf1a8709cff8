/* Runs a fuzz target over the files that are named, else over its corpus, in the current folder. */
#include "fuzz.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A copy that ends where its memory ends, so that sanitizers see who reads on. */
static void replay(struct arena a, struct diags *d, struct text path) {
    struct text bytes;
    if (!file_read(&a, d, path, FILE_CAP, &bytes)) exit(2);
    uint8_t *copy = malloc(bytes.n);
    if (bytes.n) memcpy(copy, bytes.at, bytes.n);
    LLVMFuzzerTestOneInput(copy, bytes.n);
    free(copy);
}

int main(int argc, char **argv) {
    struct arena a = arena_open((size_t)1 << 30);
    struct diags d = diags_make(&a);
    struct names names = {0};
    struct text corpus = file_path(&a, T("fuzz"), file_name(text_of(argv[0])));
    for (int i = 1; i < argc; i++) replay(a, &d, text_of(argv[i]));
    if (argc > 1) return 0;
    if (!file_list(&a, &d, corpus, &names) || !names.n) return 2;
    for (size_t i = 0; i < names.n; i++) replay(a, &d, file_path(&a, corpus, names.at[i]));
    printf("%zu inputs\n", names.n);
    return 0;
}
