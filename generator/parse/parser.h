/*
 * A document while it is taken apart: what the files that do it share.
 */
#ifndef PARSE_PARSER_H
#define PARSE_PARSER_H

#include "parse/document.h"
#include "parse/outline.h"
#include "parse/pass.h"
#include "parse/plain.h"

/* An address: its heading by index + 1, 0 before any; and the number. */
struct block {
	size_t heading;
	size_t ordinal;
	const struct shown *shown;
};

/* What is only for trainers, and how many headings come before it. */
struct trainer {
	struct cmark_node *node;
	size_t heading;
};

/* cmark's nodes carry, as user data, the index + 1 of their block (headings,
 * paragraphs, items, code blocks) or of their reference (links, images); ours
 * a struct extension. */
struct document_parser {
	struct document *document;
	struct arena *arena;
	struct arena *scratch;
	struct report *report;
	struct report unsaid; /* of a source that has been reported on */
	const struct document_options *options;
	struct locator locator;
	struct outline outline;
	struct pass pass;
	struct nodes hidden; /* what is not rendered where it stands */
	struct {
		struct trainer *items;
		size_t count;
		size_t capacity;
	} trainers;
	struct heading title; /* no node: there is none */
	struct cmark_node *title_next; /* the block behind it, or NULL */
	struct {
		struct reference *items;
		size_t count;
		size_t capacity;
	} references;
	struct {
		struct block *items;
		size_t count;
		size_t capacity;
	} blocks;
	size_t ordinal; /* of the block added last */
	size_t counted; /* blocks that sections have been told of */
	struct tally tally;
	struct body_writer writer;
};

static inline struct place parser_place(const struct document_parser *parser,
    size_t offset)
{
	return (struct place){ parser->locator.source, offset };
}

/* The anchor of a heading, by index, that addresses of blocks have. */
struct text parser_address(const struct document_parser *parser,
    size_t heading);
/* Fills document->sections and document->anchors. */
void parser_sections(struct document_parser *parser, struct cmark_node *root);
/* Gives the text of a section to whoever takes it: of the blocks first to last,
 * which may be NULL, and of the footnotes that these and its heading, which
 * may be NULL, are the first to refer to. */
void parser_pieces(struct document_parser *parser, size_t section,
    struct cmark_node *heading, struct cmark_node *first,
    struct cmark_node *last);
/* Fills document->notes. */
void parser_notes(struct document_parser *parser);
/* Fills document->whole. */
void parser_whole(struct document_parser *parser, struct cmark_node *root);

#endif
