#include "render/body_message.h"

#include "model/catalog.h"
#include "render/escape.h"

static const struct body_message_row rows[] = {
	[BODY_NOTE] = { "Note", NULL, "Kind of a box: something to know." },
	[BODY_TIP] = { "Tip", NULL, "Kind of a box: good advice." },
	[BODY_WARNING] = { "Warning", NULL,
	    "Kind of a box: what can go wrong." },
	[BODY_SCRIPT] = { "Say it like this", NULL,
	    "Kind of a box: model sentences to say to a customer." },
	[BODY_EXERCISE] = { "Exercise", NULL,
	    "Kind of a box: an exercise for training, often a role play." },
	[BODY_FACILITATOR] = { "For the facilitator", NULL,
	    "Kind of a box on handouts: what only the trainer reads." },
	[BODY_MINUTES] = { "{count} minute", "{count} minutes",
	    "How long an exercise takes; beside its kind." },
	[BODY_BACK] = { "Back to the text", NULL,
	    "Link behind a footnote, for screen readers." },
	[BODY_STALE] = { "This translation may be out of date", NULL,
	    "Mark of a paragraph, heading or cell whose original has changed "
	    "since it was translated." },
	[BODY_ORIGINAL] = { "Show the original", NULL,
	    "Opens the original of a translation that is out of date, with "
	    "what changed." },
	[BODY_MISSING] = { "Not translated yet", NULL,
	    "Mark of a paragraph, heading or cell that is shown in its "
	    "original language." },
};

const struct body_message_row *body_message_row(enum body_message message)
{
	return &rows[message];
}

static struct text number_text(struct arena *arena,
    const struct locale *locale, size_t number)
{
	return locale != NULL ? locale_number(locale, arena, (long)number)
			      : text_format(arena, "%zu", number);
}

/* Adds a message with {count} replaced. */
static void add_message(struct buffer *out, struct text message,
    struct text number)
{
	const struct text placeholder = TEXT("{count}");
	size_t at = text_find(message, placeholder, 0);

	if (at == TEXT_NONE) {
		escape_text(out, message);
		return;
	}
	escape_text(out, text_slice(message, 0, at));
	escape_text(out, number);
	escape_text(out, text_after(message, at + placeholder.length));
}

void body_message_fill(struct buffer *out, struct arena *arena,
    const struct locale *locale, const struct hole *hole)
{
	const struct body_message_row *row = &rows[hole->message];
	struct text number = number_text(arena, locale, hole->number);
	const struct catalog_entry *entry = NULL;
	const struct catalog *holder;
	bool marked;

	if (hole->kind == HOLE_NUMBER) {
		escape_text(out, number);
		return;
	}
	if (locale != NULL)
		entry = catalogs_find(&holder, &locale->catalogs, TEXT(""),
		    text_from(row->id));
	if (entry != NULL) {
		add_message(out,
		    entry->strings[row->plural != NULL
			    ? catalog_plural(holder, hole->number)
			    : 0],
		    number);
		return;
	}
	marked = locale != NULL && !text_equal(locale->tag, TEXT("en"));
	if (marked)
		buffer_add_string(out, "<span lang=\"en\" dir=\"ltr\">");
	add_message(out,
	    text_from(row->plural != NULL && hole->number != 1 ? row->plural
							       : row->id),
	    number);
	if (marked)
		buffer_add_string(out, "</span>");
}

void body_message_fill_all(struct buffer *out, struct arena *arena,
    const struct locale *locale, const struct body *body)
{
	size_t at = 0, i;

	for (i = 0; i < body->hole_count; i++) {
		const struct hole *hole = &body->holes[i];

		buffer_add(out,
		    text_slice(body->bytes, at, hole->offset - at));
		body_message_fill(out, arena, locale, hole);
		at = hole->offset;
	}
	buffer_add(out, text_after(body->bytes, at));
}
