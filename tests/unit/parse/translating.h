/*
 * Documents translated for a test: a translator that answers from a table, or
 * with the message itself.
 */
#ifndef UNIT_TRANSLATING_H
#define UNIT_TRANSLATING_H

#include "../parse/rendering.h"
#include "base/arena.h"
#include "parse/message.h"

struct answer {
	const char *id, *text;
	const char *previous; /* not NULL: it is stale */
};

struct translating {
	struct translator translator;
	const struct answer *answers; /* NULL: every message is its own */
	size_t answer_count;
	struct arena arena;
	struct source catalog;
};

/* A blank at the end of a paragraph is nothing, but keeps the translation
 * from being the message, which would need no work. */
static inline void translating_same(struct translation *translation,
    struct translator *translator, const struct block_message *message)
{
	struct translating *translating = translator->context;

	translation->state = TRANSLATION_CURRENT;
	translation->text =
	    text_join(&translating->arena,
		(struct text[]){ message->id, TEXT(" ") }, 2);
}

static inline void translating_answer(struct translation *translation,
    struct translator *translator, const struct block_message *message)
{
	struct translating *translating = translator->context;
	size_t i;

	translation->place = (struct place){ &translating->catalog, 0 };
	for (i = 0; i < translating->answer_count; i++) {
		const struct answer *answer = &translating->answers[i];

		if (!text_equal_string(message->id, answer->id))
			continue;
		translation->state = answer->previous != NULL
		    ? TRANSLATION_STALE
		    : TRANSLATION_CURRENT;
		translation->text = text_from(answer->text);
		translation->previous = text_from(answer->previous);
		return;
	}
	translation->state = TRANSLATION_MISSING;
}

static inline void translating_begin(struct translating *translating,
    const struct answer *answers, size_t count)
{
	*translating = (struct translating){
		.translator = { answers != NULL ? translating_answer
						: translating_same,
		    translating },
		.answers = answers,
		.answer_count = count,
		.catalog = { .name = TEXT("xx.po"), .bytes = TEXT("x") },
	};
}

/* What the document is alone, with its footnotes. */
static inline void translating_html(struct buffer *html,
    const struct document *document)
{
	rendering_add(html, &document->whole);
	buffer_add_string(html, "--\n");
	rendering_add(html, &document->notes);
}

#endif
