/* The writing half of model/catalog.h: templates. */
#include "model/catalog.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/list.h"
#include "model/po_writer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

struct texts {
	struct text *items;
	size_t count;
	size_t capacity;
};

/* Equal messages as the one that is written. */
struct merged {
	struct catalog_message message; /* the first, with what it lacked */
	struct texts comments;          /* in order, each once */
	struct texts references;        /* unsorted */
};

struct writing {
	struct arena arena;
	struct table index; /* context \4 id -> struct merged */
	struct {
		struct merged **items;
		size_t count;
		size_t capacity;
	} all; /* in order */
};

static bool holds(const struct texts *texts, struct text text)
{
	size_t i;

	for (i = 0; i < texts->count; i++)
		if (text_equal(texts->items[i], text))
			return true;
	return false;
}

static void merge(struct writing *writing,
    const struct catalog_message *message)
{
	struct text key = catalog_key(
	    &writing->arena, message->context, message->id);
	struct merged *merged = table_get(&writing->index, key);

	/* That would be a second header. */
	assert(message->id.length > 0 || message->context.at != NULL);
	if (merged == NULL) {
		merged = arena_new(&writing->arena, struct merged);
		merged->message = *message;
		(void)table_put(&writing->index, &writing->arena, key,
		    merged); /* there is no old value */
		*list_add(&writing->arena, &writing->all) = merged;
	}
	if (merged->message.plural_id.at == NULL)
		merged->message.plural_id = message->plural_id;
	if (merged->message.flag == NULL)
		merged->message.flag = message->flag;
	if (message->comment.length > 0 &&
	    !holds(&merged->comments, message->comment))
		*list_add(&writing->arena, &merged->comments) =
		    message->comment;
	if (message->reference.length > 0)
		*list_add(&writing->arena, &merged->references) =
		    message->reference;
}

/* Sorted by bytes, each once. */
static void add_references(struct buffer *out, struct texts *references)
{
	size_t i;

	if (references->count == 0)
		return;
	qsort(references->items, references->count,
	    sizeof(references->items[0]), text_order);
	buffer_add(out, TEXT("#:"));
	for (i = 0; i < references->count; i++) {
		if (i > 0 &&
		    text_equal(references->items[i - 1],
			references->items[i]))
			continue;
		buffer_add_char(out, ' ');
		buffer_add(out, references->items[i]);
	}
	buffer_add_char(out, '\n');
}

static void add_message(struct buffer *out, struct merged *merged)
{
	const struct catalog_message *message = &merged->message;
	size_t i;

	buffer_add_char(out, '\n');
	for (i = 0; i < merged->comments.count; i++)
		po_write_comment(out, "#.", merged->comments.items[i]);
	add_references(out, &merged->references);
	if (message->flag != NULL)
		buffer_format(out, "#, %s\n", message->flag);
	if (message->context.at != NULL)
		po_write_string(out, "", "msgctxt", message->context);
	po_write_string(out, "", "msgid", message->id);
	if (message->plural_id.at != NULL) {
		po_write_string(out, "", "msgid_plural", message->plural_id);
		buffer_add(out, TEXT("msgstr[0] \"\"\nmsgstr[1] \"\"\n"));
	} else {
		buffer_add(out, TEXT("msgstr \"\"\n"));
	}
}

static void add_header(struct buffer *out, struct arena *arena,
    const char *project, struct text source)
{
	struct text origin = source.length > 0 ?
	    text_format(arena, "X-Source-Language: %.*s\n",
		TEXT_ARGUMENTS(source)) :
	    source;

	buffer_add(out, TEXT("msgid \"\"\n"));
	po_write_string(out, "", "msgstr",
	    text_format(arena,
		"Project-Id-Version: %s\n"
		"Report-Msgid-Bugs-To: \n"
		"Language: \n"
		"MIME-Version: 1.0\n"
		"Content-Type: text/plain; charset=UTF-8\n"
		"Content-Transfer-Encoding: 8bit\n%.*s",
		project, TEXT_ARGUMENTS(origin)));
}

void catalog_write_template(struct buffer *out, const char *project,
    struct text source, const struct catalog_messages *messages)
{
	struct writing writing = { 0 };
	size_t i;

	for (i = 0; i < messages->count; i++)
		merge(&writing, &messages->items[i]);
	add_header(out, &writing.arena, project, source);
	for (i = 0; i < writing.all.count; i++)
		add_message(out, writing.all.items[i]);
	arena_release(&writing.arena);
}

/* The flags as one line; of a message that nobody has flagged, none. */
static void add_flags(struct buffer *out, const struct catalog_entry *entry)
{
	if (!entry->fuzzy && entry->flags.length == 0)
		return;
	buffer_format(out, "#, %s%s%.*s\n", entry->fuzzy ? "fuzzy" : "",
	    entry->fuzzy && entry->flags.length > 0 ? ", " : "",
	    TEXT_ARGUMENTS(entry->flags));
}

/* What a message is, or was, known by. */
static void add_ids(struct buffer *out, const char *prefix,
    struct text context, struct text id, struct text plural_id)
{
	if (context.at != NULL)
		po_write_string(out, prefix, "msgctxt", context);
	if (id.at != NULL)
		po_write_string(out, prefix, "msgid", id);
	if (plural_id.at != NULL)
		po_write_string(out, prefix, "msgid_plural", plural_id);
}

static void add_entry(struct buffer *out, const struct catalog_entry *entry)
{
	const char *prefix = entry->obsolete ? "#~ " : "";
	char keyword[32];
	size_t i;

	po_write_comment(out, "#", entry->comments);
	po_write_comment(out, "#.", entry->extracted);
	if (entry->references.length > 0)
		buffer_format(out, "#: %.*s\n",
		    TEXT_ARGUMENTS(entry->references));
	add_flags(out, entry);
	add_ids(out, entry->obsolete ? "#~| " : "#| ",
	    entry->previous_context, entry->previous_id,
	    entry->previous_plural_id);
	add_ids(out, prefix, entry->context, entry->id, entry->plural_id);
	for (i = 0; i < entry->string_count; i++) {
		(void)snprintf(keyword, sizeof(keyword), "msgstr[%zu]",
		    i); /* it fits */
		po_write_string(out, prefix,
		    entry->plural_id.at != NULL ? keyword : "msgstr",
		    entry->strings[i]);
	}
}

void catalog_write(struct buffer *out, const struct catalog_entry *entries,
    size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (i > 0)
			buffer_add_char(out, '\n');
		add_entry(out, &entries[i]);
	}
}
