/* The commands of griot-archive. */
#include "cli/commands.h"

const struct command commands[] = {
    {"check", command_check, NULL, HELP_CHECK},
    {"publish", command_publish, NULL, HELP_PUBLISH},
    {"skip", command_skip, NULL, HELP_SKIP},
    {"list", command_list, NULL, HELP_LIST},
    {"show", command_show, NULL, HELP_SHOW},
    {"search", command_search, NULL, HELP_SEARCH},
    {"regenerate", command_regenerate, NULL, HELP_REGENERATE},
    {"verify", command_verify, NULL, HELP_VERIFY},
    {"extract", command_extract, NULL, HELP_EXTRACT},
    {"print", command_print, NULL, HELP_PRINT},
    {"impose", command_impose, NULL, HELP_IMPOSE},
    {"export", command_export, NULL, HELP_EXPORT},
    {"import", command_import, NULL, HELP_IMPORT},
    {"reindex", command_reindex, NULL, HELP_REINDEX},
};

const size_t ncommands = sizeof commands / sizeof *commands;
