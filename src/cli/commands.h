/* The commands, each with the rest of its command line. They put results into c->out and
 * complaints into c->diags. A program is main and a table of commands: griot's own, or that of a
 * program beside it. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/call.h"

struct command {
    const char *name;
    void (*run)(struct call *c, char **words); /* NULL: it is one of … */
    const char *program;                       /* … this program beside griot */
    enum message help;
};

extern const struct command commands[];
extern const size_t ncommands;

/* The program and its parts, for --version; each program's own. */
void version_print(struct call *c);

void command_check(struct call *c, char **words);
void command_compose(struct call *c, char **words);
void command_convert(struct call *c, char **words);
void command_inspect(struct call *c, char **words);
void command_ministry(struct call *c, char **words);
void command_publish(struct call *c, char **words);
void command_skip(struct call *c, char **words);
void command_regenerate(struct call *c, char **words);
void command_list(struct call *c, char **words);
void command_show(struct call *c, char **words);
void command_extract(struct call *c, char **words);
void command_print(struct call *c, char **words);
void command_impose(struct call *c, char **words);
void command_search(struct call *c, char **words);
void command_export(struct call *c, char **words);
void command_import(struct call *c, char **words);
void command_reindex(struct call *c, char **words);
void command_verify(struct call *c, char **words);
void command_mail(struct call *c, char **words);

#endif
