/*
 * The passes that turn cmark's tree of CommonMark into one with our
 * extensions (extension.h).  Each file does one; passes_run does all.
 */
#ifndef PARSE_PASS_H
#define PARSE_PASS_H

#include "base/buffer.h"
#include "base/report.h"
#include "base/table.h"
#include "parse/document.h"
#include "parse/extension.h"
#include "parse/locate.h"
#include "parse/mask.h"

struct nodes {
	struct cmark_node **items;
	size_t count;
	size_t capacity;
};

/* A footnote. */
struct note {
	struct text label;
	struct cmark_node *node;
	struct extension *extension;
	size_t offset; /* in the source */
	bool used;     /* also in a text that pages leave out */
};

/* What cmark's paragraphs and headings carry as user data from the passes to
 * document.c. */
struct leaf {
	bool took_attributes;   /* of a heading */
	struct text attributes; /* the braces' content in the source */
	struct text context;    /* of {ctx=...}; at NULL: none */
	const struct shown *shown;
};

struct pass {
	/* To be given. */
	struct arena *arena; /* keeps what the document keeps */
	struct arena *scratch;
	struct report *report;
	const struct locator *locator;
	struct masks masks;
	size_t start; /* of the Markdown in the source */
	const struct document_options *options;
	struct document *document;
	struct report *faults; /* of translations */

	/* Blocks as cmark found them, in document order: paragraphs and
	 * headings, quotations, lists. */
	struct nodes leaves;
	struct nodes quotes;
	struct nodes lists;
	struct nodes tables; /* of ours */
	struct {
		struct note *items;
		size_t count;
		size_t capacity;
	} notes;
	struct table labels; /* of notes -> the index + 1 */
	struct nodes numbered; /* notes in the order of their numbers */
	/* Messages, those of the front matter first; of the others, from
	 * message_start on, their blocks. */
	struct {
		struct block_message *items;
		size_t count;
		size_t capacity;
	} messages;
	struct nodes message_nodes;
};

/* All passes, over the tree of masks.text. */
void passes_run(struct pass *pass, struct cmark_node *root);

/* Pipe tables out of paragraphs. */
void tables_find(struct pass *pass);
/* A paragraph "Table: ..." behind a table, as its caption. */
void captions_find(struct pass *pass);
/* Makes the inlines of block the caption of a table, but for attributes.
 * lines is where they are written. */
void caption_take(struct pass *pass, struct cmark_node *table,
    struct cmark_node *block, struct text lines);
/* Definition lists and footnotes out of lists whose marks are masks. */
void items_find(struct pass *pass);
/* Callouts out of quotations. */
void callouts_find(struct pass *pass);
/* Tasks out of items of lists. */
void tasks_find(struct pass *pass);
/* Figures out of paragraphs. */
void figures_find(struct pass *pass);
/* Strikethrough; references to footnotes, with their numbers. */
void strikes_find(struct pass *pass, struct cmark_node *root);
void references_find(struct pass *pass, struct cmark_node *root);

/* "{ctx=...}" behind paragraphs. */
void contexts_find(struct pass *pass);
/* Messages, and translations in their places. */
void messages_find(struct pass *pass, struct cmark_node *root);

/* "[words]{.keep}", of which readers see the words. */
void keeps_find(struct pass *pass, struct cmark_node *root);

/* A level-1 heading that no block is before, or NULL. */
struct cmark_node *pass_title(struct cmark_node *root);
/* Raw HTML that is only a comment. */
bool pass_is_comment(struct cmark_node *html);

/* The place of a byte of the source. */
struct place pass_place(const struct pass *pass, const char *at);
/* The same by its offset. */
struct place pass_place_at(const struct pass *pass, size_t offset);
/* Whether a node is a block of inlines, of cmark's or ours. */
bool pass_holds_inlines(struct cmark_node *node);

#endif
