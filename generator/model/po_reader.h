/*
 * Reads the messages of a PO file as they stand there; what a catalog demands
 * beyond syntax (a charset, a plural rule, no message twice) is not its
 * concern.  The grammar is that of GNU gettext, including what no tool
 * writes: several strings on a line, comments behind a message, blank lines
 * within one.  Left out: the directive "domain", and a line that ends in a
 * backslash.
 */
#ifndef MODEL_PO_READER_H
#define MODEL_PO_READER_H

#include "model/catalog.h"

struct po_entries {
	struct catalog_entry *items; /* in file order, the header too */
	size_t count;
	size_t capacity;
};

/*
 * Reads source->bytes, which must be UTF-8, from offset start.  Texts are
 * borrowed from source->bytes where they stand there in one piece and without
 * escapes, else live in the arena.  False after reporting syntax errors: each
 * once, reading goes on at the next message, at most 20 are reported.
 */
bool po_read(struct po_entries *entries, struct arena *arena,
    struct report *report, const struct source *source, size_t start);

/* Offset of the first string of msgstr (or msgstr[form]) of an entry. */
size_t po_string_offset(const struct source *source,
    const struct catalog_entry *entry, size_t form);

#endif
