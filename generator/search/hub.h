/*
 * The texts of principles, cut into words in every language of the guide and
 * in English, of which their messages are: a principle is found by its names
 * in all of them.
 */
#ifndef SEARCH_HUB_H
#define SEARCH_HUB_H

#include "model/guide.h"
#include "search/terms.h"

/* One principle in one language; what is not translated has no words. */
struct hub {
	struct term_counts *names; /* the name, then each alias */
	size_t name_count;
	struct term_counts definition;
};

struct hub_language {
	struct text tag;
	const struct vocabulary *names; /* the words of names and aliases */
	const struct vocabulary *definitions;
	struct hub *items; /* by principle.index */
};

struct hubs {
	struct hub_language *items; /* by locale.index, then English if no
	                               locale is English */
	size_t count;
	size_t english; /* which of them */
};

void hubs_make(struct hubs *hubs, struct arena *arena,
    const struct guide *guide);

/* What a locale shows: the translation, else the English message. */
struct text hub_text(const struct locale *locale, struct text message);

#endif
