/*
 * The thin home of ICU for text.  ICU proper lives in model/locale.c, but
 * slugs and ids are made while parsing, before a locale exists and in folders
 * that may not look up to model/; the three things they need are here.
 * All functions are safe for use by several threads.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include "base/text.h"

struct arena;

/* True for what words consist of: letters, marks, decimal digits, and the
 * joiners U+200C and U+200D, which are part of Persian words. */
bool unicode_is_word(uint32_t code);

/* Normalization form C (Unicode Standard Annex 15).  The text itself if it
 * is that already, else a new one in the arena.  Malformed bytes are kept. */
struct text unicode_nfc(struct arena *arena, struct text text);

/* Lower case by the full mappings of Unicode and the rules of a language:
 * "tr" makes I a dotless i; "" is no language in particular.  The result is
 * in the arena, or text itself.  Malformed bytes are kept. */
struct text unicode_lower(struct arena *arena, struct text text,
    const char *language);

#endif
