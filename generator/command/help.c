/* opas help: what each command does. */
#include "command/options.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *option, *meaning;
} meanings[] = {
	{ "--root DIR", "the guide's folder; here if not given" },
	{ "--output DIR", "where the site goes; ROOT/site if not given" },
	{ "--base-url URL", "where the site will be, instead of base_url" },
	{ "--jobs N", "threads; as many as cores if not given" },
	{ "--locale TAG", "the language of a search or handout" },
	{ "--with TAG", "another language beside it" },
	{ "--article ID", "an article for the handout; may be repeated" },
	{ "--principle ID", "a principle for it; may be repeated" },
	{ "--all", "every article for it" },
	{ "--large", "large print, of 18 points" },
	{ "--no-exercises", "leave exercises out" },
	{ "--no-lines", "leave the lines for notes out" },
	{ "--no-facilitator", "leave the facilitator's page out" },
	{ "--browser PATH", "what prints PDF; any Chromium if not given" },
	{ "-o FILE", "where the handout goes" },
	{ "--date DATE", "count days up to this one, 2026-11-21, not today" },
	{ "--limit N", "results at most, 0 for all; 20 if not given" },
	{ "--batch", "answer queries of standard input, one a line" },
	{ "--drafts", "build articles that are marked as drafts too" },
	{ "--commonmark", "render as CommonMark says, and nothing more" },
	{ "--raw-html", "render raw HTML as it stands, not leave it out" },
	{ "--strict", "warnings count as errors" },
	{ "--quiet", "print errors only" },
	{ "--json", "print messages as one JSON object a line, results as a "
		    "list" },
};

static void overview(const struct command *command)
{
	size_t i;

	printf("usage: opas COMMAND [OPTIONS]\n\n");
	for (; command->name != NULL; command++)
		printf("  %-8s %s\n", command->name, command->purpose);
	printf("\noptions:\n");
	for (i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
		printf("  %-16s %s\n", meanings[i].option,
		    meanings[i].meaning);
	printf("\nexit status: 0 done, 1 errors in the content, "
	       "2 usage or environment\n");
}

int command_help(const struct options *options)
{
	const struct command *command = options->commands;

	if (options->argument_count == 0) {
		overview(options->commands);
		return 0;
	}
	while (command->name != NULL &&
	    strcmp(command->name, options->arguments[0]) != 0)
		command++;
	if (command->name == NULL) {
		overview(options->commands);
		return 2;
	}
	printf("usage: opas %s %s\n%s\n", command->name, command->usage,
	    command->purpose);
	return 0;
}
