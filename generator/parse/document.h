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

enum reference_kind {
	REFERENCE_ARTICLE,   /* other.md#anchor */
	REFERENCE_PRINCIPLE, /* principle:listen */
	REFERENCE_ANCHOR,    /* #anchor of this document */
	REFERENCE_FILE,      /* any other local file, or an image */
	REFERENCE_EXTERNAL   /* http, https, mailto, tel */
};

struct reference {
	enum reference_kind kind;
	struct text target;   /* article id, principle id, path or whole URL;
	                         percent-decoded unless external */
	struct text fragment; /* without '#', percent-decoded; may be empty */
	bool is_image;
	struct place place; /* of the link's text */
};

/* HTML bytes with holes for what only the whole guide knows. At each hole the
 * attributes of a link's start tag are missing: written so far is "<a" or
 * "<img", then comes the hole, then " title=..." if any and ">". */
struct hole {
	size_t offset;    /* in bytes */
	size_t reference; /* index in document.references */
};
struct body {
	struct text bytes;
	struct hole *holes; /* by offset */
	size_t hole_count;
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
 * stay inside the body. An empty introduction is left out.
 */
struct section_text {
	struct text anchor;
	struct text title; /* plain text of the heading, NFC */
	struct body title_body; /* the heading's inline HTML */
	int level;         /* 1 to 6 of the heading; 0: introduction */
	struct annotation *annotations;
	size_t annotation_count;
	struct text excerpt; /* plain text of the first paragraphs, cut at a
	                        word at most 200 code points long, with "…" if
	                        cut */
	struct body body;    /* without the heading */
	struct place place;  /* of the heading */
};

struct document {
	struct text title; /* of a level-1 heading before any other block that
	                      is not the front matter; then it is no section */
	struct section_text *sections;
	size_t section_count;
	struct reference *references;
	size_t reference_count;
	struct table anchors; /* every heading's anchor -> its section_text */
	const struct text *anchor_names; /* the same in document order */
	size_t anchor_count;
	size_t word_count;      /* runs of letters and digits */
	size_t syllable_count;  /* Hangul syllables among the text */
	size_t block_count;
};

struct cmark_node;
struct document_parser;

/*
 * Renders the sibling nodes first to last (inclusive) of a section into
 * memory of the arena; given from above (render/body), so that parsing does
 * not depend on rendering.  address is the anchor that begins data-b values;
 * ordinal counts the blocks under that anchor and is carried on.
 */
struct document_options {
	bool raw_html;
	struct text locale; /* tag, for the slugs' lower case */
	void (*render_blocks)(struct body *body, struct document_parser *parser,
	    struct cmark_node *first, struct cmark_node *last);
	void (*render_inlines)(struct body *body,
	    struct document_parser *parser, struct cmark_node *parent);
};

/*
 * Parses source->bytes from start (behind the front matter).  What document
 * keeps is copied into arena; scratch may be reset afterwards.  Problems go
 * to report; the document is usable in any case.
 */
void document_parse(struct document *document, struct arena *arena,
    struct arena *scratch, struct report *report, const struct source *source,
    size_t start, const struct document_options *options);

/*
 * For the renderer.  The index of the reference of a link or image node, as
 * collected before rendering; the anchor and the address ("listen.3") of a
 * block node, empty if it has none; where to collect bytes and holes.
 */
size_t document_reference(const struct document_parser *parser,
    struct cmark_node *link);
struct text document_anchor(const struct document_parser *parser,
    struct cmark_node *heading);
struct text document_address(struct document_parser *parser,
    struct cmark_node *block);
struct arena *document_arena(struct document_parser *parser);
const struct document_options *document_options(
    const struct document_parser *parser);

#endif
