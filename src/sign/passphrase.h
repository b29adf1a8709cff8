/* A passphrase from the terminal. */
#ifndef SIGN_PASSPHRASE_H
#define SIGN_PASSPHRASE_H

#include "base/message.h"

/* Asks for the passphrase of the key in `file`, unseen while it is typed. False where there is no
 * terminal, or nothing was typed. */
bool passphrase_ask(struct arena *a, enum lang lang, struct text file, struct text *out);

#endif
