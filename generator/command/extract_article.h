/*
 * The messages of one article for its template, with what helps translators
 * to understand each without looking for it.
 */
#ifndef COMMAND_EXTRACT_ARTICLE_H
#define COMMAND_EXTRACT_ARTICLE_H

#include "command/load.h"
#include "model/glossary.h"

struct article_context {
	const char *root; /* of the guide */
	const struct guide *guide;
	const struct article *article;
	const struct glossary *glossary;
	/* English by index of the original's messages, empty where there is
	 * none or it is out of date; NULL: it is English itself. */
	const struct text *pivot;
};

/* Adds the messages, each id once, in the order of the article. */
void extract_article(struct catalog_messages *messages, struct arena *arena,
    const struct article_context *context);

#endif
