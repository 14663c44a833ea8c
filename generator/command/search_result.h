/*
 * What opas search prints of one query's results.
 */
#ifndef COMMAND_SEARCH_RESULT_H
#define COMMAND_SEARCH_RESULT_H

#include "base/buffer.h"
#include "command/search_index.h"

/* Adds what is to be printed for text; at most limit results, or all if it is
 * 0.  False if the index is damaged.  They are: objects in a list of JSON,
 * with titles and texts if told, else as tools want them; or two lines for
 * people. */
bool search_result_json(struct buffer *out, struct search_index *index,
    struct text query, size_t limit, bool told);
bool search_result_lines(struct buffer *out, struct search_index *index,
    struct text query, size_t limit);

#endif
