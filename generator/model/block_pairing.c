#include "model/block_pairing.h"

#include "base/arena.h"
#include "model/message_kind.h"

/* Goes through the blocks of a document, or of one of its sections. */
struct blocks {
	const struct document *document;
	const struct text *anchor; /* NULL: of all sections */
	size_t at;
};

static const struct block_message *next(struct blocks *blocks)
{
	const struct document *document = blocks->document;

	while (blocks->at < document->message_count) {
		const struct block_message *message =
		    &document->messages[blocks->at++];

		if (message->address.length > 0 &&
		    (blocks->anchor == NULL ||
			text_equal(message->anchor, *blocks->anchor)))
			return message;
	}
	return NULL;
}

static size_t count_all(struct blocks blocks)
{
	size_t count = 0;

	while (next(&blocks) != NULL)
		count++;
	return count;
}

/* The first two that are no pair; both NULL if all are pairs. */
struct parting {
	const struct block_message *ours, *theirs;
	size_t number; /* of the block, from 1 */
};

static struct parting part(struct blocks ours, struct blocks theirs)
{
	struct parting parting = { 0 };

	do {
		parting.ours = next(&ours);
		parting.theirs = next(&theirs);
		parting.number++;
	} while (parting.ours != NULL && parting.theirs != NULL &&
	    parting.ours->kind == parting.theirs->kind);
	return parting;
}

static bool is_whole(struct parting parting)
{
	return parting.ours == NULL && parting.theirs == NULL;
}

bool blocks_agree(const struct document *document,
    const struct document *source)
{
	return is_whole(part((struct blocks){ .document = document },
	    (struct blocks){ .document = source }));
}

/* "3 blocks", or what says more if both have as many. */
static struct text amount(struct arena *arena, size_t count, size_t other,
    struct parting parting, const struct block_message *differs)
{
	const char *ending = count == 1 ? "" : "s";

	if (count == other)
		return text_format(arena, "%zu block%s (number %zu is a '%s')",
		    count, ending, parting.number,
		    message_kind_name(differs->kind));
	return text_format(arena, "%zu block%s", count, ending);
}

struct checking {
	struct report *report;
	struct arena *arena;
	struct table *seen; /* anchors of sections */
	const struct source *file; /* of the translation */
	const struct document *document, *source;
};

static struct text section_name(const struct checking *checking,
    struct text anchor, bool is_elsewhere)
{
	struct arena *arena = checking->arena;
	struct text name = anchor.length > 0
	    ? text_format(arena, "section '%.*s'", TEXT_ARGUMENTS(anchor))
	    : TEXT("the introduction");

	return is_elsewhere
	    ? text_format(arena, "%.*s of %.*s", TEXT_ARGUMENTS(name),
		  TEXT_ARGUMENTS(checking->file->name))
	    : name;
}

static void section_check(const struct checking *checking,
    const struct text *anchor)
{
	struct blocks ours = { checking->document, anchor, 0 };
	struct blocks theirs = { checking->source, anchor, 0 };
	struct parting parting = part(ours, theirs);
	size_t count = count_all(ours), other = count_all(theirs);
	bool is_elsewhere = parting.ours == NULL;

	if (is_whole(parting))
		return;
	report_add(checking->report, MESSAGE_BLOCKS_DIFFER,
	    is_elsewhere ? parting.theirs->place : parting.ours->place,
	    section_name(checking, *anchor, is_elsewhere),
	    amount(checking->arena, count, other, parting, parting.ours),
	    amount(checking->arena, other, count, parting, parting.theirs));
}

/* Compares those sections of a document that were not seen before. */
static void sections_check(const struct checking *checking,
    const struct document *document)
{
	struct blocks all = { .document = document };
	const struct block_message *message;

	while ((message = next(&all)) != NULL)
		if (table_put(checking->seen, checking->arena,
			message->anchor, message) == NULL)
			section_check(checking, &message->anchor);
}

void blocks_check(struct report *report, const struct document *document,
    const struct source *file, const struct document *source)
{
	struct arena arena = { 0 };
	struct table seen = { 0 };
	struct checking checking = { report, &arena, &seen, file, document,
		source };

	if (blocks_agree(document, source))
		return;
	sections_check(&checking, document);
	sections_check(&checking, source);
	arena_release(&arena);
}

const struct text *blocks_anchors(size_t *count, struct arena *arena,
    const struct document *document, const struct document *source)
{
	struct blocks ours = { .document = document };
	struct blocks theirs = { .document = source };
	struct text *anchors =
	    arena_array(arena, struct text, source->message_count);
	const struct block_message *mine, *other;
	bool differ = false;

	*count = 0;
	if (!blocks_agree(document, source))
		return NULL;
	while ((mine = next(&ours)) != NULL &&
	    (other = next(&theirs)) != NULL) {
		differ |= !text_equal(mine->address, other->address);
		if (other->kind == KIND_HEADING) /* "anchor.0" */
			anchors[(*count)++] = text_copy(arena,
			    text_slice(other->address, 0,
				other->address.length - 2));
	}
	return differ ? anchors : NULL;
}
