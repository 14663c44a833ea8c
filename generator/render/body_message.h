/*
 * The few words that the generator itself puts into bodies: names of
 * callouts, minutes, the way back from a footnote, marks of translations.  They are looked up when
 * pages are written, since translations come later than parsing.
 */
#ifndef RENDER_BODY_MESSAGE_H
#define RENDER_BODY_MESSAGE_H

#include "model/locale.h"
#include "parse/document.h"

enum body_message {
	/* In the order of enum callout_kind. */
	BODY_NOTE,
	BODY_TIP,
	BODY_WARNING,
	BODY_SCRIPT,
	BODY_EXERCISE,
	BODY_FACILITATOR,
	BODY_MINUTES,
	BODY_BACK,
	BODY_STALE,
	BODY_ORIGINAL,
	BODY_MISSING,
	BODY_MESSAGE_COUNT
};

/* For the translators. plural is NULL if there is no number in it. */
struct body_message_row {
	const char *id, *plural, *comment;
};
const struct body_message_row *body_message_row(enum body_message message);

/* Adds what a hole of kind HOLE_MESSAGE or HOLE_NUMBER takes.  Without a
 * translation that is English, marked so; without a locale English too. */
void body_message_fill(struct buffer *out, struct arena *arena,
    const struct locale *locale, const struct hole *hole);

/* Adds a body that has holes of these kinds only. */
void body_message_fill_all(struct buffer *out, struct arena *arena,
    const struct locale *locale, const struct body *body);

#endif
