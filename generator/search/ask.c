#include "search/ask.h"

#include "base/arena.h"

#include <stdlib.h>

bool ask_open(struct ask *ask, struct text first, ask_file *file,
    void *context)
{
	const uint8_t *bytes = (const uint8_t *)first.at;
	size_t room = engine_room(bytes, first.length);

	*ask = (struct ask){ .file = file, .context = context };
	if (room == 0)
		return false;
	ask->memory = memory_new(room);
	ask->engine = engine_open(ask->memory, room, bytes, first.length);
	if (ask->engine == NULL)
		ask_close(ask);
	return ask->engine != NULL;
}

void ask_close(struct ask *ask)
{
	free(ask->memory);
	*ask = (struct ask){ 0 };
}

/* The engine forgets what it needs when it is given the first of it. */
static bool files_give(struct ask *ask)
{
	const uint32_t *needs;
	size_t count = engine_needs(ask->engine, &needs), i;
	uint32_t *files = memory_new(count * sizeof(*files));
	bool fine = true;

	for (i = 0; i < count; i++)
		files[i] = needs[i];
	for (i = 0; i < count && fine; i++) {
		struct text name = {
			engine_file_name(ask->engine, files[i]), 10
		};
		struct text bytes;
		bool there =
		    ask->file(ask->context, &bytes, files[i], name);

		fine = engine_give(ask->engine, files[i],
			   there ? (const uint8_t *)bytes.at : NULL,
			   there ? bytes.length : 0) != ENGINE_DAMAGED;
	}
	free(files);
	return fine;
}

bool ask_search(struct ask *ask, const struct engine_query *query)
{
	enum engine_status status;

	while ((status = engine_search(ask->engine, query)) == ENGINE_NEEDS)
		if (!files_give(ask))
			return false;
	return status == ENGINE_DONE;
}

bool ask_record(struct ask *ask, uint32_t section,
    struct engine_record *record)
{
	enum engine_status status;

	while ((status = engine_record(ask->engine, section, record)) ==
	    ENGINE_NEEDS)
		if (!files_give(ask))
			return false;
	return status == ENGINE_DONE;
}
