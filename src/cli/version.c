/* What griot and the programs that compose say of themselves. */
#include "cli/commands.h"

#include "cli/composed.h"

void version_print(struct call *c) {
    struct text libraries[LIBRARIES];
    composing_libraries(c->a, libraries);
    build_text(&c->out, T("griot " GRIOT_VERSION "\n"));
    for (size_t i = 0; i < LIBRARIES; i++) {
        build_text(&c->out, libraries[i]);
        build_char(&c->out, '\n');
    }
}
