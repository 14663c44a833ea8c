/* opas locale: what translators need; each word has its own file. */
#include "command/locale.h"

#include "command/translating.h"

#include <string.h>

struct verb {
	const char *name;
	const char *usage;
	size_t least, most; /* arguments behind the word */
	bool opens;         /* works on the guide as it is */
	void (*run)(struct translating *translating);
};

static const struct verb verbs[] = {
	{ "update", "update", 0, 0, true, locale_update },
	{ "status", "status [--json]", 0, 0, true, locale_status },
	{ "add", "add TAG", 1, 1, false, locale_add },
	{ "accept", "accept LOCALE ID [MESSAGE]", 2, 3, true, locale_accept },
};
enum { VERB_COUNT = sizeof(verbs) / sizeof(verbs[0]) };

static const struct verb *verb_find(const char *name)
{
	size_t i;

	for (i = 0; i < VERB_COUNT; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return NULL;
}

static void unknown_report(struct translating *translating, const char *name)
{
	struct text names[VERB_COUNT], near;
	size_t i;

	for (i = 0; i < VERB_COUNT; i++)
		names[i] = text_from(verbs[i].name);
	near = text_nearest(text_from(name), names, VERB_COUNT);
	report_add(&translating->report, MESSAGE_USAGE, place_nowhere(),
	    text_format(&translating->arena,
		"opas locale knows 'update', 'status', 'add' and 'accept', "
		"not '%s'%s%.*s%s", name,
		near.length > 0 ? "; perhaps '" : "", TEXT_ARGUMENTS(near),
		near.length > 0 ? "'" : ""),
	    TEXT("locale"));
}

int command_locale(const struct options *options)
{
	struct translating translating = { .options = options };
	const struct verb *verb = verb_find(options->arguments[0]);
	int status;

	if (verb == NULL)
		unknown_report(&translating, options->arguments[0]);
	else if (options->argument_count < verb->least + 1 ||
	    options->argument_count > verb->most + 1)
		report_add(&translating.report, MESSAGE_USAGE,
		    place_nowhere(),
		    text_format(&translating.arena,
			"write 'opas locale %s'", verb->usage),
		    TEXT("locale"));
	else if (!verb->opens || translating_open(&translating))
		verb->run(&translating);
	status = options_finish(options, &translating.report);
	arena_release(&translating.arena);
	load_release(&translating.load);
	return status;
}
