/* See program.h. The list of what is loaded is the dynamic linker's own: names as they were found, so
 * that the same loader finds them again in an empty root. */
#include "cli/program.h"

#include "base/file.h"

#include <link.h>

struct finding {
    struct arena *a;
    struct program_files *out;
};

static void add(struct finding *f, struct text path, struct text name) {
    arena_push(f->a, f->out, ((struct program_file){path, TEXT_JOIN(f->a, T(PROGRAM), name)}));
}

/* The executable has an empty name, and what the kernel provides no path. */
static int add_object(struct dl_phdr_info *info, size_t size, void *shared) {
    struct finding *f = shared;
    struct text path = text_copy(f->a, text_of(info->dlpi_name));
    (void)size;
    if (text_starts(path, T("/"))) add(f, path, text_after(path, 1));
    return 0;
}

bool program_find(struct call *c, struct arena *a, struct program_files *out) {
    const struct text beside[] = {T("griot-" GRIOT_VERSION ".tar.gz"), T("parts.txt")};
    struct finding f = {a, out};
#ifdef __SANITIZE_ADDRESS__
    return false;
#endif
    add(&f, T("/proc/self/exe"), T("griot-archive"));
    dl_iterate_phdr(add_object, &f);
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        struct text path = file_path(a, c->about, beside[i]);
        if (file_exists(path)) add(&f, path, beside[i]);
    }
    return true;
}
