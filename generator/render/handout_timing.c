#include "render/handout_timing.h"

#include "base/list.h"
#include "render/escape.h"
#include "render/html_tag.h"
#include "render/reading.h"

struct text handout_title_words(struct arena *arena, struct text html)
{
	struct buffer out = { 0 };
	struct html_tag tag;
	bool within = false;
	struct text words;
	size_t at = 0;

	while (html_tag_next(&tag, html, at)) {
		if (within)
			buffer_add(&out, text_slice(html, at,
					     (size_t)(tag.all.at - html.at) -
						 at));
		at = html_tag_end(&tag, html);
		if (html_tag_heading(&tag) == 0)
			continue;
		if (tag.closing)
			break;
		within = true;
	}
	words = buffer_copy(&out, arena);
	buffer_release(&out);
	return words;
}

static struct text escaped(struct arena *arena, struct text text)
{
	struct buffer out = { 0 };
	struct text copy;

	escape_text(&out, text);
	copy = buffer_copy(&out, arena);
	buffer_release(&out);
	return copy;
}

/* An exercise without a title has that of the heading above it. */
static void add_exercises(struct handout_timings *timings,
    const struct view *view, const struct handout_topic *topic)
{
	const struct section *section = topic->own;
	const struct section_text *text = section->text;
	struct text heading = { 0 };
	size_t i;

	for (i = 0; i < text->blocks.count; i++) {
		const struct body_block *block = &text->blocks.items[i];
		struct handout_timing *timing;
		size_t end = i + 1 < text->blocks.count
		    ? block[1].offset
		    : text->body.bytes.length;

		struct text words;

		if (block->kind != BODY_BLOCK_EXERCISE &&
		    block->kind != BODY_BLOCK_EXERCISE_HEADING)
			continue;
		words = handout_title_words(view->arena,
		    text_slice(text->body.bytes, block->offset,
			end - block->offset));
		if (block->kind == BODY_BLOCK_EXERCISE_HEADING) {
			heading = words;
			continue;
		}
		timing = list_add(view->arena, timings);
		timing->title = words;
		if (timing->title.length == 0)
			timing->title = heading;
		if (timing->title.length == 0 && topic->moved)
			timing->title = escaped(view->arena, text->title);
		timing->locale = section->edition->locale;
		timing->minutes = block->minutes;
		timings->total += block->minutes;
	}
}

/* An article is read before its exercises; who teaches a principle chooses
 * from what many articles say of it. */
static void add_reading(struct handout_timings *timings,
    const struct view *view, const struct handout_item *item)
{
	const struct edition *edition = item->edition;
	struct handout_timing *timing;
	size_t minutes;

	if (edition == NULL)
		return;
	minutes = reading_minutes(edition->locale->tag,
	    edition->document.word_count, edition->document.syllable_count);
	if (minutes == 0)
		return;
	timing = list_add(view->arena, timings);
	timing->reading = true;
	timing->minutes = minutes;
	timings->total += minutes;
}

struct handout_timings handout_timings_of(const struct view *view,
    const struct handout_item *item)
{
	struct handout_timings timings = { 0 };
	size_t i, j;

	add_reading(&timings, view, item);
	for (i = 0; i < item->part_count; i++)
		for (j = 0; j < item->parts[i].topic_count; j++)
			if (item->parts[i].topics[j].own != NULL)
				add_exercises(&timings, view,
				    &item->parts[i].topics[j]);
	return timings;
}
