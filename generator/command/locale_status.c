/*
 * opas locale status: how far the translations are, and what to do next.
 */
#include "command/locale_status.h"

#include "base/json.h"
#include "command/locale.h"

#include <time.h>

/* Columns of the table; all of it fits a terminal of 80. */
enum { COMPONENT_WIDTH = 22, NEXT_WIDTH = 72 };

/* Today, or what --date says. False after reporting. */
static bool find_today(long *today, struct translating *translating)
{
	const char *given = translating->options->date;
	struct date date;

	if (given == NULL) {
		*today = (long)(time(NULL) / (24 * 60 * 60));
		return true;
	}
	if (!date_read(&date, text_from(given))) {
		report_add(&translating->report, MESSAGE_USAGE,
		    place_nowhere(),
		    text_format(&translating->arena,
			"'%s' is no date; write --date 2026-11-21", given),
		    TEXT("locale"));
		return false;
	}
	*today = date_days(date.year, date.month, date.day);
	return true;
}

/* At most so many code points of a text, on one line. */
static struct text shortened(struct arena *arena, struct text text,
    size_t most)
{
	size_t at = 0, cut = 0, count = 0, line;

	line = text_find_char(text, '\n', 0);
	if (line != TEXT_NONE)
		text = text_slice(text, 0, line);
	while (at < text.length) {
		(void)text_decode(text, &at); /* only at is wanted */
		if (++count == most - 1)
			cut = at;
	}
	if (count <= most)
		return text;
	return text_format(
	    arena, "%.*s…", TEXT_ARGUMENTS(text_slice(text, 0, cut)));
}

static void print_counts(const struct status_counts *counts, int width)
{
	printf(" %*zu %*zu %*zu", width, counts->translated, width,
	    counts->stale, width + 1, counts->missing);
}

static void print_next(struct arena *arena, const struct status_row *row)
{
	struct text where = row->line > 0
	    ? text_format(arena, "%.*s:%zu", TEXT_ARGUMENTS(row->path),
		  row->line)
	    : TEXT("run 'opas locale update'");
	struct text what;

	if (row->next.at == NULL)
		return;
	what = shortened(arena,
	    text_format(arena, "%.*s: %s: %.*s", TEXT_ARGUMENTS(where),
		row->next_is_stale ? "stale" : "missing",
		TEXT_ARGUMENTS(row->next)),
	    NEXT_WIDTH);
	printf("        %.*s\n", TEXT_ARGUMENTS(what));
}

static void print_row(struct arena *arena, const struct status_row *row)
{
	struct text name = shortened(arena, row->component, COMPONENT_WIDTH);

	/* Ids are ASCII, but for the mark that one is cut. */
	printf("%-7.*s %.*s%*s", TEXT_ARGUMENTS(row->locale->tag),
	    TEXT_ARGUMENTS(name),
	    COMPONENT_WIDTH - (int)text_count(name), "");
	if (row->origin[0] == 'o') {
		printf("   original\n");
		return;
	}
	print_counts(&row->messages, 5);
	print_counts(&row->words, 6);
	if (row->days >= 0)
		printf(" %5ld\n", row->days);
	else
		printf("     -\n");
	print_next(arena, row);
}

static void print_table(struct arena *arena, const struct status_rows *rows)
{
	size_t i;

	printf("%-30s %17s    %s\n", "", "messages", "words");
	printf("locale  %-22s %5s %5s %6s %6s %6s %7s %5s\n", "component",
	    "done", "stale", "missing", "done", "stale", "missing", "days");
	for (i = 0; i < rows->count; i++)
		print_row(arena, &rows->items[i]);
}

static void add_counts(struct buffer *out, const char *name,
    const struct status_counts *counts)
{
	buffer_format(out,
	    ",\"%s\":{\"translated\":%zu,\"stale\":%zu,\"missing\":%zu}",
	    name, counts->translated, counts->stale, counts->missing);
}

static void add_row(struct buffer *out, const struct status_row *row)
{
	buffer_add(out, TEXT("{\"locale\":"));
	json_add_string(out, row->locale->tag);
	buffer_add(out, TEXT(",\"component\":"));
	json_add_string(out, row->component);
	buffer_format(out, ",\"origin\":\"%s\"", row->origin);
	add_counts(out, "messages", &row->messages);
	add_counts(out, "words", &row->words);
	if (row->days >= 0)
		buffer_format(out, ",\"days\":%ld", row->days);
	else
		buffer_add(out, TEXT(",\"days\":null"));
	if (row->next.at == NULL) {
		buffer_add(out, TEXT(",\"next\":null}"));
		return;
	}
	buffer_add(out, TEXT(",\"next\":{\"file\":"));
	json_add_string(out, row->path);
	buffer_format(out, ",\"line\":%zu,\"state\":\"%s\",\"message\":",
	    row->line, row->next_is_stale ? "stale" : "missing");
	json_add_string(out, row->next);
	buffer_add(out, TEXT("}}"));
}

static void print_json(const struct status_rows *rows)
{
	struct buffer out = { 0 };
	size_t i;

	buffer_add(&out, TEXT("[\n"));
	for (i = 0; i < rows->count; i++) {
		add_row(&out, &rows->items[i]);
		buffer_add_string(&out, i + 1 < rows->count ? ",\n" : "\n");
	}
	buffer_add(&out, TEXT("]\n"));
	(void)fwrite(out.bytes, 1, out.length, stdout); /* as printf */
	buffer_release(&out);
}

void locale_status(struct translating *translating)
{
	struct status_rows rows = { 0 };
	long today;

	if (!find_today(&today, translating) ||
	    !status_collect(&rows, translating, today))
		return;
	if (translating->options->style.json)
		print_json(&rows);
	else
		print_table(&translating->arena, &rows);
}
