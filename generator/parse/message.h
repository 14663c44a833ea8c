/*
 * Messages: what translators get of an article, one for each block of
 * inlines, and how their translations take the blocks' places.
 *
 * CANONICAL FORM of a msgid: the inlines as Markdown, spelled one way however
 * the author spelled them, so that rewrapping, another bullet or "_" for "*"
 * changes nothing:
 *   *emphasis*, **strong**, ~~struck~~, `code` (as many backticks as needed),
 *   [text]({link}), [text]({link} "title"), ![alternative]({image}),
 *   [^label], <{link}> for an address that is its own text, raw HTML as it
 *   is; a line end is a blank, a hard line end "\" and a newline.  What would
 *   be markup in text is escaped by a backslash, nothing else.  Characters
 *   are themselves, never entities; text is NFC.
 * Targets of links and images are the placeholders {link}, {link2}, ...,
 * {image}, ... in the order of the source, so that they can't be broken.
 * Attributes ({#id}, {.class}, ctx) and what marks the block ("- ", "[ ]",
 * "|", "Table: ", "[!TIP]") are no part of it.
 * Title, description and goals of front matter are plain text as it is.
 */
#ifndef PARSE_MESSAGE_H
#define PARSE_MESSAGE_H

#include "base/buffer.h"
#include "base/report.h"

struct arena;
struct cmark_node;

enum message_kind {
	KIND_TITLE,       /* of the article */
	KIND_DESCRIPTION,
	KIND_GOAL,
	KIND_HEADING,
	KIND_PARAGRAPH,
	KIND_ITEM,        /* first paragraph of an item of a list */
	KIND_CELL,
	KIND_CAPTION,     /* of a table or figure */
	KIND_TERM,
	KIND_CALLOUT      /* title of a callout */
};

struct block_message {
	enum message_kind kind;
	struct text id;      /* msgid */
	struct text context; /* msgctxt, of {ctx=...}; at NULL: none */
	struct text address; /* of the block, "listen.3"; empty in front
	                        matter */
	struct text anchor;  /* of the section that it is in; may be empty */
	struct place place;  /* of the block */
};

enum translation_state {
	TRANSLATION_CURRENT, /* a translation of this very message */
	TRANSLATION_STALE,   /* of the block's text before the last change */
	TRANSLATION_MISSING
};

/* What a reader of another language gets of a block. */
struct translation {
	enum translation_state state;
	struct text text;     /* msgstr; empty if missing */
	struct text previous; /* stale: the msgid that it is a translation of */
	struct place place;   /* of the msgstr, for what is wrong with it */
};

/* Hash of the messages of a source, for "source-hash:" in front matter. */
struct text message_hash(struct arena *arena,
    const struct block_message *messages, size_t count);

/*
 * Finds the translation of a message; it is asked once for each, in document
 * order, front matter first, when address and anchor are not known yet.  Texts
 * that it gives live until the document is parsed.
 */
struct translator {
	void (*translate)(struct translation *translation,
	    struct translator *translator,
	    const struct block_message *message);
	void *context;
};

#endif
