/*
 * Collation: the order and the initials of an index, as readers of a locale
 * expect them (Unicode Collation Algorithm with CLDR's rules, through ICU).
 */
#ifndef LINK_ORDER_H
#define LINK_ORDER_H

#include "base/arena.h"
#include "base/text.h"

struct order;

struct order *order_open(struct text tag);
void order_close(struct order *order);

/* A key in the arena; keys compare with text_compare as the texts collate. */
struct text order_key(struct order *order, struct arena *arena,
    struct text text);

/*
 * The heading under which text stands in an A-Z index: a label of CLDR's
 * index characters of the locale ("Ä", "Ş", "ㄱ", "Љ"), else of Latin; digits
 * and signs give "#".  Chosen as ICU's AlphabeticIndex does: the greatest
 * label not above the text at primary strength.
 */
struct text order_initial(struct order *order, struct arena *arena,
    struct text text);

#endif
