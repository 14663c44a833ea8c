#include "model/guide.h"

#include "base/list.h"
#include "read/id.h"

#include <stdlib.h>

struct assembly {
	struct guide *guide;
	struct arena *arena;
	struct report *report;
	struct text *principle_ids;
};

static void principles_add(struct assembly *assembly,
    const struct principle_entry *entries, size_t count)
{
	struct guide *guide = assembly->guide;
	size_t i;

	guide->principles =
	    arena_array(assembly->arena, struct principle, count);
	guide->principle_count = count;
	assembly->principle_ids =
	    arena_array(assembly->arena, struct text, count);
	for (i = 0; i < count; i++) {
		guide->principles[i].entry = &entries[i];
		guide->principles[i].index = i;
		assembly->principle_ids[i] = entries[i].id.text;
		(void)table_put(&guide->principle_ids, assembly->arena,
		    entries[i].id.text, &guide->principles[i]);
	}
}

static void section_teach(struct assembly *assembly, struct section *section,
    struct text id, struct place place, size_t capacity)
{
	const struct principle *principle =
	    guide_principle(assembly->guide, id);
	size_t i;

	if (principle == NULL) {
		report_add(assembly->report, MESSAGE_PRINCIPLE_UNKNOWN, place,
		    id,
		    text_nearest(id, assembly->principle_ids,
			assembly->guide->principle_count));
		return;
	}
	for (i = 0; i < section->principle_count; i++)
		if (section->principles[i] == principle)
			return;
	if (section->principles == NULL)
		section->principles = arena_array(
		    assembly->arena, const struct principle *, capacity);
	section->principles[section->principle_count++] = principle;
}

/* Principles of the front matter hold for the article's first section, the
 * introduction if there is one; without any they are only checked. */
static void sections_make(struct assembly *assembly, struct edition *edition)
{
	const struct document *document = &edition->document;
	const struct field_texts *wide = &edition->matter.principles;
	struct section nowhere = { 0 };
	size_t i, j;

	edition->section_count = document->section_count;
	edition->sections = arena_array(
	    assembly->arena, struct section, document->section_count);
	for (i = 0; i < document->section_count; i++) {
		const struct section_text *text = &document->sections[i];
		struct section *section = &edition->sections[i];

		section->text = text;
		section->edition = edition;
		for (j = 0; j < text->annotation_count; j++)
			section_teach(assembly, section,
			    text->annotations[j].id,
			    text->annotations[j].place,
			    text->annotation_count + wide->count);
	}
	for (j = 0; j < wide->count; j++)
		section_teach(assembly,
		    edition->section_count > 0 ? edition->sections : &nowhere,
		    wide->items[j].text, wide->items[j].place,
		    wide->count);
}

/* What a translation says of its source must be true of this guide. */
static void source_check(struct assembly *assembly,
    const struct edition *edition)
{
	const struct field_text *from = &edition->matter.translated_from;
	const struct guide *guide = assembly->guide;
	struct text *tags;
	size_t i;

	if (from->text.length == 0 || guide_locale(guide, from->text) != NULL)
		return;
	tags = arena_array(assembly->arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++)
		tags[i] = guide->locales[i]->tag;
	report_add(assembly->report, MESSAGE_LOCALE_UNKNOWN, from->place,
	    from->text, text_nearest(from->text, tags, guide->locale_count));
}

static void title_choose(struct assembly *assembly, struct edition *edition)
{
	const struct place whole = { &edition->file->source, PLACE_FILE };

	edition->title = edition->matter.title.text;
	if (edition->title.length == 0)
		edition->title = edition->document.title;
	if (edition->title.length == 0 && !edition->matter.broken)
		report_add(assembly->report, MESSAGE_TITLE_MISSING, whole);
}

static void tag_add(struct assembly *assembly, const struct article *article,
    const struct field_text *given)
{
	struct guide *guide = assembly->guide;
	struct text name = given->text;
	struct tag *tag = table_get(&guide->tag_names, name);

	if (tag == NULL) {
		tag = arena_new(assembly->arena, struct tag);
		tag->name = name;
		tag->place = given->place;
		tag->slug = id_suggestion(assembly->arena, name);
		if (tag->slug.length == 0)
			tag->slug = text_format(assembly->arena, "tag-%08x",
			    (unsigned)(table_hash(name) & 0xffffffff));
		(void)table_put(
		    &guide->tag_names, assembly->arena, name, tag);
		guide->tag_count++;
	}
	if (tag->article_count > 0 &&
	    tag->articles[tag->article_count - 1] == article)
		return;
	if ((tag->article_count & (tag->article_count + 1)) == 0) {
		/* Grown to the next power of two, less one. */
		size_t capacity = tag->article_count * 2 + 1;
		const struct article **grown = arena_array(assembly->arena,
		    const struct article *, capacity);
		size_t i;

		for (i = 0; i < tag->article_count; i++)
			grown[i] = tag->articles[i];
		tag->articles = grown;
	}
	tag->articles[tag->article_count++] = article;
}

static int tag_order(const void *a, const void *b)
{
	const struct tag *x = a, *y = b;
	int order = text_compare(x->slug, y->slug);

	return order != 0 ? order : text_compare(x->name, y->name);
}

/* Tags are found by name while they are gathered, and then sorted. */
static void tags_make(struct assembly *assembly)
{
	struct guide *guide = assembly->guide;
	size_t i, j, k, count = 0;

	for (i = 0; i < guide->article_count; i++) {
		const struct article *article = &guide->articles[i];

		for (j = 0; j < guide->locale_count; j++) {
			const struct edition *edition = article->editions[j];

			if (edition == NULL)
				continue;
			for (k = 0; k < edition->matter.tags.count; k++)
				tag_add(assembly, article,
				    &edition->matter.tags.items[k]);
		}
	}
	guide->tags = arena_array(assembly->arena, struct tag,
	    guide->tag_count);
	for (i = 0; i < guide->tag_names.capacity; i++)
		if (guide->tag_names.entries[i].value != NULL)
			guide->tags[count++] = *(const struct tag *)
			    guide->tag_names.entries[i].value;
	qsort(guide->tags, count, sizeof(*guide->tags), tag_order);
	for (i = 0; i < count; i++)
		(void)table_put(&guide->tag_names, assembly->arena,
		    guide->tags[i].name, &guide->tags[i]);
}

static int article_order(const void *a, const void *b)
{
	const struct article *x = a, *y = b;
	int x_weight = x->original->matter.weight;
	int y_weight = y->original->matter.weight;

	if (x_weight != y_weight)
		return x_weight < y_weight ? -1 : 1;
	return text_compare(x->id, y->id);
}

static struct article *article_for(struct assembly *assembly, struct text id)
{
	struct guide *guide = assembly->guide;
	struct article *article = table_get(&guide->article_ids, id);

	if (article != NULL)
		return article;
	article = &guide->articles[guide->article_count++];
	article->id = id;
	article->editions = arena_array(
	    assembly->arena, const struct edition *, guide->locale_count);
	article->withheld = arena_array(
	    assembly->arena, const struct edition *, guide->locale_count);
	(void)table_put(&guide->article_ids, assembly->arena, id, article);
	return article;
}

static void original_choose(struct article *article, size_t locale_count)
{
	size_t i;

	for (i = 0; i < locale_count; i++) {
		const struct edition *edition = article->editions[i];

		if (edition == NULL || edition->origin > EDITION_TRANSLATED)
			continue;
		if (edition->origin == EDITION_ORIGINAL) {
			article->original = edition;
			return;
		}
		if (article->original == NULL)
			article->original = edition;
	}
}

/* Of a whole-file translation. */
static void source_find(const struct guide *guide, struct edition *edition)
{
	const struct locale *from =
	    guide_locale(guide, edition->matter.translated_from.text);

	if (edition->origin == EDITION_TRANSLATED && from != NULL &&
	    from != edition->locale)
		edition->source = edition->article->editions[from->index];
}

/* Articles move while they are sorted, so editions get theirs at the end. */
static void articles_make(struct assembly *assembly, struct edition *editions,
    size_t count)
{
	struct guide *guide = assembly->guide;
	size_t i;

	guide->articles = arena_array(assembly->arena, struct article, count);
	for (i = 0; i < count; i++) {
		const struct edition *edition = &editions[i];
		struct article *article =
		    article_for(assembly, edition->file->id);

		(edition->withheld ? article->withheld
				   : article->editions)
		    [edition->locale->index] = edition;
	}
	for (i = 0; i < guide->article_count; i++)
		original_choose(&guide->articles[i], guide->locale_count);
	qsort(guide->articles, guide->article_count,
	    sizeof(*guide->articles), article_order);
	for (i = 0; i < guide->article_count; i++) {
		guide->articles[i].index = i;
		(void)table_put(&guide->article_ids, assembly->arena,
		    guide->articles[i].id, &guide->articles[i]);
	}
	for (i = 0; i < count; i++) {
		editions[i].article =
		    guide_article(guide, editions[i].file->id);
		source_find(guide, &editions[i]);
	}
}

/* Counts first, then fills: a principle may have very many sections. */
static void lessons_count(struct assembly *assembly, struct article *article)
{
	const struct edition *edition = article->original;
	struct guide *guide = assembly->guide;
	size_t i, j;
	size_t *counts = arena_array(
	    assembly->arena, size_t, guide->principle_count);

	for (i = 0; i < edition->section_count; i++) {
		const struct section *section = &edition->sections[i];

		for (j = 0; j < section->principle_count; j++)
			counts[section->principles[j]->index]++;
	}
	for (i = 0; i < guide->principle_count; i++)
		article->lesson_count += counts[i] > 0;
	article->lessons = arena_array(
	    assembly->arena, struct lesson, article->lesson_count);
	for (i = 0, j = 0; i < guide->principle_count; i++)
		if (counts[i] > 0) {
			article->lessons[j].principle = &guide->principles[i];
			article->lessons[j++].count = counts[i];
		}
}

static struct lesson *article_lesson(const struct article *article,
    const struct principle *principle)
{
	size_t i = 0;

	while (article->lessons[i].principle != principle)
		i++;
	return &article->lessons[i];
}

/* Visits every pair of a principle and a section of an original that teaches
 * it, by article and locale. */
static void lessons_visit(struct guide *guide,
    void (*visit)(struct guide *guide, const struct principle *principle,
	const struct section *section))
{
	size_t i, j, k, l;

	for (i = 0; i < guide->article_count; i++)
		for (j = 0; j < guide->locale_count; j++) {
			const struct edition *edition =
			    guide->articles[i].editions[j];

			if (edition == NULL || !edition_is_original(edition))
				continue;
			for (k = 0; k < edition->section_count; k++) {
				const struct section *section =
				    &edition->sections[k];

				for (l = 0; l < section->principle_count; l++)
					visit(guide, section->principles[l],
					    section);
			}
		}
}

static void lesson_count(struct guide *guide,
    const struct principle *principle, const struct section *section)
{
	guide->principles[principle->index].section_count++;
	if (section->principles[0] == principle)
		guide->section_count++;
}

static void lesson_add(struct guide *guide, const struct principle *principle,
    const struct section *section)
{
	struct principle *own = &guide->principles[principle->index];
	const struct article *article = section->edition->article;

	if (own->section_count == 0 ||
	    own->sections[own->section_count - 1]->edition->article != article)
		own->article_count++;
	own->sections[own->section_count++] = section;
	if (section->edition == article->original) {
		struct lesson *lesson = article_lesson(article, principle);

		if (lesson->first == NULL)
			lesson->first = section;
	}
}

static void lessons_make(struct assembly *assembly)
{
	struct guide *guide = assembly->guide;
	size_t i;

	for (i = 0; i < guide->article_count; i++)
		lessons_count(assembly, &guide->articles[i]);
	lessons_visit(guide, lesson_count);
	for (i = 0; i < guide->principle_count; i++) {
		struct principle *principle = &guide->principles[i];

		principle->sections = arena_array(assembly->arena,
		    const struct section *, principle->section_count);
		principle->section_count = 0;
	}
	lessons_visit(guide, lesson_add);
	for (i = 0; i < guide->principle_count; i++)
		if (guide->principles[i].section_count == 0)
			report_add(assembly->report,
			    MESSAGE_PRINCIPLE_UNTAUGHT,
			    guide->principles[i].entry->place,
			    guide->principles[i].entry->id.text);
}

void guide_assemble(struct guide *guide, struct arena *arena,
    struct report *report, struct edition *editions, size_t count,
    const struct principle_entry *principles, size_t principle_count)
{
	struct assembly assembly = { guide, arena, report, NULL };
	size_t i;

	principles_add(&assembly, principles, principle_count);
	for (i = 0; i < count; i++) {
		if (editions[i].withheld)
			continue;
		source_check(&assembly, &editions[i]);
		sections_make(&assembly, &editions[i]);
		title_choose(&assembly, &editions[i]);
	}
	articles_make(&assembly, editions, count);
	tags_make(&assembly);
	lessons_make(&assembly);
}
