/* The commands, each with the rest of its command line. They put results into c->out and
 * complaints into c->diags. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/call.h"

void command_compose(struct call *c, char **words);
void command_inspect(struct call *c, char **words);
void command_ministry(struct call *c, char **words);

#endif
