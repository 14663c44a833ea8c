/*
 * Understands Turkish words: takes endings off from right to left in all ways
 * that grammar allows, and keeps the ways that cost least.
 */
#ifndef SEARCH_TURKISH_PARSER_H
#define SEARCH_TURKISH_PARSER_H

#include "search/turkish_meanings.h"

struct parser;
struct roots;

struct parser *parser_new(void);
void parser_free(struct parser *parser); /* NULL is fine */

const struct roots *parser_roots(const struct parser *parser);

/* The likeliest meanings of a word, best first: at least one. */
void parser_read(struct meanings *meanings, const struct parser *parser,
    const struct letters *word);

#endif
