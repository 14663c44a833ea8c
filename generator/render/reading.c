#include "render/reading.h"

#include "base/list.h"
#include "link/relation.h"

/* Words a minute; 0: they are not parted by blanks. */
static const struct {
	const char *language;
	size_t words;
} speeds[] = {
	{ "ar", 138 }, { "de", 179 }, { "en", 228 }, { "es", 218 },
	{ "fi", 161 }, { "fr", 195 }, { "he", 187 }, { "it", 188 },
	{ "ja", 0 }, { "km", 0 }, { "lo", 0 }, { "my", 0 },
	{ "nl", 202 }, { "pl", 166 }, { "pt", 181 }, { "ru", 184 },
	{ "sl", 180 }, { "sv", 199 }, { "th", 0 }, { "tr", 166 },
	{ "yue", 0 }, { "zh", 0 },
};
enum { MEAN_WORDS = 184, MEAN_SYLLABLES = 370 };

size_t reading_minutes(struct text language, size_t words, size_t syllables)
{
	size_t hyphen = text_find_char(language, '-', 0);
	size_t speed = MEAN_WORDS, minutes, i;

	if (hyphen != TEXT_NONE)
		language = text_slice(language, 0, hyphen);
	for (i = 0; i < sizeof(speeds) / sizeof(*speeds); i++)
		if (text_equal_string(language, speeds[i].language))
			speed = speeds[i].words;
	if (syllables > words) {
		words = syllables;
		speed = MEAN_SYLLABLES;
	}
	if (speed == 0 || words == 0)
		return 0;
	minutes = (words + speed / 2) / speed;
	return minutes > 0 ? minutes : 1;
}

struct ranked {
	const struct section *section;
	size_t score;
	bool taken;
};

struct ranking {
	struct ranked *items;
	size_t count, capacity;
};

static void ranking_add(struct ranking *ranking, struct arena *arena,
    const struct section *section, size_t score)
{
	size_t i;

	for (i = 0; i < ranking->count; i++)
		if (ranking->items[i].section == section) {
			ranking->items[i].score += score;
			return;
		}
	*list_add(arena, ranking) = (struct ranked){ section, score, false };
}

static size_t taken_of(const struct ranking *ranking,
    const struct article *article)
{
	size_t count = 0, i;

	for (i = 0; i < ranking->count; i++)
		count += ranking->items[i].taken &&
		    ranking->items[i].section->edition->article == article;
	return count;
}

/* The best that is left; NULL if there is none. */
static struct ranked *ranking_best(const struct ranking *ranking)
{
	struct ranked *best = NULL;
	size_t i;

	for (i = 0; i < ranking->count; i++) {
		struct ranked *item = &ranking->items[i];

		if (!item->taken &&
		    (best == NULL || item->score > best->score) &&
		    taken_of(ranking, item->section->edition->article) <
			READING_RELATED_OF_ONE)
			best = item;
	}
	return best;
}

size_t reading_related(const void ***sections, const struct view *view,
    const struct edition *edition)
{
	const struct edition *source = view_source(view, edition);
	const void **items =
	    arena_array(view->arena, const void *, READING_RELATED);
	struct ranking ranking = { 0 };
	size_t count = 0, i, j;

	for (i = 0; i < source->section_count; i++)
		for (j = 0; j < source->sections[i].related_count; j++)
			ranking_add(&ranking, view->arena,
			    source->sections[i].related[j],
			    RELATION_LIMIT - j);
	while (count < READING_RELATED) {
		struct ranked *best = ranking_best(&ranking);

		if (best == NULL)
			break;
		best->taken = true;
		items[count++] = view_section_for(view, best->section);
	}
	*sections = items;
	return count;
}

void reading_compare(struct slot_value *value, const struct view *view,
    const struct locale *other)
{
	const struct page *page = view->page;
	const struct edition *edition = page->object;
	struct text path;

	value->absent = true;
	if (other == view->locale)
		return;
	if (page->kind == PAGE_ARTICLE &&
	    edition->article->editions[other->index] != NULL)
		path = address_edition(view->arena, edition);
	else if (page->kind == PAGE_PRINCIPLE)
		path = address_principle(
		    view->arena, view->locale, page->object);
	else
		return;
	value->absent = false;
	value_path(value, view,
	    address_fixed(view->arena, view->locale, "compare"));
	value->text = text_format(view->arena, "%.*s?page=%.*s&with=%.*s",
	    TEXT_ARGUMENTS(value->text),
	    TEXT_ARGUMENTS(text_after(path, view->locale->tag.length + 1)),
	    TEXT_ARGUMENTS(other->tag));
}
