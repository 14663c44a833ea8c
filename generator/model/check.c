#include "model/check.h"

#include "base/arena.h"
#include "base/list.h"
#include "base/unicode.h"
#include "model/check_finding.h"
#include "model/po_reader.h"
#include "model/words.h"

#include <string.h>

/* The language that a check is for. */
struct check {
	enum message message; /* its code without "po-" is the name */
	const char *language; /* NULL: any */
	bool markdown;        /* of articles only */
	bool (*find)(struct finding *finding,
	    const struct checking *checking);
};

static const struct check checks[] = {
	{ MESSAGE_PO_SPANS, NULL, true, check_spans },
	{ MESSAGE_PO_BIDI, NULL, false, check_bidi },
	{ MESSAGE_PO_LETTER, "fa", false, check_letter },
	{ MESSAGE_PO_DIGIT, "fa", false, check_digit },
	{ MESSAGE_PO_QUOTE, NULL, false, check_quote },
	{ MESSAGE_PO_JOINER, "fa", false, check_joiner },
	{ MESSAGE_PO_TERM, NULL, true, check_term },
	{ MESSAGE_PO_SAME, NULL, false, check_same },
	{ MESSAGE_PO_LENGTH, NULL, false, check_length },
};
enum { CHECK_COUNT = sizeof(checks) / sizeof(checks[0]) };

struct checks_language {
	struct text tag;
	struct locale_quotes quotes;
	const struct glossary_language *terms; /* NULL without glossary */
};

struct checks {
	const struct glossary *glossary;
	const struct glossary_language *english; /* NULL without glossary */
	struct checks_language *languages;
	size_t count;
};

struct checks *checks_open(struct arena *arena,
    const struct glossary *glossary, const struct text *tags, size_t count)
{
	struct checks *opened = arena_new(arena, struct checks);
	size_t i;

	opened->glossary = glossary;
	opened->languages =
	    arena_array(arena, struct checks_language, count);
	opened->count = count;
	if (glossary != NULL)
		opened->english =
		    glossary_language(arena, glossary, TEXT("en"));
	for (i = 0; i < count; i++) {
		opened->languages[i].tag = tags[i];
		opened->languages[i].quotes = locale_quotes(tags[i]);
		if (glossary != NULL)
			opened->languages[i].terms =
			    glossary_language(arena, glossary, tags[i]);
	}
	return opened;
}

bool check_same(struct finding *finding, const struct checking *checking)
{
	*finding = (struct finding){ 0 };
	return text_equal(checking->id, checking->string) &&
	    words_count(checking->prose) > 3;
}

/* Whether the English of a message, if its comments give it, names a concept:
 * else the word that looks like the term means something else here. */
static bool english_agrees(const struct checking *checking, size_t concept)
{
	static const struct text mark = { "English: ", 9 };
	struct text rest = checking->entry->extracted, line;

	while (text_cut(&line, &rest, '\n'))
		if (text_starts(line, mark))
			return glossary_uses(checking->english, concept,
			    text_after(line, mark.length));
	return true;
}

bool check_term(struct finding *finding, const struct checking *checking)
{
	const struct glossary *glossary = checking->glossary;
	size_t *found, count, i;

	if (checking->source == NULL || checking->target == NULL ||
	    glossary->count == 0)
		return false;
	found = arena_array(checking->arena, size_t, glossary->count);
	count = glossary_find(found, checking->source, checking->id_prose);
	for (i = 0; i < count; i++)
		if (!glossary_uses(checking->target, found[i],
			checking->prose) &&
		    english_agrees(checking, found[i]))
			break;
	if (i == count)
		return false;
	*finding = (struct finding){ 0,
		{ glossary_term(
		      &glossary->items[found[i]], checking->source_tag),
		    glossary_term(
			&glossary->items[found[i]], checking->target_tag) },
		2 };
	return true;
}

bool check_length(struct finding *finding, const struct checking *checking)
{
	size_t wanted = text_count(checking->id);
	size_t found = text_count(checking->string);
	struct text comment = unicode_lower(
	    checking->arena, checking->entry->extracted, "");

	if (text_find(comment, TEXT("button"), 0) == TEXT_NONE ||
	    2 * found <= 3 * wanted + 16)
		return false;
	*finding = (struct finding){ 0,
		{ text_format(checking->arena, "%zu", found),
		    text_format(checking->arena, "%zu", wanted) },
		2 };
	return true;
}

/* "po-same" -> "same" */
static struct text name_of(const struct check *check)
{
	return text_after(text_from(message_row(check->message)->code),
	    strlen("po-"));
}

/* Whether a comment of the translator silences a check. */
static bool is_silenced(const struct catalog_entry *entry,
    const struct check *check)
{
	static const struct text mark = { "opas: ignore ", 13 };
	struct text rest = entry->comments, line, name;

	while (text_cut(&line, &rest, '\n')) {
		if (!text_starts(line, mark))
			continue;
		line = text_after(line, mark.length);
		while (text_cut(&name, &line, ','))
			if (text_equal(text_trim(name), name_of(check)))
				return true;
	}
	return false;
}

/* The place of a byte of a translation: exact where it stands in the file as
 * it is, else where the translation begins. */
static struct place place_of(const struct catalog *catalog,
    const struct catalog_entry *entry, size_t form, size_t at)
{
	struct text bytes = catalog->source->bytes;
	struct text string = entry->strings[form];

	if (string.at >= bytes.at && string.at < bytes.at + bytes.length)
		return (struct place){ catalog->source,
			(size_t)(string.at - bytes.at) + at };
	return (struct place){ catalog->source,
		po_string_offset(catalog->source, entry, form) };
}

static void check_form(struct checking *checking, struct report *report,
    const struct catalog *catalog, size_t form, bool markdown)
{
	size_t i;

	for (i = 0; i < CHECK_COUNT; i++) {
		const struct check *check = &checks[i];
		struct finding finding = { 0 };

		if ((check->markdown && !markdown) ||
		    (check->language != NULL &&
			!text_equal_string(
			    checking->target_tag, check->language)) ||
		    !check->find(&finding, checking) ||
		    is_silenced(checking->entry, check))
			continue;
		finding.values[finding.value_count] = name_of(check);
		report_add_values(report, check->message,
		    place_of(catalog, checking->entry, form, finding.at),
		    finding.values, finding.value_count + 1);
	}
}

static const struct checks_language *language_of(const struct checks *opened,
    struct text tag)
{
	size_t i;

	for (i = 0; i < opened->count; i++)
		if (text_equal(opened->languages[i].tag, tag))
			return &opened->languages[i];
	return NULL;
}

static void check_entry(struct checking *checking, struct report *report,
    const struct catalog *catalog, const struct catalog_entry *entry,
    bool markdown)
{
	size_t form;

	checking->entry = entry;
	for (form = 0; form < entry->string_count; form++) {
		checking->id = form > 0 ? entry->plural_id : entry->id;
		checking->string = entry->strings[form];
		checking->id_prose =
		    check_prose(checking->arena, checking->id, markdown);
		checking->prose =
		    check_prose(checking->arena, checking->string, markdown);
		check_form(checking, report, catalog, form, markdown);
	}
}

void checks_catalog(const struct checks *opened, struct report *report,
    const struct catalog *catalog, struct text source, struct text target,
    bool markdown)
{
	const struct checks_language *from = language_of(opened, source);
	const struct checks_language *to = language_of(opened, target);
	struct arena scratch = { 0 };
	struct checking checking = { .arena = &scratch,
		.glossary = opened->glossary,
		.english = opened->english,
		.source_tag = source,
		.target_tag = target };
	size_t i;

	if (to == NULL || text_equal(source, target))
		return;
	checking.quotes = to->quotes;
	checking.target = to->terms;
	checking.source = from != NULL ? from->terms : NULL;
	for (i = 0; i < catalog->count; i++) {
		const struct catalog_entry *entry = &catalog->entries[i];

		if (entry->fuzzy || entry->obsolete ||
		    !catalog_entry_translated(entry))
			continue;
		check_entry(&checking, report, catalog, entry, markdown);
		arena_reset(&scratch);
	}
	arena_release(&scratch);
}
