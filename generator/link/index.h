/*
 * The A-Z index of a locale: articles, their sections, principles with their
 * other names, and tags, collated as its readers expect.
 */
#ifndef LINK_INDEX_H
#define LINK_INDEX_H

#include "model/guide.h"

enum index_kind { INDEX_ARTICLE, INDEX_SECTION, INDEX_PRINCIPLE, INDEX_TAG };

struct index_entry {
	enum index_kind kind;
	struct text text;
	const struct edition *edition;     /* of an article or section */
	const struct section *section;     /* of a section */
	const struct principle *principle; /* of a principle or alias */
	const struct tag *tag;             /* of a tag */
	bool foreign; /* in another language: these stand last */
	struct text initial; /* heading; empty for foreign ones */
};

struct index {
	struct index_entry *items;
	size_t count;
	size_t capacity;
};

/* Fills the index of one locale. The entries live in arena. Equal texts that
 * lead to the same place stand once. */
void index_make(struct index *index, struct arena *arena,
    const struct guide *guide, const struct locale *locale);

/* The other names of a principle in a locale: the translation of the one
 * message that joins them with ", ", taken apart at ',' and '،'. */
size_t index_aliases(struct text **aliases, struct arena *arena,
    const struct principle *principle, const struct locale *locale);

/* The aliases in the text of such a message. */
size_t index_aliases_split(struct text **aliases, struct arena *arena,
    struct text message);

/* That message: all English aliases, joined with ", "; empty if none. */
struct text index_alias_message(struct arena *arena,
    const struct principle_entry *entry);

#endif
