/*
 * The endings of Korean, for the engine: by these it knows the forms of words
 * that the guide does not contain.
 */
#ifndef SEARCH_KOREAN_RULES_H
#define SEARCH_KOREAN_RULES_H

struct language_rules;

extern const struct language_rules korean_rules;

#endif
