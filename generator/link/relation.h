/*
 * Sections that share principles: for each annotated section the sections of
 * other articles that teach the same, best first.
 */
#ifndef LINK_RELATION_H
#define LINK_RELATION_H

#include "model/guide.h"

/* At most so many related sections are kept for one section. */
enum { RELATION_LIMIT = 6 };

/*
 * Fills section.related of every original.  The score of a pair is the sum of
 * the rarities of the principles they share (inverse document frequency,
 * Spärck Jones 1972, in whole numbers so that every machine ranks alike);
 * among equals the section with fewer principles, then the next article
 * after the section's own, the first following the last.  One section an
 * article; of two originals in one article the first locale's.  Sections are
 * grouped by their set of principles, so the cost grows with the number of
 * distinct sets squared, not with that of sections.
 */
void relation_link(const struct guide *guide, struct arena *arena);

#endif
