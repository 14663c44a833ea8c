/*
 * Which blocks of a translation that is a whole file stand for which of its
 * source: what comparing languages side by side rests on.  Titles,
 * descriptions and goals are no blocks.
 */
#ifndef MODEL_BLOCK_PAIRING_H
#define MODEL_BLOCK_PAIRING_H

#include "parse/document.h"

/* True if both documents, whose messages are known, have blocks of the same
 * kinds in the same order: each then goes with its counterpart. */
bool blocks_agree(const struct document *document,
    const struct document *source);

/*
 * Otherwise they go by section: those with the same anchor, if their kinds
 * agree.  Reports every other section, at the first block that has no
 * counterpart, be it in the translation or, if that ends too early, in the
 * source; that then names the translation's file.
 */
void blocks_check(struct report *report, const struct document *document,
    const struct source *file, const struct document *source);

/*
 * The anchors that the addresses of the translation's blocks need to be those
 * of their counterparts: the source's, one for each heading, in arena.  NULL
 * if blocks do not agree, or their addresses do already.
 */
const struct text *blocks_anchors(size_t *count, struct arena *arena,
    const struct document *document, const struct document *source);

#endif
