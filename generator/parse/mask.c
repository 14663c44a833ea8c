#include "parse/mask.h"

#include "base/arena.h"
#include "base/list.h"
#include "parse/locate.h"
#include "parse/walk.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Whether only blanks and marks of quotations are before it on its line. */
static bool begins_line(struct text bytes, size_t start, size_t at)
{
	while (at > start && (is_blank(bytes.at[at - 1]) ||
		bytes.at[at - 1] == '>'))
		at--;
	return at == start || is_end(bytes.at[at - 1]);
}

/* "[^label]:"; its length, or 0. */
static size_t note_length(struct text text)
{
	size_t end = 2;

	while (end < text.length && !is_blank(text.at[end]) &&
	    !is_end(text.at[end]) && strchr("[]", text.at[end]) == NULL)
		end++;
	if (end == 2 || end + 1 >= text.length || text.at[end] != ']' ||
	    text.at[end + 1] != ':')
		return 0;
	return end + 2;
}

static void add(struct masks *masks, size_t offset, size_t length)
{
	struct mask *mask = list_add(masks->scratch, masks);

	mask->offset = offset;
	mask->length = length;
	if (length > 1)
		mask->label = text_slice(masks->source->bytes, offset + 2,
		    length - 4);
}

static void find_notes(struct masks *masks, size_t start)
{
	struct text bytes = masks->source->bytes;
	size_t at = start;

	while ((at = text_find(bytes, TEXT("[^"), at)) != TEXT_NONE) {
		size_t length = note_length(text_after(bytes, at));

		if (length > 0 && begins_line(bytes, start, at))
			add(masks, at, length);
		at += 2;
	}
}

/* A line of only ':' is none: nothing is defined. */
static void find_definitions(struct masks *masks, size_t start)
{
	struct text bytes = masks->source->bytes;
	size_t at = start;

	while ((at = text_find(bytes, TEXT(": "), at)) != TEXT_NONE) {
		size_t next = at + 1;

		while (next < bytes.length && is_blank(bytes.at[next]))
			next++;
		if (next < bytes.length && !is_end(bytes.at[next]) &&
		    begins_line(bytes, start, at))
			add(masks, at, 1);
		at++;
	}
}

static int mask_order(const void *a, const void *b)
{
	const struct mask *first = a, *second = b;

	return first->offset < second->offset ? -1 : 1;
}

/* Whether the author marks items of lists with it, also within others. */
static bool uses_bullet(struct text bytes, size_t start, char bullet)
{
	size_t failed = TEXT_NONE; /* from here back no line begins */
	size_t at = start;

	for (; (at = text_find_char(bytes, bullet, at)) != TEXT_NONE; at++) {
		size_t before = at;

		if (at + 1 < bytes.length && !is_blank(bytes.at[at + 1]) &&
		    !is_end(bytes.at[at + 1]))
			continue;
		while (before > start && before != failed &&
		    strchr(" \t>-+*.)0123456789", bytes.at[before - 1]) !=
			NULL)
			before--;
		if (before == start ||
		    (before != failed && is_end(bytes.at[before - 1])))
			return true;
		failed = at;
	}
	return false;
}

/* Items of the author's lists and ours would become one list. */
static char choose_bullet(struct text bytes, size_t start)
{
	if (!uses_bullet(bytes, start, '+'))
		return '+';
	return uses_bullet(bytes, start, '*') ? '-' : '*';
}

/* Whether the source has "\\[^"; as text_find says it, but quicker. */
static bool has_escaped_note(struct text bytes, size_t at)
{
	while ((at = text_find(bytes, TEXT("\\["), at)) != TEXT_NONE) {
		at += 2;
		if (at < bytes.length && bytes.at[at] == '^')
			return true;
	}
	return false;
}

/* A control character that the source does not use, or 0. */
static char choose_filler(struct text bytes)
{
	char c;

	for (c = 1; c < '\t'; c++)
		if (text_find_char(bytes, c, 0) == TEXT_NONE)
			return c;
	return 0;
}

/* Punctuation of two bytes that the source does not use (of the Syriac
 * script: U+0700 to U+070D), from the given one on.  It has to be punctuation
 * as '~' and '[' are, because emphasis depends on that. */
static struct text choose_stand_in(struct masks *masks, unsigned from)
{
	unsigned code;

	for (code = from; code <= 0x70D; code += 2) {
		char bytes[4];
		struct text stand_in = { bytes, text_encode(bytes, code) };

		if (text_find(masks->source->bytes, stand_in, 0) == TEXT_NONE)
			return text_copy(masks->scratch, stand_in);
	}
	return (struct text){ 0 };
}

static void replace_items(const struct masks *masks, char *bytes)
{
	size_t i;

	for (i = 0; i < masks->count; i++) {
		const struct mask *mask = &masks->items[i];
		char *at = bytes + mask->offset;

		if (mask->length == 1) {
			*at = masks->bullet;
			continue;
		}
		memcpy(at, MASK_NOTE, 4);
		memset(at + 4, masks->filler, mask->length - 4);
	}
}

/* Replaces the escape, whose backslash must not be escaped itself. */
static void replace_escapes(const struct masks *masks, char *bytes,
    size_t start, const char *escape, struct text stand_in)
{
	struct text source = masks->source->bytes;
	struct text written = text_from(escape);
	size_t at = start;

	if (text_is_empty(stand_in))
		return;
	while ((at = text_find(source, written, at)) != TEXT_NONE) {
		size_t slashes = 0;

		while (at - slashes > start &&
		    source.at[at - slashes - 1] == '\\')
			slashes++;
		if (slashes % 2 == 0)
			memcpy(bytes + at, stand_in.at, stand_in.length);
		at += written.length;
	}
}

/* The source with all masks on it. */
static void write_text(struct masks *masks)
{
	struct text bytes = masks->source->bytes;
	char *masked;

	masks->text = bytes;
	if (masks->count == 0 && masks->tilde.length == 0 &&
	    masks->bracket.length == 0)
		return;
	masked = arena_copy(masks->scratch, bytes.at, bytes.length);
	replace_escapes(masks, masked, masks->start, "\\~", masks->tilde);
	replace_escapes(masks, masked, masks->start, "\\[^",
	    masks->bracket);
	/* Behind the escapes, as the label of a footnote may have some. */
	replace_items(masks, masked);
	masks->text.at = masked;
}

void masks_apply(struct masks *masks, struct arena *scratch,
    const struct source *source, size_t start)
{
	struct text bytes = source->bytes;

	*masks = (struct masks){ .source = source,
		.scratch = scratch,
		.start = start };
	masks->filler = choose_filler(bytes);
	if (masks->filler != 0) {
		find_notes(masks, start);
		find_definitions(masks, start);
	}
	if (text_find(bytes, TEXT("\\~"), start) != TEXT_NONE)
		masks->tilde = choose_stand_in(masks, 0x700);
	if (has_escaped_note(bytes, start))
		masks->bracket = choose_stand_in(masks, 0x701);
	if (masks->count > 0) {
		qsort(masks->items, masks->count, sizeof(*masks->items),
		    mask_order);
		masks->bullet = choose_bullet(bytes, start);
	}
	write_text(masks);
}

void masks_prepare(struct masks *masks)
{
	if (masks->tilde.length == 0)
		masks->tilde = choose_stand_in(masks, 0x700);
	if (masks->bracket.length == 0)
		masks->bracket = choose_stand_in(masks, 0x701);
}

struct mask *masks_at(const struct masks *masks, size_t offset)
{
	size_t low = 0, high = masks->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (masks->items[middle].offset < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low < masks->count && masks->items[low].offset == offset
	    ? &masks->items[low]
	    : NULL;
}

bool masks_hold(struct masks *masks, const struct locator *locator,
    struct cmark_node *root)
{
	struct walk walk = walk_children(root);
	size_t held = 0, i;

	while (masks->count > 0 && walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);
		struct mask *mask;

		if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
			walk.entering = false; /* not its inlines */
		if (!walk.entering || type != CMARK_NODE_ITEM)
			continue;
		mask = masks_at(masks, locate_block(locator, walk.node));
		if (mask != NULL)
			mask->used = true;
	}
	for (i = 0; i < masks->count; i++)
		if (masks->items[i].used)
			masks->items[held++] = masks->items[i];
	for (i = 0; i < held; i++)
		masks->items[i].used = false;
	if (held == masks->count)
		return true;
	masks->count = held;
	write_text(masks);
	return false;
}
