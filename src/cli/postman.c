/* The commands of griot-mail. */
#include "cli/commands.h"

const struct command commands[] = {
    {"mail", command_mail, NULL, HELP_MAIL},
};

const size_t ncommands = sizeof commands / sizeof *commands;
