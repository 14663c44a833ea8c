#include "command/options.h"

#include "base/file.h"
#include "base/list.h"

#include <string.h>

enum option_kind {
	OPTION_FLAG,
	OPTION_ALL, /* a choice without a value */
	OPTION_STRING,
	OPTION_ARTICLE,   /* a choice */
	OPTION_PRINCIPLE, /* a choice */
	OPTION_NUMBER, /* from 1 */
	OPTION_LIMIT   /* from 0 */
};

struct option_row {
	const char *name;
	enum option_kind kind;
	size_t member; /* offset in struct options */
};

#define ROW(name, kind, member)                                                \
	{ name, kind, offsetof(struct options, member) }

static const struct option_row rows[] = {
	ROW("--root", OPTION_STRING, root),
	ROW("--output", OPTION_STRING, output),
	ROW("-o", OPTION_STRING, output),
	ROW("--base-url", OPTION_STRING, base_url),
	ROW("--jobs", OPTION_NUMBER, jobs),
	ROW("--locale", OPTION_STRING, locale),
	ROW("--with", OPTION_STRING, with),
	ROW("--article", OPTION_ARTICLE, choices),
	ROW("--principle", OPTION_PRINCIPLE, choices),
	ROW("--all", OPTION_ALL, choices),
	ROW("--large", OPTION_FLAG, large),
	ROW("--no-exercises", OPTION_FLAG, no_exercises),
	ROW("--no-lines", OPTION_FLAG, no_lines),
	ROW("--no-facilitator", OPTION_FLAG, no_facilitator),
	ROW("--browser", OPTION_STRING, browser),
	ROW("--date", OPTION_STRING, date),
	ROW("--limit", OPTION_LIMIT, limit),
	ROW("--batch", OPTION_FLAG, batch),
	ROW("--drafts", OPTION_FLAG, drafts),
	ROW("--commonmark", OPTION_FLAG, commonmark),
	ROW("--raw-html", OPTION_FLAG, raw_html),
	ROW("--json", OPTION_FLAG, style.json),
	ROW("--strict", OPTION_FLAG, style.strict),
	ROW("--quiet", OPTION_FLAG, style.quiet),
	ROW("--help", OPTION_FLAG, help),
};
enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

/* More threads than that are a mistake. */
enum { JOBS_MOST = 1024 };

/* Results that are shown if nobody says how many. */
enum { LIMIT = 20 };

static const struct option_row *row_find(struct text name)
{
	size_t i;

	for (i = 0; i < ROW_COUNT; i++)
		if (text_equal_string(name, rows[i].name))
			return &rows[i];
	return NULL;
}

static void usage_report(struct report *report, const char *command,
    struct text problem)
{
	report_add(report, MESSAGE_USAGE, place_nowhere(), problem,
	    text_from(command));
}

static void unknown_report(struct report *report, struct arena *arena,
    const char *command, struct text name)
{
	struct text names[ROW_COUNT], near;
	size_t count = 0, i;

	/* Any letter is near any other. */
	for (i = 0; i < ROW_COUNT; i++)
		if (strlen(rows[i].name) > 2)
			names[count++] = text_from(rows[i].name);
	near = text_nearest(name, names, count);
	usage_report(report, command,
	    near.length > 0
		? text_format(arena, "there is no option '%.*s', "
				     "perhaps '%.*s'",
		      TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(near))
		: text_format(arena, "there is no option '%.*s'",
		      TEXT_ARGUMENTS(name)));
}

static bool row_is_flag(const struct option_row *row)
{
	return row->kind == OPTION_FLAG || row->kind == OPTION_ALL;
}

static bool choice_add(struct options *options, struct arena *arena,
    enum option_choice_kind kind, const char *id)
{
	*list_add(arena, &options->choices) =
	    (struct option_choice){ kind, id };
	return true;
}

/* Sets an option's member; false if value is no number for it. */
static bool row_set(struct options *options, struct arena *arena,
    const struct option_row *row, const char *value)
{
	char *member = (char *)options + row->member;
	unsigned number;

	switch (row->kind) {
	case OPTION_FLAG:
		*(bool *)(void *)member = true;
		return true;
	case OPTION_ALL:
		return choice_add(options, arena, CHOICE_ALL, NULL);
	case OPTION_ARTICLE:
		return choice_add(options, arena, CHOICE_ARTICLE, value);
	case OPTION_PRINCIPLE:
		return choice_add(options, arena, CHOICE_PRINCIPLE, value);
	case OPTION_STRING:
		*(const char **)(void *)member = value;
		return true;
	case OPTION_NUMBER:
		if (!text_number(&number, text_from(value)) || number < 1 ||
		    number > JOBS_MOST)
			return false;
		*(size_t *)(void *)member = number;
		return true;
	case OPTION_LIMIT:
		if (!text_number(&number, text_from(value)))
			return false;
		*(size_t *)(void *)member = number;
		return true;
	}
	return false;
}

/* Sets an option and says what is wrong with its value; NULL if nothing. */
static const char *row_read(struct options *options, struct arena *arena,
    const struct option_row *row, const char *value)
{
	if (row_is_flag(row) && value != NULL)
		return "takes no value";
	if (!row_is_flag(row) && (value == NULL || *value == '\0'))
		return "needs a value";
	if (!row_set(options, arena, row, value))
		return row->kind == OPTION_LIMIT
		    ? "needs a number, 0 for all"
		    : "needs a number from 1 to 1024";
	return NULL;
}

/* Without slashes at the end, which would be doubled in messages. */
static const char *folder_name(struct arena *arena, const char *path)
{
	struct text text = text_from(path);

	while (text.length > 1 && text.at[text.length - 1] == '/')
		text.length--;
	return text_string(arena, text);
}

bool options_read(struct options *options, struct arena *arena,
    struct report *report, const char *command, int count, char **arguments)
{
	bool only_arguments = false;
	int i;

	*options = (struct options){ .root = ".", .limit = LIMIT };
	options->arguments =
	    arena_array(arena, const char *, (size_t)count + 1);
	for (i = 0; i < count; i++) {
		struct text name = text_from(arguments[i]);
		size_t equals = text_find_char(name, '=', 0);
		const char *value = NULL, *fault;
		const struct option_row *row;

		if (only_arguments || name.length < 2 || name.at[0] != '-') {
			options->arguments[options->argument_count++] =
			    arguments[i];
			continue;
		}
		if (text_equal(name, TEXT("--"))) {
			only_arguments = true;
			continue;
		}
		if (equals != TEXT_NONE) {
			value = arguments[i] + equals + 1;
			name = text_slice(name, 0, equals);
		}
		row = row_find(name);
		if (row == NULL) {
			unknown_report(report, arena, command, name);
			return false;
		}
		if (!row_is_flag(row) && value == NULL && i + 1 < count)
			value = arguments[++i];
		fault = row_read(options, arena, row, value);
		if (fault != NULL) {
			usage_report(report, command,
			    text_format(arena, "the option %.*s %s",
				TEXT_ARGUMENTS(name), fault));
			return false;
		}
	}
	options->root = folder_name(arena, options->root);
	return true;
}

const char *options_output(const struct options *options, struct arena *arena)
{
	if (options->output != NULL)
		return options->output;
	return text_equal_string(TEXT("."), options->root)
	    ? "site"
	    : file_path(arena, options->root, TEXT("site"));
}

int options_finish(const struct options *options, struct report *report)
{
	struct report_style style = options->style;
	int status = report_status(report, style);

	/* What decides the exit status must be seen. */
	style.quiet = style.quiet && !style.strict;
	report_print(report, stderr, style);
	report_release(report);
	return status;
}
