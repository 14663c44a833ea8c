/*
 * Ids of articles and principles: they become names of files and folders of
 * the site, which must work on every file system and in every address.
 */
#ifndef READ_ID_H
#define READ_ID_H

#include "base/report.h"

/* The longest id, in bytes. */
enum { ID_LONGEST = 80 };

/* True for 1 to ID_LONGEST of a-z, 0-9 and '-' that is no name of a device
 * on Windows (con, prn, aux, nul, com1-9, lpt1-9), whose shares hold sites. */
bool id_portable(struct text id);

/* True for those names of devices, in small letters. */
bool id_device(struct text id);

/* True for names that the site itself uses beside the articles. */
bool id_reserved(struct text id);

/* The nearest portable id that can be made of a name, in the arena: letters
 * in lower case, runs of all else as one '-'; empty if nothing is left. */
struct text id_suggestion(struct arena *arena, struct text name);

/* Reports ID_UNPORTABLE, with a suggestion, and returns false unless the id
 * is portable.  Whether it is reserved is asked for articles only. */
bool id_check(struct report *report, struct place place, struct text id);

#endif
