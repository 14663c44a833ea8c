#include "command/search_batch.h"

#include "base/json.h"
#include "command/search_result.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct batch {
	struct search_indexes *indexes;
	struct text tag; /* of lines that name none */
	size_t limit;
	struct arena scratch; /* of a line */
	struct buffer line;
	struct buffer answer;
};

/* The next line without its end; false at the end of the input. */
static bool line_read(struct buffer *line)
{
	int c = getchar();

	buffer_clear(line);
	if (c == EOF)
		return false;
	for (; c != EOF && c != '\n'; c = getchar())
		buffer_add_char(line, (char)c);
	return true;
}

static void error_answer(struct batch *batch, struct text problem)
{
	buffer_clear(&batch->answer);
	buffer_add_string(&batch->answer, "{\"error\":");
	json_add_string(&batch->answer, problem);
	buffer_add_char(&batch->answer, '}');
}

static void query_answer(struct batch *batch, struct text tag,
    struct text query)
{
	struct search_index *index = search_index_open(batch->indexes, tag);

	if (search_result_json(
		&batch->answer, index, query, batch->limit, false))
		return;
	if (index->state == SEARCH_MISSING)
		error_answer(batch,
		    text_format(&batch->scratch,
			"the site has no search index for '%.*s'",
			TEXT_ARGUMENTS(tag)));
	else
		error_answer(batch,
		    text_format(&batch->scratch, "%s is damaged",
			index->damaged));
}

static void line_answer(struct batch *batch)
{
	const struct json_member *lang, *query;
	struct json_object object;
	const char *problem = json_read(
	    &object, &batch->scratch, buffer_text(&batch->line));

	buffer_clear(&batch->answer);
	if (problem != NULL) {
		error_answer(batch, text_from(problem));
		return;
	}
	lang = json_find(&object, "lang");
	query = json_find(&object, "query");
	if (query == NULL || query->kind != JSON_STRING)
		error_answer(batch, TEXT("\"query\" must be a string"));
	else if (lang != NULL && lang->kind != JSON_STRING)
		error_answer(batch, TEXT("\"lang\" must be a string"));
	else if (lang == NULL && batch->tag.length == 0)
		error_answer(batch, TEXT("\"lang\" is missing"));
	else
		query_answer(batch, lang != NULL ? lang->value : batch->tag,
		    query->value);
}

void search_batch(struct search_indexes *indexes, struct report *report,
    struct text tag, size_t limit)
{
	struct batch batch = { .indexes = indexes,
		.tag = tag,
		.limit = limit };
	bool fine = true;

	while (fine && line_read(&batch.line)) {
		line_answer(&batch);
		buffer_add_char(&batch.answer, '\n');
		fine = fwrite(batch.answer.bytes, 1, batch.answer.length,
			   stdout) == batch.answer.length &&
		    fflush(stdout) == 0;
		arena_reset(&batch.scratch);
	}
	if (!fine)
		report_add(report, MESSAGE_OUTPUT_UNWRITABLE, place_nowhere(),
		    TEXT("standard output"), text_from(strerror(errno)));
	buffer_release(&batch.line);
	buffer_release(&batch.answer);
	arena_release(&batch.scratch);
}
