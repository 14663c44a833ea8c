/*
 * opas search --batch: a query a line, an answer a line.
 */
#ifndef COMMAND_SEARCH_BATCH_H
#define COMMAND_SEARCH_BATCH_H

#include "base/report.h"
#include "command/search_index.h"

/*
 * Reads one JSON object a line from standard input, {"lang":"fi",
 * "query":"..."}, and prints for each a list of results, or {"error":"..."}.
 * tag stands in for lang where that is missing.  Every line is printed at
 * once.
 */
void search_batch(struct search_indexes *indexes, struct report *report,
    struct text tag, size_t limit);

#endif
