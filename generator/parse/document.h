/*
 * One Markdown document, parsed and taken apart: its sections with their
 * anchors, annotations, excerpts and rendered bodies, and its links.  The
 * cmark tree lives only inside document_parse.
 */
#ifndef PARSE_DOCUMENT_H
#define PARSE_DOCUMENT_H

#include "base/buffer.h"
#include "base/report.h"
#include "base/table.h"
#include "parse/message.h"

struct matter;

enum reference_kind {
	REFERENCE_ARTICLE,   /* other.md#anchor, in whatever folder */
	REFERENCE_PRINCIPLE, /* principle:listen */
	REFERENCE_ANCHOR,    /* #anchor of this document; its top if the
	                        fragment is empty */
	REFERENCE_FILE,      /* any other local file; all images are files */
	REFERENCE_EXTERNAL   /* http, https, mailto, tel, //host */
};

struct reference {
	enum reference_kind kind;
	struct text target;   /* article id, principle id, path or whole URL;
	                         percent-decoded and NFC unless external */
	struct text fragment; /* without '#', percent-decoded, NFC; may be
	                         empty; always so if external */
	bool is_image;
	struct place place; /* of the destination; of a reference link in its
	                       definition */
};

/*
 * HTML bytes with holes for what only the whole guide or the locale knows.
 *
 * HOLE_REFERENCE: the attributes of a link's start tag are missing: written so
 * far is "<a" or "<img", then comes the hole, then " title=..." if any and ">"
 * (of an image " alt=...", " title=..." if any and " />").  External
 * references have no hole.
 * HOLE_MESSAGE: the translation of a message, between tags.
 * HOLE_NUMBER: a number in the locale's digits, between tags.
 */
enum hole_kind { HOLE_REFERENCE, HOLE_MESSAGE, HOLE_NUMBER };

struct hole {
	size_t offset; /* in bytes */
	enum hole_kind kind;
	size_t reference; /* index in document.references */
	size_t message;   /* enum body_message of the renderer */
	size_t number;    /* also the count in a message, if it has one */
};
struct body {
	struct text bytes;
	struct hole *holes; /* by offset */
	size_t hole_count;
};

/* Where a top-level block of a body begins; it ends where the next does. */
enum body_block_kind {
	BODY_BLOCK_PLAIN,
	BODY_BLOCK_EXERCISE,
	BODY_BLOCK_EXERCISE_HEADING, /* nothing but exercises is under it */
	BODY_BLOCK_FACILITATOR
};

struct body_block {
	uint32_t offset; /* in body.bytes */
	uint16_t minutes; /* that an exercise takes; 0: nobody says */
	uint8_t kind;     /* enum body_block_kind */
};

struct body_blocks {
	struct body_block *items;
	size_t count;
};

struct annotation {
	struct text id; /* of a principle */
	struct place place;
};

/*
 * A section: the introduction before the first heading (anchor and title are
 * empty, level 0), or a heading and what follows up to the next section.  A
 * heading begins a section if its level is 1 or 2, if it is annotated with
 * principles, or if its level is not below the current section's; others
 * stay inside the body, and so do those in lists and quotations, whose
 * annotations count for the section around them.  Annotations of the title
 * are the introduction's.  An introduction with neither blocks nor
 * annotations is left out.
 */
struct section_text {
	struct text anchor;
	struct text address; /* the same in addresses of its blocks */
	struct text title; /* plain text of the heading, NFC */
	struct body title_body; /* the heading's inline HTML */
	int level;         /* 1 to 6 of the heading; 0: introduction */
	struct annotation *annotations;
	size_t annotation_count;
	struct text excerpt; /* plain text of the first paragraphs, cut at a
	                        word at most 200 code points long, with "…" if
	                        cut */
	struct body body;    /* without the heading */
	struct body_blocks blocks;
	struct body trainer; /* what is only for trainers, by itself */
	struct body_blocks trainer_blocks;
	struct place place;  /* of the heading */
	/* Of a translation: */
	enum translation_state title_state;
	size_t stale_count;   /* of its blocks, the heading too */
	size_t missing_count;
};

/* Of an edition by translation: what became of a block of the source.
 * Missing blocks are in the source's language. */
struct shown {
	enum translation_state state;
	/* Stale: what the source said when the block was translated, and
	 * what it says now, as plain text in scratch memory. */
	struct text previous, present;
};

struct document {
	struct text title; /* of a level-1 heading before any other block that
	                      is not the front matter; then it is no section */
	struct section_text *sections;
	size_t section_count;
	struct reference *references;
	size_t reference_count;
	struct table anchors; /* of headings, tables, callouts -> the
	                         section_text that they are in */
	const struct text *anchor_names; /* the same: of headings, then of the
	                                    others, in document order */
	size_t anchor_count;
	/* What options gave for addresses, if it was used; or NULL. */
	const struct text *address_anchors;
	size_t address_count;
	struct body notes;      /* the footnotes as one list, in the order of
	                           first use; empty if there are none */
	size_t word_count;      /* runs of letters and digits, not in code
	                           blocks */
	size_t syllable_count;  /* Hangul syllables among the text */
	size_t block_count;     /* of blocks that have an address */
	struct body whole;      /* of a document that stands alone: all of it,
	                           with its title and headings */
	/* What there is to translate, if asked for. */
	const struct block_message *messages;
	size_t message_count;
	/* Of a translation; both numbers are sums of messages. */
	enum translation_state title_state;
	enum translation_state description_state;
	size_t stale_count;
	size_t missing_count;
};

/*
 * Addresses of blocks.  Each block that is one message for a translator has
 * one: a heading, a paragraph (wherever it is: also in a quotation, list item
 * or footnote), a code block, a table's cell that is not empty, a caption, a
 * figure, a callout's title, a term.  It is the anchor of the nearest heading before it, in
 * document order, a dot, and its number under that anchor from 1: "listen.3";
 * ".1" before any heading.  A heading itself is number 0 of its own anchor.
 * In a tight list the item carries the address of its first paragraph, which
 * has no element of its own; raw HTML and thematic breaks have none, and are
 * not counted.  The title is not a block.
 */

struct cmark_node;
struct document_parser;
struct typographer;

/* What a piece of a section's text is. */
enum piece_field { PIECE_BODY, PIECE_HEADING };

/* What a renderer writes. holes lives in scratch memory. */
struct body_writer {
	struct buffer bytes;
	struct {
		struct hole *items;
		size_t count;
		size_t capacity;
	} holes;
};

/*
 * The renderer is given from above (render/body), so that parsing does not
 * depend on rendering.  Both functions add HTML to out: of the sibling blocks
 * first to last (inclusive), and of the inlines in parent.  Both may be NULL:
 * bodies are empty then.
 */
struct document_options {
	/*
	 * Messages (parse/message.h): those of the matter are its title,
	 * description and goals, which a translator's words replace; without
	 * matter, or if it has no title, a title in the text is a message.
	 * With a translator the document is an edition of the source in
	 * another language: its headings have the source's anchors, and only
	 * what is wrong with translations is reported.
	 */
	bool collect_messages; /* fill document.messages */
	struct matter *matter; /* or NULL */
	struct translator *translator; /* or NULL */
	const struct text *anchors; /* anchor_names of the source */
	size_t anchor_count;
	/* Anchors of another edition's headings, for addresses of blocks
	 * only; not used if there are more or fewer than headings. */
	const struct text *address_anchors; /* or NULL */
	size_t address_count;
	struct text language; /* tag of the translation */
	bool rtl;             /* the source's direction */

	bool raw_html;
	bool alone; /* outside of a guide: links lead where they say, without
	               holes; what is rendered is document.whole, and there
	               are no sections */
	struct text locale; /* tag of the source */
	struct typographer *typographer; /* for the renderer: sets the text of
	                                    bodies; NULL leaves it as it is */
	void (*render_blocks)(struct body_writer *out,
	    struct document_parser *parser, struct cmark_node *first,
	    struct cmark_node *last);
	void (*render_inlines)(struct body_writer *out,
	    struct document_parser *parser, struct cmark_node *parent);
	/*
	 * Given from above, too, for search; NULL: nobody takes it.  Gets the
	 * plain text of each section (by its index), block by block in
	 * document order, footnotes last: with the text of images and code,
	 * without headings that begin sections and without what is only for
	 * trainers.  A piece is one block's, has no invisible characters but
	 * joiners, may have blanks in a row, is not normalized, and is gone
	 * afterwards.
	 */
	void (*take_piece)(void *reader, size_t section,
	    enum piece_field field, struct text text);
	void *reader;
};

/*
 * Parses source->bytes from start (behind the front matter).  What document
 * keeps is copied into arena; scratch may be reset afterwards.  Problems go
 * to report; the document is usable in any case.
 */
void document_parse(struct document *document, struct arena *arena,
    struct arena *scratch, struct report *report, const struct source *source,
    size_t start, const struct document_options *options);

/* For the renderer. */

/* The reference of a link or image, and its index among the document's; in
 * index, which may be NULL. */
const struct reference *document_reference(
    const struct document_parser *parser, size_t *index,
    struct cmark_node *link);
/* The anchor of a heading. */
struct text document_anchor(const struct document_parser *parser,
    struct cmark_node *heading);
/* The address of a block or item, in scratch memory; empty if it has none. */
struct text document_address(const struct document_parser *parser,
    struct cmark_node *block);
/* What a block or item shows in a translation; NULL: nothing to be told. */
const struct shown *document_shown(const struct document_parser *parser,
    struct cmark_node *block);
const struct document_options *document_options(
    const struct document_parser *parser);
struct arena *document_scratch(const struct document_parser *parser);
bool document_allows_html(const struct document_parser *parser);
bool document_is_alone(const struct document_parser *parser);
/* What the options name, or NULL. */
struct typographer *document_typographer(
    const struct document_parser *parser);

#endif
