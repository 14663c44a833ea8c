/*
 * Endings of Finnish words, by which the engine recognizes a form that the
 * guide does not contain.
 */
#ifndef SEARCH_FINNISH_RULES_H
#define SEARCH_FINNISH_RULES_H

struct language_rules;

extern const struct language_rules finnish_rules;

#endif
