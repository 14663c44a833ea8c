/*
 * Collation: the order and the initials of an index, as readers of a locale
 * expect them (Unicode Collation Algorithm with CLDR's rules, through ICU).
 */
#ifndef LINK_ORDER_H
#define LINK_ORDER_H

#include "base/arena.h"
#include "base/text.h"

struct order;

/* tag must be valid (locale_tag_valid).  One thread at a time; the machine's
 * locale has no influence. */
struct order *order_open(struct text tag);
void order_close(struct order *order); /* NULL is fine */

/* A key in the arena; keys compare with text_compare as the texts collate,
 * numbers in them by their value. */
struct text order_key(struct order *order, struct arena *arena,
    struct text text);

/*
 * The heading under which text stands in an A-Z index: a label of CLDR's
 * index characters of the locale or a capital of its alphabet ("Ä", "Ş",
 * "ㄱ", "Љ"), else of Latin; digits, signs and other scripts give "#".  Chosen
 * as ICU's AlphabeticIndex does: the greatest label of the text's script not
 * above it at primary strength.  Along the order of the keys each label holds
 * one run of texts, but for "#", which may stand before, between and behind
 * the others.
 */
struct text order_initial(struct order *order, struct arena *arena,
    struct text text);

#endif
