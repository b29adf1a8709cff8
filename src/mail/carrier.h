/* A carrier brings letters to a mail server, one transaction each, over a connection that it keeps
 * (SMTP, RFC 5321, by libcurl). The connection is encrypted and the server's certificate checked, or
 * nothing is sent. One carrier is used by one thread at a time. */
#ifndef MAIL_CARRIER_H
#define MAIL_CARRIER_H

#include "mail/letter.h"

struct carrier;

struct carrier_settings {
    struct text server; /* smtp://HOST:PORT, where STARTTLS is asked for, or smtps://HOST:PORT */
    struct text from;   /* the envelope's address */
    struct text user, password; /* empty: no authentication */
    struct text cacert;         /* file of certificates; empty: the system's */
    int timeout;                /* seconds */
};

enum carried {
    CARRIED_SENT,      /* the server took it */
    CARRIED_DEFERRED,  /* it will not take it now */
    CARRIED_REFUSED,   /* it will never take it */
    CARRIED_LOST,      /* the connection failed before the end of the data */
    CARRIED_UNCERTAIN, /* the connection failed behind it */
    CARRIED_HELD,      /* `ending` did not let the end of the data be sent */
    CARRIED_NO_SERVER  /* the server cannot be used at all: certificate, authentication, sender */
};

struct carrying {
    enum carried how;
    struct text reply; /* the server's last words, or the library's; in the arena, printable */
};

/* Once, before any carrier; false where the library cannot start. */
bool carriers_start(void);
void carriers_stop(void);

/* NULL where the library has no memory. The settings must outlive it. */
struct carrier *carrier_open(struct arena *a, const struct carrier_settings *s);
void carrier_close(struct carrier *c);

/* Carries one letter. `ending` is called when all data are handed over and before their end is sent. */
struct carrying carrier_carry(struct carrier *c, struct arena *a, const struct letter *letter,
                              struct text address, bool (*ending)(void *context), void *context);

struct text carrier_library(struct arena *a);

#endif
