/*
 * The commands of 'opas locale', one file each.
 */
#ifndef COMMAND_LOCALE_H
#define COMMAND_LOCALE_H

struct translating;

/* Each works on an open guide and leaves its problems in the report. */
void locale_update(struct translating *translating);
void locale_status(struct translating *translating);
void locale_accept(struct translating *translating);

/* Opens the guide itself, once guide.yaml lists the new locale. */
void locale_add(struct translating *translating);

#endif
