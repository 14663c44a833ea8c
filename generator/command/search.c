/* opas search: what readers would find, in a site that is built. */
#include "command/options.h"

#include "command/search_batch.h"
#include "command/search_result.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct searching_command {
	const struct options *options;
	struct search_indexes indexes;
	struct report report;
	struct arena arena;
};

static struct text list_of(struct arena *arena, const struct text *tags,
    size_t count)
{
	struct text list = { 0 };
	size_t i;

	for (i = 0; i < count; i++)
		list = text_format(arena, "%.*s%s%.*s", TEXT_ARGUMENTS(list),
		    i > 0 ? ", " : "", TEXT_ARGUMENTS(tags[i]));
	return list;
}

/* The language of the user if the site has it: "sr_RS.UTF-8@latin". */
static bool locale_of_user(struct text *tag, const struct text *tags,
    size_t count)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES",
		"LANG" };
	const char *value = NULL;
	struct text language, best = { 0 };
	size_t i;

	for (i = 0; i < 3 && (value == NULL || *value == '\0'); i++)
		value = getenv(names[i]);
	language.at = value;
	language.length = value != NULL ? strcspn(value, "_.@-") : 0;
	for (i = 0; i < count; i++) {
		struct text rest = tags[i], primary = { 0 };
		bool latin = text_ends(tags[i], TEXT("-Latn"));

		(void)text_cut(&primary, &rest, '-');
		if (!text_equal(primary, language) || language.length == 0)
			continue;
		if (best.length == 0 ||
		    (latin && strstr(value, "@latin") != NULL))
			best = tags[i];
	}
	*tag = best;
	return best.length > 0;
}

/* --locale, else the only one, else the user's. */
static bool locale_choose(struct searching_command *command,
    struct text *tag)
{
	struct text *tags;
	size_t count;

	*tag = text_from(command->options->locale);
	if (tag->length > 0)
		return true;
	count = search_index_locales(&tags, &command->indexes);
	if (count == 0) {
		report_add(&command->report, MESSAGE_SEARCH_MISSING,
		    place_nowhere(), text_from(command->indexes.folder));
		return false;
	}
	*tag = tags[0];
	if (count == 1 || locale_of_user(tag, tags, count) ||
	    command->options->batch)
		return true;
	report_add(&command->report, MESSAGE_USAGE, place_nowhere(),
	    text_format(&command->arena,
		"say in which language to search, with --locale and one of "
		"%.*s",
		TEXT_ARGUMENTS(list_of(&command->arena, tags, count))),
	    TEXT("search"));
	return false;
}

static void trouble_report(struct searching_command *command,
    const struct search_index *index)
{
	struct text *tags;
	size_t count;

	if (index->state == SEARCH_DAMAGED) {
		report_add(&command->report, MESSAGE_SEARCH_DAMAGED,
		    place_nowhere(), text_from(index->damaged));
		return;
	}
	count = search_index_locales(&tags, &command->indexes);
	if (count == 0)
		report_add(&command->report, MESSAGE_SEARCH_MISSING,
		    place_nowhere(), text_from(command->indexes.folder));
	else
		report_add(&command->report, MESSAGE_SEARCH_LOCALE,
		    place_nowhere(), index->tag,
		    list_of(&command->arena, tags, count));
}

static void query_answer(struct searching_command *command, struct text tag)
{
	const struct options *options = command->options;
	struct search_index *index =
	    search_index_open(&command->indexes, tag);
	struct buffer query = { 0 }, out = { 0 };
	bool fine;
	size_t i;

	for (i = 0; i < options->argument_count; i++) {
		if (i > 0)
			buffer_add_char(&query, ' ');
		buffer_add_string(&query, options->arguments[i]);
	}
	if (options->style.json) {
		fine = search_result_json(&out, index, buffer_text(&query),
		    options->limit, true);
		buffer_add_char(&out, '\n');
	} else {
		fine = search_result_lines(
		    &out, index, buffer_text(&query), options->limit);
	}
	if (!fine)
		trouble_report(command, index);
	else if (fwrite(out.bytes, 1, out.length, stdout) != out.length ||
	    fflush(stdout) != 0)
		report_add(&command->report, MESSAGE_OUTPUT_UNWRITABLE,
		    place_nowhere(), TEXT("standard output"),
		    text_from(strerror(errno)));
	buffer_release(&query);
	buffer_release(&out);
}

int command_search(const struct options *options)
{
	struct searching_command command = { .options = options };
	struct text tag;
	int status;

	command.indexes.folder = options_output(options, &command.arena);
	if (options->batch ? options->argument_count > 0
			   : options->argument_count == 0)
		report_add(&command.report, MESSAGE_USAGE, place_nowhere(),
		    options->batch
			? TEXT("--batch reads its queries from standard input")
			: TEXT("say what to search for"),
		    TEXT("search"));
	else if (locale_choose(&command, &tag)) {
		if (options->batch)
			search_batch(&command.indexes, &command.report, tag,
			    options->limit);
		else
			query_answer(&command, tag);
	}
	status = options_finish(options, &command.report);
	search_indexes_release(&command.indexes);
	arena_release(&command.arena);
	return status;
}
