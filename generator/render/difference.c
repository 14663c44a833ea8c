#include "render/difference.h"

#include "base/list.h"
#include "render/body_text.h"

/* Two texts of more words than this squared are taken as a whole. */
enum { MOST = 1500 };

struct words {
	struct text *items;
	size_t count;
	size_t capacity;
};

enum change { CHANGE_NONE, CHANGE_DELETED, CHANGE_INSERTED };

struct writer {
	struct buffer *out;
	enum change change; /* of what was written last */
	bool has_begun;
};

static struct words split(struct arena *arena, struct text text)
{
	struct words words = { 0 };
	struct text word;

	while (text_word(&word, &text))
		*list_add(arena, &words) = word;
	return words;
}

static void add_word(struct writer *writer, struct text word,
    enum change change)
{
	static const char *const begin[] = { "", "<del>", "<ins>" };
	static const char *const end[] = { "", "</del>", "</ins>" };
	bool changes = writer->change != change;

	if (changes)
		buffer_add_string(writer->out, end[writer->change]);
	if (writer->has_begun)
		buffer_add_char(writer->out, ' ');
	if (changes)
		buffer_add_string(writer->out, begin[change]);
	body_text_escape(writer->out, word);
	writer->change = change;
	writer->has_begun = true;
}

static void add_end(struct writer *writer)
{
	if (writer->change == CHANGE_DELETED)
		buffer_add_string(writer->out, "</del>");
	else if (writer->change == CHANGE_INSERTED)
		buffer_add_string(writer->out, "</ins>");
}

/* lengths[i * (count of b + 1) + j]: of the longest common subsequence of a
 * from i and b from j on. */
static unsigned *common_lengths(struct arena *scratch, const struct words *a,
    const struct words *b)
{
	size_t width = b->count + 1;
	unsigned *lengths =
	    arena_array(scratch, unsigned, (a->count + 1) * width);
	size_t i, j;

	for (i = a->count; i-- > 0;)
		for (j = b->count; j-- > 0;) {
			unsigned *at = &lengths[i * width + j];

			if (text_equal(a->items[i], b->items[j]))
				*at = at[width + 1] + 1;
			else
				*at = at[width] > at[1] ? at[width] : at[1];
		}
	return lengths;
}

void difference_add(struct buffer *out, struct arena *scratch,
    struct text previous, struct text present)
{
	struct words a = split(scratch, previous);
	struct words b = split(scratch, present);
	struct writer writer = { .out = out };
	const unsigned *lengths = NULL;
	size_t width = b.count + 1, i = 0, j = 0;

	if (a.count <= MOST && b.count <= MOST)
		lengths = common_lengths(scratch, &a, &b);
	while (i < a.count || j < b.count) {
		if (i < a.count && j < b.count &&
		    text_equal(a.items[i], b.items[j])) {
			add_word(&writer, b.items[j++], CHANGE_NONE);
			i++;
		} else if (i < a.count &&
		    (j == b.count || lengths == NULL ||
			lengths[(i + 1) * width + j] >=
			    lengths[i * width + j + 1])) {
			add_word(&writer, a.items[i++], CHANGE_DELETED);
		} else {
			add_word(&writer, b.items[j++], CHANGE_INSERTED);
		}
	}
	add_end(&writer);
}
