#include "parse/message_put.h"

#include "base/arena.h"
#include "base/list.h"
#include "parse/inlines.h"
#include "parse/message.h"
#include "parse/walk.h"

#include <cmark.h>
#include <string.h>

/* A translation that is to be put in. */
struct putting {
	struct pass *pass;
	const struct unit *unit;
	cmark_node *paragraph;
	bool is_stale;
	bool *links; /* which of the source's it has */
	bool *images;
	bool unlinks;   /* of another time: its links could lead elsewhere */
	bool unimages;
	struct nodes foreign; /* links and images that are to be taken off */
};

static void fault_markup(const struct putting *putting, struct text problem)
{
	if (!putting->is_stale)
		report_add(putting->pass->faults, MESSAGE_PO_MARKUP,
		    putting->unit->translation.place, problem);
}

static void fault_placeholder(const struct putting *putting,
    struct text placeholder, bool missing)
{
	if (!putting->is_stale)
		report_add(putting->pass->faults, MESSAGE_PO_PLACEHOLDER,
		    putting->unit->translation.place, placeholder,
		    missing ? TEXT("missing")
			    : TEXT("not in the message"));
}

static size_t count_text(struct text text, const char *part)
{
	struct text wanted = text_from(part);
	size_t count = 0, at = 0;

	while ((at = text_find(text, wanted, at)) != TEXT_NONE) {
		count++;
		at += wanted.length;
	}
	return count;
}

/* What is left over of marks has no counterpart. */
struct marks {
	size_t stars, underscores, backticks, brackets, strikes;
};

/* In the texts of first to last. */
static struct marks count_marks(cmark_node *first, cmark_node *last)
{
	struct walk walk = walk_siblings(first, last);
	struct marks marks = { 0 };

	while (walk_next(&walk)) {
		struct text text;

		if (!walk.entering ||
		    cmark_node_get_type(walk.node) != CMARK_NODE_TEXT)
			continue;
		text = text_from(cmark_node_get_literal(walk.node));
		marks.stars += count_text(text, "*");
		marks.underscores += count_text(text, "_");
		marks.backticks += count_text(text, "`");
		marks.brackets += count_text(text, "](");
		marks.strikes += count_text(text, "~~");
	}
	return marks;
}

static cmark_node *last_of(const struct unit *unit)
{
	return unit->is_figure ? cmark_node_first_child(unit->holder)
			       : cmark_node_last_child(unit->holder);
}

static bool is_balanced(const struct putting *putting)
{
	cmark_node *paragraph = putting->paragraph;
	struct marks ours = count_marks(
	    cmark_node_first_child(putting->unit->holder),
	    last_of(putting->unit));
	struct marks theirs = count_marks(cmark_node_first_child(paragraph),
	    cmark_node_last_child(paragraph));
	const char *mark = NULL;

	if (theirs.stars > ours.stars)
		mark = "*";
	else if (theirs.underscores > ours.underscores)
		mark = "_";
	else if (theirs.backticks > ours.backticks)
		mark = "`";
	else if (theirs.brackets > ours.brackets)
		mark = "](";
	else if (theirs.strikes % 2 != ours.strikes % 2)
		mark = "~~";
	if (mark != NULL)
		fault_markup(putting,
		    text_format(putting->pass->scratch,
			"'%s' has no counterpart; write '\\%s' if it is meant "
			"to be read", mark, mark));
	return mark == NULL;
}

/* The references to footnotes, "[^a]", in a canonical text, one after
 * another. */
static bool next_note(struct text *note, struct text text, size_t *at)
{
	while (*at < text.length) {
		struct text rest = text_after(text, *at);
		size_t end = text_find_char(rest, ']', 0);

		if (rest.at[0] == '\\') {
			*at += 2;
		} else if (text_starts(rest, TEXT("[^")) &&
		    end != TEXT_NONE) {
			*note = text_slice(rest, 0, end + 1);
			*at += end + 1;
			return true;
		} else {
			*at += 1;
		}
	}
	return false;
}

static bool has_note(struct text text, struct text note)
{
	struct text other;
	size_t at = 0;

	while (next_note(&other, text, &at))
		if (text_equal(other, note))
			return true;
	return false;
}

static bool has_notes(const struct putting *putting)
{
	struct text source = putting->unit->canonical.text;
	struct text text = putting->unit->translation.text;
	struct text note;
	size_t at = 0;

	while (next_note(&note, source, &at))
		if (!has_note(text, note)) {
			fault_placeholder(putting, note, true);
			return putting->is_stale;
		}
	for (at = 0; next_note(&note, text, &at);)
		if (!has_note(source, note)) {
			fault_placeholder(putting, note, false);
			return false;
		}
	return true;
}

/* The link or image of the source that one in the translation stands for. */
static cmark_node *source_of(struct putting *putting, cmark_node *node)
{
	const struct canonical *canonical = &putting->unit->canonical;
	bool is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
	const struct nodes *nodes =
	    is_image ? &canonical->images : &canonical->links;
	struct text url = text_from(cmark_node_get_url(node));
	struct text name;
	size_t number;

	if (text_starts(url, TEXT(INLINES_LINK)))
		name = text_after(url, sizeof(INLINES_LINK) - 1);
	else if (text_starts(url, TEXT("{")) && text_ends(url, TEXT("}")))
		name = text_slice(url, 1, url.length - 2);
	else
		return NULL;
	number = canonical_number(name, is_image ? "image" : "link");
	if (number == 0 || number > nodes->count)
		return NULL;
	(is_image ? putting->images : putting->links)[number - 1] = true;
	return nodes->items[number - 1];
}

static void give_target(struct putting *putting, cmark_node *node,
    cmark_node *source)
{
	bool is_automatic = text_starts(text_from(cmark_node_get_url(node)),
	    TEXT(INLINES_LINK));
	cmark_node *text = cmark_node_first_child(node);

	/* They copy, and fail only on nodes of other kinds. */
	(void)cmark_node_set_url(node, cmark_node_get_url(source));
	(void)cmark_node_set_user_data(node,
	    cmark_node_get_user_data(source));
	if (is_automatic)
		(void)cmark_node_set_literal(text,
		    canonical_is_automatic(source)
			? cmark_node_get_literal(
			      cmark_node_first_child(source))
			: cmark_node_get_url(source));
	if (putting->unit->is_figure)
		(void)cmark_node_set_title(node, "");
}

/* Gives links and images their targets; false if one has none. */
static bool give_targets(struct putting *putting)
{
	struct walk walk = walk_children(putting->paragraph);

	while (walk_next(&walk)) {
		cmark_node_type type = cmark_node_get_type(walk.node);
		bool is_image = type == CMARK_NODE_IMAGE;
		cmark_node *source;

		if (!walk.entering)
			continue;
		if (type != CMARK_NODE_LINK && !is_image)
			continue;
		source = source_of(putting, walk.node);
		if (putting->is_stale &&
		    (source == NULL ||
			(is_image ? putting->unimages : putting->unlinks))) {
			*list_add(putting->pass->scratch,
			    &putting->foreign) = walk.node;
			continue;
		}
		if (source == NULL) {
			fault_placeholder(putting,
			    text_from(cmark_node_get_url(walk.node)), false);
			return false;
		}
		give_target(putting, walk.node, source);
	}
	return true;
}

static bool has_all(struct putting *putting, const bool *found, size_t count,
    const char *name)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (found[i])
			continue;
		fault_placeholder(putting,
		    i == 0 ? text_format(putting->pass->scratch, "{%s}", name)
			   : text_format(putting->pass->scratch, "{%s%zu}",
				 name, i + 1),
		    true);
		return putting->is_stale;
	}
	return true;
}

/* How many "{link}" a message of another time has. */
static bool has_other_count(struct text previous, const char *name,
    size_t count)
{
	return count_text(previous, name) != count;
}

/* Links to nowhere become their text; images go. */
static void take_foreign(struct putting *putting)
{
	size_t i;

	for (i = 0; i < putting->foreign.count; i++) {
		cmark_node *node = putting->foreign.items[i];
		cmark_node *child;

		while (cmark_node_get_type(node) == CMARK_NODE_LINK &&
		    (child = cmark_node_first_child(node)) != NULL)
			(void)cmark_node_insert_before(node, child);
		cmark_node_unlink(node);
	}
}

static bool is_image_alone(cmark_node *paragraph)
{
	cmark_node *first = cmark_node_first_child(paragraph);

	return cmark_node_get_type(first) == CMARK_NODE_IMAGE &&
	    cmark_node_next(first) == NULL;
}

static bool is_sound(struct putting *putting)
{
	const struct canonical *canonical = &putting->unit->canonical;

	if (putting->paragraph == NULL) {
		fault_markup(putting,
		    TEXT("it must be one paragraph"));
		return false;
	}
	if (putting->unit->is_figure && !is_image_alone(putting->paragraph)) {
		fault_markup(putting,
		    TEXT("it must be '![...]({image})' and nothing else"));
		return false;
	}
	return is_balanced(putting) && has_notes(putting) &&
	    give_targets(putting) &&
	    (!putting->unit->is_figure || putting->foreign.count == 0) &&
	    has_all(putting, putting->links, canonical->links.count,
		"link") &&
	    has_all(putting, putting->images, canonical->images.count,
		"image");
}

bool message_put(struct pass *pass, struct unit *unit,
    struct cmark_node *paragraph)
{
	const struct canonical *canonical = &unit->canonical;
	struct text previous = unit->translation.previous;
	struct putting putting = {
		.pass = pass,
		.unit = unit,
		.paragraph = paragraph,
		.is_stale = unit->translation.state == TRANSLATION_STALE,
		.links = arena_array(pass->scratch, bool,
		    canonical->links.count),
		.images = arena_array(pass->scratch, bool,
		    canonical->images.count),
	};
	cmark_node *last = last_of(unit);
	cmark_node *node;

	putting.unlinks =
	    has_other_count(previous, "{link", canonical->links.count);
	putting.unimages =
	    has_other_count(previous, "{image", canonical->images.count);
	if (!is_sound(&putting))
		return false;
	take_foreign(&putting);
	/* Behind the last one of the source, which then go. */
	while ((node = cmark_node_last_child(paragraph)) != NULL)
		(void)cmark_node_insert_after(last, node);
	while (last != NULL) {
		node = cmark_node_previous(last);
		cmark_node_unlink(last);
		last = node;
	}
	return true;
}
