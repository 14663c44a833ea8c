/*
 * The engine over an index whose files are at hand: gives it those that it
 * asks for until it is done.
 */
#ifndef SEARCH_ASK_H
#define SEARCH_ASK_H

#include "base/text.h"
#include "search/engine.h"

/* The bytes of a file of the index; false if it cannot be had.  They must
 * stay for as long as the engine. */
typedef bool ask_file(void *context, struct text *bytes, uint32_t number,
    struct text name);

struct ask {
	struct engine *engine;
	void *memory;
	ask_file *file;
	void *context;
};

/* first: the bytes of file 0. False if they are no index. */
bool ask_open(struct ask *ask, struct text first, ask_file *file,
    void *context);
void ask_close(struct ask *ask);

/* False if the index is damaged. */
bool ask_search(struct ask *ask, const struct engine_query *query);
bool ask_record(struct ask *ask, uint32_t section,
    struct engine_record *record);

#endif
