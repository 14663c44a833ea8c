/*
 * opas locale accept: what is stale is right as it is, since the change of the
 * source does not change the meaning.
 */
#include "command/locale.h"

#include "command/source_hash.h"
#include "command/translating.h"

#include <string.h>

/* What the command line names. */
struct acceptance {
	struct translating *translating;
	const struct article *article;
	const struct locale *locale;
	struct text message; /* msgid or address; empty: all */
};

/* Finds article and locale. False after reporting. */
static bool find(struct acceptance *acceptance, const char *const *arguments)
{
	struct translating *translating = acceptance->translating;
	const struct guide *guide = translating->guide;
	struct text *names = arena_array(&translating->arena, struct text,
	    guide->article_count + guide->locale_count);
	size_t i;

	acceptance->locale = guide_locale(guide, text_from(arguments[0]));
	for (i = 0; i < guide->locale_count; i++)
		names[i] = guide->locales[i]->tag;
	if (acceptance->locale == NULL) {
		report_add(&translating->report, MESSAGE_LOCALE_UNKNOWN,
		    place_nowhere(), text_from(arguments[0]),
		    text_nearest(text_from(arguments[0]), names,
			guide->locale_count));
		return false;
	}
	acceptance->article = guide_article(guide, text_from(arguments[1]));
	for (i = 0; i < guide->article_count; i++)
		names[i] = guide->articles[i].id;
	if (acceptance->article == NULL) {
		report_add(&translating->report, MESSAGE_ARTICLE_UNKNOWN,
		    place_nowhere(), text_from(arguments[1]),
		    text_nearest(text_from(arguments[1]), names,
			guide->article_count));
		return false;
	}
	return true;
}

/* Whether the command line means an entry. */
static bool is_meant(const struct acceptance *acceptance,
    const struct catalog_entry *entry)
{
	const struct document *document =
	    &acceptance->article->original->document;
	size_t i;

	if (acceptance->message.length == 0 ||
	    text_equal(entry->id, acceptance->message))
		return true;
	for (i = 0; i < document->message_count; i++)
		if (text_equal(document->messages[i].address,
			acceptance->message) &&
		    text_equal(document->messages[i].id, entry->id))
			return true;
	return false;
}

/* Where the line begins that holds a byte. */
static size_t line_start(struct text bytes, size_t at)
{
	while (at > 0 && bytes.at[at - 1] != '\n')
		at--;
	return at;
}

/* Where the comments of an entry begin: every line before its msgid that is
 * not blank. */
static size_t entry_start(struct text bytes, size_t offset)
{
	size_t start = line_start(bytes, offset), above;

	while (start > 0) {
		above = line_start(bytes, start - 1);
		if (text_trim(text_slice(bytes, above, start - above))
			.length == 0)
			break;
		start = above;
	}
	return start;
}

/* "#, fuzzy, c-format" without fuzzy; no line if that is all. */
static void add_flags(struct buffer *out, struct text line)
{
	struct text rest = text_after(line, 2), flag;
	const char *separator = "#, ";

	while (text_cut(&flag, &rest, ',')) {
		flag = text_trim(flag);
		if (text_equal(flag, TEXT("fuzzy")))
			continue;
		buffer_add_string(out, separator);
		buffer_add(out, flag);
		separator = ", ";
	}
	if (strcmp(separator, ", ") == 0)
		buffer_add_char(out, '\n');
}

/* The lines of an entry from its comments to its msgid, without what makes it
 * fuzzy. */
static void add_cleared(struct buffer *out, struct text lines)
{
	size_t start = 0, end;

	while (start < lines.length) {
		struct text line;

		end = text_find_char(lines, '\n', start);
		end = end == TEXT_NONE ? lines.length : end + 1;
		line = text_slice(lines, start, end - start);
		if (text_starts(line, TEXT("#,")))
			add_flags(out, line);
		else if (!text_starts(line, TEXT("#|")))
			buffer_add(out, line);
		start = end;
	}
}

/* The catalog without the marks of what is meant, and how many those were. */
static size_t clear(struct buffer *out, const struct acceptance *acceptance,
    const struct catalog *catalog)
{
	struct text bytes = catalog->source->bytes;
	size_t done = 0, count = 0, i;

	for (i = 0; i < catalog->count; i++) {
		const struct catalog_entry *entry = &catalog->entries[i];
		size_t start;

		if (!entry->fuzzy || entry->obsolete ||
		    entry->previous_id.at == NULL ||
		    !is_meant(acceptance, entry))
			continue;
		start = entry_start(bytes, entry->offset);
		buffer_add(out, text_slice(bytes, done, start - done));
		add_cleared(
		    out, text_slice(bytes, start, entry->offset - start));
		done = entry->offset;
		count++;
	}
	buffer_add(out, text_after(bytes, done));
	return count;
}

static void accept_catalog(struct acceptance *acceptance)
{
	struct translating *translating = acceptance->translating;
	const char *path = translating_catalog_path(translating,
	    acceptance->article->id, acceptance->locale->tag);
	const struct catalog *catalog;
	struct buffer out = { 0 };

	if (!translating_read(&catalog, translating, path))
		return;
	if (catalog != NULL && clear(&out, acceptance, catalog) > 0)
		(void)translating_put(translating, path,
		    buffer_text(&out)); /* it reports */
	else
		report_add(&translating->report, MESSAGE_ACCEPT_NOTHING,
		    place_nowhere(),
		    acceptance->message.length > 0
			? text_format(&translating->arena, "'%.*s'",
			      TEXT_ARGUMENTS(acceptance->message))
			: TEXT("anything"),
		    text_from(path));
	buffer_release(&out);
}

void locale_accept(struct translating *translating)
{
	const char *const *arguments = translating->options->arguments;
	struct acceptance acceptance = { .translating = translating,
		.message = text_from(arguments[2 + 1]) };

	const struct edition *edition;

	if (!find(&acceptance, arguments + 1))
		return;
	edition = acceptance.article->editions[acceptance.locale->index];
	if (edition != NULL && edition->origin == EDITION_TRANSLATED)
		(void)source_hash_write(translating, edition); /* reports */
	else
		accept_catalog(&acceptance);
}
