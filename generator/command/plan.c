#include "command/plan.h"

#include "base/file.h"

static const struct guide *guide_of(const struct plan *plan)
{
	return &plan->intake->load->guide;
}

struct text intake_base(const struct guide *guide, size_t locale)
{
	const struct configuration_locales *locales =
	    &guide->configuration.locales;

	return locale < locales->count
	    ? locales->items[locale].derived_from.text
	    : (struct text){ 0 };
}

static const struct locale *base_of(const struct guide *guide, size_t locale)
{
	return guide_locale(guide, intake_base(guide, locale));
}

static void works_find(struct plan *plan, const struct edition *editions,
    size_t count)
{
	struct arena *arena = &plan->intake->load->arena;
	size_t locales = guide_of(plan)->locale_count, i;

	plan->works = arena_array(arena, struct work, count);
	for (i = 0; i < count; i++) {
		const struct edition *edition = &editions[i];
		struct work *work =
		    table_get(&plan->ids, edition->file->id);

		if (work == NULL) {
			work = &plan->works[plan->count++];
			work->files = arena_array(
			    arena, const struct edition *, locales);
			(void)table_put(&plan->ids, arena,
			    edition->file->id, work);
		}
		work->files[edition->locale->index] = edition;
	}
}

/* As guide_assemble will choose it. */
static void original_find(struct work *work, size_t locale_count)
{
	size_t i;

	for (i = 0; i < locale_count; i++) {
		const struct edition *edition = work->files[i];

		if (edition == NULL)
			continue;
		if (edition->origin == EDITION_TRANSLATED)
			work->is_compared = true;
		if (work->original == NULL ||
		    (work->original->origin != EDITION_ORIGINAL &&
			edition->origin == EDITION_ORIGINAL))
			work->original = edition;
	}
}

static bool has_catalog(struct plan *plan, const struct work *work,
    size_t locale)
{
	struct arena *arena = &plan->paths;
	struct text id = work->original->file->id;

	return file_exists(file_path(arena, plan->intake->options->root,
	    text_format(arena, "locales/%.*s/%.*s.po", TEXT_ARGUMENTS(id),
		TEXT_ARGUMENTS(guide_of(plan)->locales[locale]->tag))));
}

/* Most articles of a large guide have no catalog at all. */
static bool has_catalogs(struct plan *plan, const struct work *work)
{
	struct arena *arena = &plan->paths;

	return file_is_folder(file_path(arena, plan->intake->options->root,
	    text_format(arena, "locales/%.*s",
		TEXT_ARGUMENTS(work->original->file->id))));
}

/* Room for the locales of one work. */
struct choice {
	size_t *locales; /* with catalogs, then derived ones */
	size_t count;
};

static bool is_chosen(const struct choice *choice, size_t locale)
{
	size_t i;

	for (i = 0; i < choice->count; i++)
		if (choice->locales[i] == locale)
			return true;
	return false;
}

static void choose(struct choice *choice, struct plan *plan,
    const struct work *work)
{
	const struct guide *guide = guide_of(plan);
	bool searched = has_catalogs(plan, work);
	size_t i;

	choice->count = 0;
	for (i = 0; searched && i < guide->locale_count; i++)
		if (work->files[i] == NULL && base_of(guide, i) == NULL &&
		    has_catalog(plan, work, i))
			choice->locales[choice->count++] = i;
	for (i = 0; i < guide->locale_count; i++) {
		const struct locale *base = base_of(guide, i);

		if (base != NULL && work->files[i] == NULL &&
		    (work->files[base->index] != NULL ||
			is_chosen(choice, base->index)))
			choice->locales[choice->count++] = i;
	}
	arena_reset(&plan->paths);
}

/* The edition in a locale: with a file, or to be made. */
static const struct edition *edition_in(const struct work *work,
    const struct locale *locale)
{
	size_t i;

	for (i = 0; i < work->count; i++)
		if (work->made[i].locale == locale)
			return &work->made[i];
	return work->files[locale->index];
}

static void begin(const struct plan *plan, struct work *work, size_t locale)
{
	const struct guide *guide = guide_of(plan);
	const struct locale *base = base_of(guide, locale);
	const struct edition *source =
	    base != NULL ? edition_in(work, base) : work->original;
	struct edition *edition = &work->made[work->count++];

	edition->locale = guide->locales[locale];
	edition->source = source;
	edition->file = source->file;
	edition->withheld = true; /* until it is done */
	edition->origin = base != NULL ? EDITION_DERIVED : EDITION_CATALOG;
}

/* Lets a work begin at a place of the array into which the editions have
 * moved. */
static void settle(const struct plan *plan, struct work *work,
    const struct edition *editions, struct edition *moved,
    struct edition *made)
{
	size_t count = work->count, i;

	work->original = &moved[work->original - editions];
	for (i = 0; i < guide_of(plan)->locale_count; i++)
		if (work->files[i] != NULL)
			work->files[i] = &moved[work->files[i] - editions];
	work->made = made;
	work->count = 0;
	for (i = 0; i < count; i++)
		begin(plan, work, work->locales[i]);
}

struct edition *plan_make(struct plan *plan, const struct edition *editions,
    size_t *count)
{
	struct arena *arena = &plan->intake->load->arena;
	size_t locale_count = guide_of(plan)->locale_count;
	struct choice choice = { .locales = arena_array(
				     arena, size_t, locale_count) };
	struct edition *all;
	size_t total = *count, i;

	works_find(plan, editions, *count);
	for (i = 0; i < plan->count; i++) {
		struct work *work = &plan->works[i];

		original_find(work, locale_count);
		choose(&choice, plan, work);
		work->count = choice.count;
		if (choice.count > 0)
			work->locales = arena_copy(arena, choice.locales,
			    choice.count * sizeof(*choice.locales));
		total += choice.count;
	}
	all = arena_array(arena, struct edition, total);
	for (i = 0; i < *count; i++)
		all[i] = editions[i];
	total = *count;
	for (i = 0; i < plan->count; i++) {
		settle(plan, &plan->works[i], editions, all, &all[total]);
		total += plan->works[i].count;
	}
	*count = total;
	arena_release(&plan->paths);
	return all;
}
