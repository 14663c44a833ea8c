#include "command/handout_choice.h"

#include "command/options.h"

struct choosing {
	struct handout *handout;
	struct handout_choice *items;
	struct arena *arena;
	struct report *report;
	const struct guide *guide;
	bool fine;
};

static void usage_report(struct choosing *choosing, const char *problem)
{
	report_add(choosing->report, MESSAGE_USAGE, place_nowhere(),
	    text_from(problem), TEXT("handout"));
	choosing->fine = false;
}

/* Tags with commas: of all locales, or of those that have the article. */
static struct text tags_list(struct choosing *choosing,
    const struct article *article)
{
	const struct guide *guide = choosing->guide;
	struct text list = { 0 };
	size_t i;

	for (i = 0; i < guide->locale_count; i++) {
		if (article != NULL && article->editions[i] == NULL)
			continue;
		list = text_format(choosing->arena, "%.*s%s%.*s",
		    TEXT_ARGUMENTS(list), list.length > 0 ? ", " : "",
		    TEXT_ARGUMENTS(guide->locales[i]->tag));
	}
	return list;
}

static const struct locale *locale_choose(struct choosing *choosing,
    const char *tag)
{
	const struct guide *guide = choosing->guide;
	const struct locale *locale = guide_locale(guide, text_from(tag));
	struct text *tags;
	size_t i;

	if (locale != NULL)
		return locale;
	tags = arena_array(choosing->arena, struct text, guide->locale_count);
	for (i = 0; i < guide->locale_count; i++)
		tags[i] = guide->locales[i]->tag;
	report_add(choosing->report, MESSAGE_HANDOUT_LOCALE, place_nowhere(),
	    text_from(tag), tags_list(choosing, NULL),
	    text_nearest(text_from(tag), tags, guide->locale_count));
	choosing->fine = false;
	return NULL;
}

/* The only language need not be named. */
static void locales_choose(struct choosing *choosing,
    const struct options *options)
{
	struct handout *handout = choosing->handout;

	if (options->locale != NULL)
		handout->locale = locale_choose(choosing, options->locale);
	else if (choosing->guide->locale_count == 1)
		handout->locale = choosing->guide->locales[0];
	else
		usage_report(choosing,
		    text_format(choosing->arena,
			"say in which language, with --locale and one of %.*s",
			TEXT_ARGUMENTS(tags_list(choosing, NULL))).at);
	if (options->with == NULL)
		return;
	handout->with = locale_choose(choosing, options->with);
	if (handout->with != NULL && handout->with == handout->locale)
		usage_report(choosing, "--with needs another language than "
				       "--locale");
}

static void choice_add(struct choosing *choosing,
    struct handout_choice choice)
{
	struct handout *handout = choosing->handout;
	size_t i;

	for (i = 0; i < handout->choice_count; i++)
		if (choosing->items[i].article == choice.article &&
		    choosing->items[i].principle == choice.principle)
			return;
	choosing->items[handout->choice_count++] = choice;
}

static bool article_has(const struct article *article,
    const struct locale *locale)
{
	return locale == NULL || article->editions[locale->index] != NULL;
}

static void edition_require(struct choosing *choosing,
    const struct article *article, const struct locale *locale)
{
	if (article_has(article, locale))
		return;
	report_add(choosing->report, MESSAGE_HANDOUT_EDITION, place_nowhere(),
	    article->id, locale->tag, tags_list(choosing, article));
	choosing->fine = false;
}

/* The nearest of count ids. */
static struct text id_near(struct choosing *choosing, struct text id,
    bool principle)
{
	const struct guide *guide = choosing->guide;
	size_t count =
	    principle ? guide->principle_count : guide->article_count;
	struct text *ids = arena_array(choosing->arena, struct text, count);
	size_t i;

	for (i = 0; i < count; i++)
		ids[i] = principle ? guide->principles[i].entry->id.text
				   : guide->articles[i].id;
	return text_nearest(id, ids, count);
}

static void article_choose(struct choosing *choosing, struct text id)
{
	const struct article *article = guide_article(choosing->guide, id);

	if (article == NULL) {
		report_add(choosing->report, MESSAGE_HANDOUT_ARTICLE,
		    place_nowhere(), id, id_near(choosing, id, false));
		choosing->fine = false;
		return;
	}
	edition_require(choosing, article, choosing->handout->locale);
	edition_require(choosing, article, choosing->handout->with);
	choice_add(choosing, (struct handout_choice){ .article = article });
}

static void principle_choose(struct choosing *choosing, struct text id)
{
	const struct principle *principle =
	    guide_principle(choosing->guide, id);

	if (principle != NULL) {
		choice_add(choosing,
		    (struct handout_choice){ .principle = principle });
		return;
	}
	report_add(choosing->report, MESSAGE_HANDOUT_PRINCIPLE,
	    place_nowhere(), id, id_near(choosing, id, true));
	choosing->fine = false;
}

/* Every article that is there in the languages wanted. */
static void all_choose(struct choosing *choosing)
{
	const struct guide *guide = choosing->guide;
	const struct handout *handout = choosing->handout;
	size_t i;

	for (i = 0; i < guide->article_count; i++)
		if (article_has(&guide->articles[i], handout->locale) &&
		    article_has(&guide->articles[i], handout->with))
			choice_add(choosing,
			    (struct handout_choice){
				.article = &guide->articles[i] });
}

static void choices_read(struct choosing *choosing,
    const struct options *options)
{
	size_t i;

	for (i = 0; i < options->choices.count; i++) {
		const struct option_choice *choice =
		    &options->choices.items[i];

		switch (choice->kind) {
		case CHOICE_ARTICLE:
			article_choose(choosing, text_from(choice->id));
			break;
		case CHOICE_PRINCIPLE:
			principle_choose(choosing, text_from(choice->id));
			break;
		case CHOICE_ALL:
			all_choose(choosing);
			break;
		}
	}
	if (choosing->fine && choosing->handout->choice_count == 0)
		usage_report(choosing, "say what the handout holds, with "
				       "--article ID, --principle ID or "
				       "--all");
}

bool handout_choose(struct handout *handout, struct arena *arena,
    struct report *report, const struct guide *guide,
    const struct options *options)
{
	struct choosing choosing = {
		.handout = handout,
		.arena = arena,
		.report = report,
		.guide = guide,
		.fine = true,
	};

	*handout = (struct handout){
		.exercises = !options->no_exercises,
		.lines = !options->no_lines,
		.facilitator = !options->no_facilitator,
		.large = options->large,
	};
	choosing.items = arena_array(arena, struct handout_choice,
	    options->choices.count + guide->article_count);
	handout->choices = choosing.items;
	locales_choose(&choosing, options);
	choices_read(&choosing, options);
	return choosing.fine;
}
