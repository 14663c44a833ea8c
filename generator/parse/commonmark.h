/*
 * CommonMark to HTML as the reference implementation does it, without
 * anything of ours.
 */
#ifndef PARSE_COMMONMARK_H
#define PARSE_COMMONMARK_H

#include "base/text.h"

struct arena;

/* The HTML of a document, raw HTML and all links included, as 'cmark
 * --unsafe' prints it.  The text need not be UTF-8: what is not goes
 * through as it is.  The HTML, and what it takes to make it, is in arena. */
struct text commonmark_html(struct arena *arena, struct text text);

#endif
