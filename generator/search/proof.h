/*
 * Proof that the indexes find what the guide says: the engine is asked, over
 * the very bytes that readers get, for words of the sections.
 */
#ifndef SEARCH_PROOF_H
#define SEARCH_PROOF_H

#include "base/report.h"
#include "search/indexing.h"

/*
 * Tries words of at most `most` sections, spread evenly over all locales; of
 * all sections if it is 0.  Which words is the same in every run.  What is not
 * found is reported where the section is, and so is a language that has text
 * but nothing in its index.
 */
void proof_run(const struct indexing *indexing, struct report *report,
    size_t most, size_t workers);

#endif
