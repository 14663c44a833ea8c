/*
 * The table of commands, and the way into the program.
 */
#include "command/options.h"

#include <stdio.h>
#include <string.h>

static const struct command commands[] = {
	{ "build", "[--root DIR] [--output DIR] [--base-url URL] [--jobs N] "
		   "[--drafts] [--strict] [--quiet] [--json]",
	    "build the site", 0, 0, command_build },
	{ "check", "[--root DIR] [--base-url URL] [--drafts] [--strict] "
		   "[--quiet] [--json]",
	    "find everything that is wrong, without writing", 0, 0,
	    command_check },
	{ "handout", "[--root DIR] [--base-url URL] [--drafts] --locale TAG "
		     "[--with TAG] [--article ID]... [--principle ID]... "
		     "[--all] [--large] [--no-exercises] [--no-lines] "
		     "[--no-facilitator] [--browser PATH] [--strict] "
		     "[--quiet] [--json] -o FILE.html|FILE.pdf",
	    "make one document of chosen articles and principles, to print",
	    0, 0, command_handout },
	{ "init", "DIR", "write a small guide to start from", 1, 1,
	    command_init },
	{ "locale", "update | status [--date DATE] [--json] | add TAG | "
		    "accept LOCALE ID [MESSAGE] [--root DIR] [--quiet]",
	    "keep the translators' catalogs current", 1, 4, command_locale },
	{ "render", "[--commonmark | --raw-html] [--strict] [--quiet] "
		    "[--json] FILE|-",
	    "print the HTML of one document, without a guide", 1, 1,
	    command_render },
	{ "search", "[--root DIR] [--output DIR] [--locale TAG] [--limit N] "
		    "[--json] QUERY... | --batch",
	    "search a site that is built", 0, SIZE_MAX, command_search },
	{ "help", "[COMMAND]", "say what a command does", 0, 1,
	    command_help },
	{ NULL, NULL, NULL, 0, 0, NULL },
};

static const struct command *command_find(const char *name)
{
	const struct command *command;

	for (command = commands; command->name != NULL; command++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

static void unknown_report(struct report *report, struct arena *arena,
    const char *name)
{
	struct text names[16], near;
	size_t count = 0;

	for (; commands[count].name != NULL; count++)
		names[count] = text_from(commands[count].name);
	near = text_nearest(text_from(name), names, count);
	report_add(report, MESSAGE_USAGE, place_nowhere(),
	    near.length > 0
		? text_format(arena, "there is no command '%s', "
				     "perhaps '%.*s'",
		      name, TEXT_ARGUMENTS(near))
		: text_format(arena, "there is no command '%s'", name),
	    near);
}

int main(int count, char **arguments)
{
	const char *name = count > 1 ? arguments[1] : "help";
	const struct command *command;
	struct options options = { .root = "." };
	struct report report = { 0 };
	struct arena arena = { 0 };
	int status;

	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
		name = "help";
	command = command_find(name);
	if (command == NULL) {
		unknown_report(&report, &arena, name);
	} else if (options_read(&options, &arena, &report, name,
		       count > 2 ? count - 2 : 0, arguments + 2) &&
	    !options.help &&
	    (options.argument_count < command->least ||
		options.argument_count > command->most)) {
		report_add(&report, MESSAGE_USAGE, place_nowhere(),
		    text_format(&arena, "write 'opas %s %s'", name,
			command->usage),
		    text_from(name));
	}
	options.commands = commands;
	if (report.count > 0) {
		status = options_finish(&options, &report);
	} else if (options.help) {
		options.arguments = &name;
		options.argument_count = 1;
		status = command_help(&options);
	} else {
		report_release(&report);
		status = command->run(&options);
	}
	arena_release(&arena);
	return status;
}
