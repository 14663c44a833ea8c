#include "command/extract_article.h"

#include "base/list.h"
#include "link/address.h"
#include "model/message_kind.h"
#include "model/placeholder.h"

struct extraction {
	struct arena *arena;
	const struct article_context *context;
	const struct edition *edition;
	struct glossary_language *terms; /* of the source */
	size_t *found;                   /* room for all concepts */
	struct text page;                /* address of the original */
	struct buffer comment;           /* of the message at hand */
};

/* "Paragraph listen.3" */
static void add_kind(struct extraction *extraction,
    const struct block_message *message)
{
	if (extraction->comment.length > 0)
		buffer_add_char(&extraction->comment, '\n');
	buffer_add_string(
	    &extraction->comment, message_kind_name(message->kind));
	if (message->address.length == 0)
		return;
	buffer_add_char(&extraction->comment, ' ');
	buffer_add(&extraction->comment, message->address);
}

static void add_page(struct extraction *extraction,
    const struct block_message *message)
{
	buffer_format(&extraction->comment, "\nPage: %.*s",
	    TEXT_ARGUMENTS(extraction->page));
	if (message->anchor.length > 0)
		buffer_format(&extraction->comment, "#%.*s",
		    TEXT_ARGUMENTS(message->anchor));
}

static const struct section *section_at(const struct edition *edition,
    struct text anchor)
{
	size_t i;

	for (i = 0; i < edition->section_count; i++)
		if (text_equal(edition->sections[i].text->anchor, anchor))
			return &edition->sections[i];
	return NULL;
}

/* What the section teaches, by its English names. */
static void add_principles(struct extraction *extraction,
    const struct block_message *message)
{
	const struct section *section = message->address.length > 0
	    ? section_at(extraction->edition, message->anchor)
	    : NULL;
	size_t i;

	for (i = 0; section != NULL && i < section->principle_count; i++)
		buffer_format(&extraction->comment, "%s%.*s",
		    i == 0 ? "\nPrinciples: " : "; ",
		    TEXT_ARGUMENTS(section->principles[i]->entry->name.text));
}

/* "valitus = complaint; asiakas = customer" */
static void add_terms(struct extraction *extraction,
    const struct block_message *message)
{
	const struct glossary *glossary = extraction->context->glossary;
	const struct text tag = extraction->edition->locale->tag;
	size_t count, i;

	count = glossary_find(
	    extraction->found, extraction->terms, message->id);
	for (i = 0; i < count; i++) {
		const struct glossary_concept *concept =
		    &glossary->items[extraction->found[i]];
		struct text term = glossary_term(concept, tag);
		struct text english = glossary_term(concept, TEXT("en"));

		buffer_format(&extraction->comment, "%s%.*s",
		    i == 0 ? "\nGlossary: " : "; ", TEXT_ARGUMENTS(term));
		if (english.length > 0 && !text_equal(english, term))
			buffer_format(&extraction->comment, " = %.*s",
			    TEXT_ARGUMENTS(english));
	}
}

static void add_pivot(struct extraction *extraction, size_t index)
{
	struct text rest, line;

	if (extraction->context->pivot == NULL)
		return;
	rest = extraction->context->pivot[index];
	if (rest.length == 0)
		return;
	buffer_add(&extraction->comment, TEXT("\nEnglish:"));
	while (text_cut(&line, &rest, '\n'))
		buffer_format(&extraction->comment, " %.*s",
		    TEXT_ARGUMENTS(line));
}

/* For each message the index of the first with its id. */
static size_t *first_of_each(struct arena *arena,
    const struct block_message *messages, size_t count)
{
	size_t *first = arena_array(arena, size_t, count), i;
	struct table seen = { 0 };

	for (i = 0; i < count; i++) {
		struct text key = catalog_key(
		    arena, messages[i].context, messages[i].id);
		const size_t *found = table_get(&seen, key);

		first[i] = found != NULL ? *found : i;
		if (found == NULL)
			(void)table_put(&seen, arena, key, &first[i]);
	}
	return first;
}

/* The path of the source, from the root of the guide. */
static struct text reference_of(const struct extraction *extraction)
{
	struct text name = extraction->edition->file->source.name;
	struct text root = text_from(extraction->context->root);

	if (text_starts(name, root) && name.length > root.length &&
	    name.at[root.length] == '/')
		return text_after(name, root.length + 1);
	return name;
}

static void add_message(struct extraction *extraction,
    struct catalog_messages *messages, size_t index, const size_t *first)
{
	const struct document *document = &extraction->edition->document;
	const struct block_message *message = &document->messages[index];
	struct catalog_message *added;
	struct text placeholder;
	size_t at = 0, i;

	buffer_clear(&extraction->comment);
	for (i = index; i < document->message_count; i++)
		if (first[i] == index)
			add_kind(extraction, &document->messages[i]);
	add_page(extraction, message);
	add_principles(extraction, message);
	add_terms(extraction, message);
	add_pivot(extraction, index);
	added = list_add(extraction->arena, messages);
	added->context = message->context;
	added->id = message->id;
	added->comment =
	    buffer_copy(&extraction->comment, extraction->arena);
	added->reference = reference_of(extraction);
	if (placeholder_next(&placeholder, message->id, &at))
		added->flag = "python-brace-format";
}

void extract_article(struct catalog_messages *messages, struct arena *arena,
    const struct article_context *context)
{
	const struct edition *edition = context->article->original;
	const struct document *document = &edition->document;
	struct extraction extraction = { .arena = arena,
		.context = context,
		.edition = edition,
		.terms = glossary_language(
		    arena, context->glossary, edition->locale->tag),
		.found =
		    arena_array(arena, size_t, context->glossary->count) };
	size_t *first = first_of_each(
	    arena, document->messages, document->message_count);
	size_t i;

	extraction.page = text_format(arena, "%.*s%.*s",
	    TEXT_ARGUMENTS(context->guide->configuration.base_url.text),
	    TEXT_ARGUMENTS(address_edition(arena, edition)));
	for (i = 0; i < document->message_count; i++)
		if (first[i] == i)
			add_message(&extraction, messages, i, first);
	buffer_release(&extraction.comment);
}
