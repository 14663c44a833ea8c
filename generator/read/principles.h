/*
 * content/principles.yaml: the principles that the articles share, in the
 * order in which the guide shows them.  Their texts are English messages for
 * translators.
 */
#ifndef READ_PRINCIPLES_H
#define READ_PRINCIPLES_H

#include "read/field.h"

/* When in a contact a principle is for. */
enum principle_phase {
	PRINCIPLE_NONE, /* no phase is given */
	PRINCIPLE_BEFORE,
	PRINCIPLE_DURING,
	PRINCIPLE_AFTER
};

struct principle_entry {
	struct field_text id;   /* portable (read/id.h), given once */
	struct field_text name; /* empty only after an error */
	enum principle_phase phase;
	struct field_text definition; /* may be empty, as all below */
	struct field_text when_not;
	struct field_text question;
	struct field_texts aliases; /* other names, for search */
	struct place place;         /* of the entry */
};

struct principle_entries {
	struct principle_entry *items;
	size_t count;
	size_t capacity;
};

/*
 * Reads principles.yaml from source->bytes; source NULL means that there is
 * no such file, hence no principle.  All that entries hold lives in the
 * arena.  Problems are reported; an entry without a usable id is left out.
 */
void principles_read(struct principle_entries *entries, struct arena *arena,
    struct report *report, const struct source *source);

#endif
