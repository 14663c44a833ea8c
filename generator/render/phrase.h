/*
 * Translatable phrases: from an element with i18n:translate to the message
 * that translators see, and back from a translation to elements.
 *
 * A message is the element's text with runs of blanks and line ends made one
 * blank and none at its ends.  A child with i18n:name is {name} in it; other
 * children are tags with their static attributes (without those that are
 * translated by themselves), as xgettext --its writes them: <b class="x">,
 * <br/>.  {name} without such a child stands for the variable of that name.
 * Text is not escaped: & is &, and < may only stand where no tag can begin.
 */
#ifndef RENDER_PHRASE_H
#define RENDER_PHRASE_H

#include "render/markup.h"

struct phrase_child {
	struct text name;
	const struct markup_node *node;
};

struct phrase_element {
	struct text start; /* "<b>", or "<br/>" if it holds nothing */
	const struct markup_node *node;
};

struct phrase {
	const struct markup_node *node;
	struct text id;
	struct phrase_child *children;
	size_t child_count;
	struct phrase_element *elements; /* in the order of the template */
	size_t element_count;
};

/* Reads the content of node.  Reports what cannot be in a message and returns
 * false. */
bool phrase_read(struct phrase *phrase, struct arena *arena,
    struct report *report, const struct markup_node *node);

/* The same for an element with i18n:plural, from its i18n:one and i18n:other
 * elements. */
bool phrase_read_plural(struct phrase *one, struct phrase *other,
    struct arena *arena, struct report *report,
    const struct markup_node *node);

/* The child with a name, or NULL. */
const struct phrase_child *phrase_child(const struct phrase *phrase,
    struct text name);

/*
 * A translation (or the message itself) is read in tokens.  TEXT: literal
 * text.  PLACE: {name}.  OPEN: the start of the element with this index, CLOSE
 * its end; an element that holds nothing is only opened.
 */
enum phrase_token_kind {
	PHRASE_TEXT,
	PHRASE_PLACE,
	PHRASE_OPEN,
	PHRASE_CLOSE
};
struct phrase_token {
	enum phrase_token_kind kind;
	struct text text;  /* TEXT: it; PLACE: the name */
	size_t element;    /* OPEN, CLOSE: index in phrase->elements */
};
struct phrase_tokens {
	struct phrase_token *items;
	size_t count;
	size_t capacity;
};

/*
 * Reads a translation of a phrase.  False if it does not hold each element of
 * the phrase once, properly nested; problem then says what is wrong, in words
 * for the translator.
 */
bool phrase_parse(struct phrase_tokens *tokens, struct text *problem,
    struct arena *arena, const struct phrase *phrase,
    struct text translation);

/* Runs of blanks and line ends made one blank, none at the ends. */
struct text phrase_normalise(struct arena *arena, struct text text);

/* The name in "{name}" at an offset of text, or the empty text. */
struct text phrase_placeholder(struct text text, size_t at);
/* True if there is any {name} in it. */
bool phrase_has_placeholder(struct text text);

#endif
