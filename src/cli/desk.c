/* The commands of griot. What composing need not load is in programs beside it. */
#include "cli/commands.h"

#define ARCHIVE "griot-archive"
#define FIND "griot-find"
#define MAIL "griot-mail"

const struct command commands[] = {
    {"compose", command_compose, NULL, HELP_COMPOSE},
    {"check", NULL, ARCHIVE, HELP_CHECK},
    {"publish", NULL, ARCHIVE, HELP_PUBLISH},
    {"skip", NULL, ARCHIVE, HELP_SKIP},
    {"list", NULL, FIND, HELP_LIST},
    {"show", NULL, ARCHIVE, HELP_SHOW},
    {"search", NULL, FIND, HELP_SEARCH},
    {"regenerate", NULL, ARCHIVE, HELP_REGENERATE},
    {"verify", NULL, ARCHIVE, HELP_VERIFY},
    {"extract", NULL, ARCHIVE, HELP_EXTRACT},
    {"print", NULL, ARCHIVE, HELP_PRINT},
    {"impose", NULL, ARCHIVE, HELP_IMPOSE},
    {"export", NULL, ARCHIVE, HELP_EXPORT},
    {"import", NULL, ARCHIVE, HELP_IMPORT},
    {"reindex", NULL, ARCHIVE, HELP_REINDEX},
    {"convert", command_convert, NULL, HELP_CONVERT},
    {"mail", NULL, MAIL, HELP_MAIL},
    {"inspect", command_inspect, NULL, HELP_INSPECT},
    {"ministry", command_ministry, NULL, HELP_MINISTRY},
};

const size_t ncommands = sizeof commands / sizeof *commands;
