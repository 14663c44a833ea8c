/*
 * The front matter of an article: what its author says about it.  Keys are
 * spelled as the ecosystem does, with hyphens: review-by, translated-from,
 * source-hash.
 */
#ifndef READ_MATTER_H
#define READ_MATTER_H

#include "read/field.h"

struct matter {
	bool given;  /* there is front matter */
	bool broken; /* it cannot be read: what seems to be missing may well
	                stand in it, so do not report that */
	size_t body; /* offset in the source where the Markdown begins */

	struct field_text title;
	struct field_text description;
	struct field_text owner;
	struct field_text lang;            /* a valid language tag */
	struct field_text translated_from; /* a valid language tag */
	struct field_text source_hash;
	struct field_texts aliases;    /* former addresses, not checked yet */
	struct field_texts tags;
	struct field_texts goals;
	struct field_texts principles; /* ids, not checked yet */
	struct date date;
	struct date updated;
	struct date review_by;
	bool draft;
	int weight; /* lighter articles come first; 0 if not given */
};

/*
 * Reads the front matter of source->bytes.  All that matter holds lives in
 * the arena.  tag_valid tells what is a language tag.  Problems are reported;
 * matter is usable in any case, and without front matter it is {0} but for
 * body.
 */
void matter_read(struct matter *matter, struct arena *arena,
    struct report *report, const struct source *source,
    bool (*tag_valid)(struct text tag));

#endif
