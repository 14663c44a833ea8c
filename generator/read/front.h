/*
 * YAML as authors of guides write it, read into a small tree: the front
 * matter of an article, or a whole file.  The only home of libyaml.
 *
 * What is read is YAML 1.1 as libyaml reads it, less what authors do not need
 * and what makes a document mean more than it shows: anchors, aliases, tags
 * and several documents in one file are errors, and so is nesting deeper than
 * FRONT_DEEPEST.  Scalars stay texts; what they mean is for read/field.h.
 */
#ifndef READ_FRONT_H
#define READ_FRONT_H

#include "base/report.h"

enum { FRONT_DEEPEST = 16 };

enum front_kind { FRONT_SCALAR, FRONT_SEQUENCE, FRONT_MAPPING };

/* Offsets are in bytes from the start of the source, and exact: they make
 * places. */
struct front_node {
	enum front_kind kind;
	bool plain;         /* a scalar without quotes or block mark */
	struct text value;  /* of a scalar, escapes resolved; holds no control
	                       characters but tabs and line feeds */
	size_t offset;      /* of the value */
	struct text key;    /* of an item of a mapping */
	size_t key_offset;  /* of that key */
	struct front_node *items; /* of a sequence or mapping, as written */
	size_t count;
	size_t capacity;
};

/* Where the front matter of a source lies. */
struct front_extent {
	bool given;      /* there is front matter */
	size_t at;       /* of the YAML between the lines '---' */
	size_t length;   /* of that YAML */
	size_t body;     /* where the rest of the source begins */
};

/*
 * Finds the front matter: the first line is '---' (after a byte order mark,
 * if any), the last is '---' or '...'; blanks and tabs may follow them, and
 * lines may end in CR LF.  Without front matter, body is where the text
 * begins, behind a byte order mark.  Reports FRONT_UNCLOSED and returns false
 * if the closing line is missing; extent then says that there is no front
 * matter and that the body is empty, since nobody knows where it begins.
 */
bool front_locate(struct front_extent *extent, struct report *report,
    const struct source *source);

/*
 * Parses length bytes from offset `at` of source->bytes into root; the whole
 * tree is copied into the arena and does not need source->bytes afterwards.
 * An empty document is an empty mapping.  A key that is given twice is
 * reported and its first value kept.  Reports YAML_SYNTAX and returns false,
 * root untouched, at the first thing that is no YAML of ours.
 */
bool front_parse(struct front_node *root, struct arena *arena,
    struct report *report, const struct source *source, size_t at,
    size_t length);

/* The same for a whole file, less its byte order mark. */
bool front_parse_file(struct front_node *root, struct arena *arena,
    struct report *report, const struct source *source);

/* True for a scalar that stands for nothing: 'key:', 'key: ~', 'key: null'. */
bool front_is_null(const struct front_node *node);

#endif
