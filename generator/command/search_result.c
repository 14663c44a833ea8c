#include "command/search_result.h"

#include "base/json.h"

static const char *const matches[] = { "exact", "class", "prefix", "suffix",
	"similar", "typo" };

enum {
	EXCERPT = 150, /* bytes of text that people see, about */
	BEFORE = 50    /* of them before the first word that was found */
};

/* Searches and calls for each result, until limit; 0 is no limit. */
static bool results_visit(struct buffer *out, struct search_index *index,
    struct text text, size_t limit,
    void (*visit)(struct buffer *out, struct search_index *index,
	const struct engine_hit *hit, const struct engine_record *record))
{
	const struct engine_query query = { .text = text.at,
		.length = text.length };
	const struct engine_hit *hits;
	struct engine_record record;
	size_t count, i;

	if (!search_index_ask(index, &query))
		return false;
	count = engine_hits(index->ask.engine, &hits);
	if (limit > 0 && count > limit)
		count = limit;
	for (i = 0; i < count; i++) {
		if (!search_index_record(index, hits[i].section, &record))
			return false;
		visit(out, index, &hits[i], &record);
	}
	return true;
}

static struct text string_of(struct engine_string string)
{
	return (struct text){ string.at, string.length };
}

static void member_add(struct buffer *out, const char *name,
    struct text value)
{
	buffer_format(out, ",\"%s\":", name);
	json_add_string(out, value);
}

static void url_add(struct buffer *out, const struct search_index *index,
    const struct engine_record *record)
{
	buffer_format(out, "%.*s/%s%.*s.html", TEXT_ARGUMENTS(index->tag),
	    record->flags & RECORD_PRINCIPLE ? "principles/" : "",
	    TEXT_ARGUMENTS(string_of(record->id)));
	if (record->anchor.length > 0)
		buffer_format(out, "#%.*s",
		    TEXT_ARGUMENTS(string_of(record->anchor)));
}

static void object_begin(struct buffer *out, struct search_index *index,
    const struct engine_hit *hit, const struct engine_record *record)
{
	struct buffer url = { 0 };

	if (buffer_text(out).at[out->length - 1] != '[')
		buffer_add_char(out, ',');
	if (record->flags & RECORD_PRINCIPLE) {
		buffer_add_string(out, "{\"principle\":");
		json_add_string(out, string_of(record->id));
	} else {
		buffer_add_string(out, "{\"id\":");
		json_add_string(out, string_of(record->id));
		member_add(out, "anchor", string_of(record->anchor));
	}
	url_add(&url, index, record);
	member_add(out, "url", buffer_text(&url));
	buffer_release(&url);
	member_add(out, "lang", index->tag);
	buffer_format(out, ",\"score\":%u", (unsigned)hit->score);
	member_add(out, "match", text_from(matches[hit->match]));
}

static void object_add(struct buffer *out, struct search_index *index,
    const struct engine_hit *hit, const struct engine_record *record)
{
	object_begin(out, index, hit, record);
	buffer_add_char(out, '}');
}

static void told_add(struct buffer *out, struct search_index *index,
    const struct engine_hit *hit, const struct engine_record *record)
{
	object_begin(out, index, hit, record);
	if ((record->flags & RECORD_PRINCIPLE) == 0)
		member_add(out, "article", string_of(record->path));
	member_add(out, "title", string_of(record->title));
	member_add(out, "text", string_of(record->text));
	buffer_add_char(out, '}');
}

bool search_result_json(struct buffer *out, struct search_index *index,
    struct text query, size_t limit, bool told)
{
	bool fine;

	buffer_add_char(out, '[');
	fine = results_visit(
	    out, index, query, limit, told ? told_add : object_add);
	buffer_add_char(out, ']');
	return fine;
}

/* Control characters would speak to the terminal. */
static void line_add(struct buffer *out, struct text text)
{
	size_t i;

	for (i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		buffer_add_char(out, c < ' ' || c == 0x7F ? ' ' : (char)c);
	}
}

/* The beginning of a word at or before an offset, or behind it if the word is
 * long. */
static size_t word_at(struct text text, size_t at)
{
	while (at > 0 && at < text.length && text.at[at - 1] != ' ')
		at--;
	return at < text.length ? at : 0;
}

static void excerpt_show(struct buffer *out, struct search_index *index,
    struct text text)
{
	const struct text ellipsis = TEXT("\xE2\x80\xA6");
	uint32_t marks[1][2];
	size_t start = 0, end;

	if (engine_marks(index->ask.engine, text.at, text.length, marks, 1) >
		0 &&
	    marks[0][0] > BEFORE)
		start = word_at(text, marks[0][0] - BEFORE);
	end = start + EXCERPT < text.length ? start + EXCERPT : text.length;
	if (end < text.length && word_at(text, end) > start)
		end = word_at(text, end) - 1;
	while (end < text.length && (text.at[end] & 0xC0) == 0x80)
		end++;
	if (start > 0)
		buffer_add(out, ellipsis);
	line_add(out, text_slice(text, start, end - start));
	if (end < text.length)
		buffer_add(out, ellipsis);
}

static void lines_add(struct buffer *out, struct search_index *index,
    const struct engine_hit *hit, const struct engine_record *record)
{
	(void)hit;
	line_add(out, string_of(record->path));
	if (record->path.length > 0 && record->title.length > 0)
		buffer_add_string(out, " > ");
	line_add(out, string_of(record->title));
	buffer_add_string(out, "  ");
	url_add(out, index, record);
	buffer_add_string(out, "\n    ");
	excerpt_show(out, index, string_of(record->text));
	buffer_add_char(out, '\n');
}

bool search_result_lines(struct buffer *out, struct search_index *index,
    struct text query, size_t limit)
{
	return results_visit(out, index, query, limit, lines_add);
}
