/*
 * The options of the command line, which may stand before and after a
 * command's arguments.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include "base/report.h"

struct command;

/* What a handout is to hold, in the order of the options. */
struct option_choice {
	enum option_choice_kind {
		CHOICE_ARTICLE,   /* --article ID */
		CHOICE_PRINCIPLE, /* --principle ID */
		CHOICE_ALL        /* --all: every article */
	} kind;
	const char *id; /* NULL with --all */
};

struct options {
	const struct command *commands; /* all of the program, for help; the
	                                   last has no name */
	const char *root;     /* --root DIR: the guide; "." */
	const char *output;   /* --output DIR, -o FILE; NULL: ROOT/site */
	const char *base_url; /* --base-url URL; NULL: as configured */
	size_t jobs;          /* --jobs N; 0: as many as there are cores */
	bool drafts;          /* --drafts: with unfinished articles */
	bool commonmark;      /* --commonmark: nothing but CommonMark */
	const char *locale;   /* --locale TAG: in which language */
	const char *with;     /* --with TAG: and which one beside it */
	const char *browser;  /* --browser PATH: prints PDF; NULL: any */
	struct {
		struct option_choice *items;
		size_t count;
		size_t capacity;
	} choices;            /* --article ID, --principle ID, --all */
	bool large;           /* --large: print of 18 points */
	bool no_exercises;    /* --no-exercises */
	bool no_lines;        /* --no-lines: for notes */
	bool no_facilitator;  /* --no-facilitator: without that page */
	const char *date;     /* --date YYYY-MM-DD: instead of today */
	size_t limit;         /* --limit N: of results; 0: all */
	bool batch;           /* --batch: queries from standard input */
	bool raw_html;        /* --raw-html: keep it, without a guide */
	struct report_style style; /* --quiet, --json, --strict */
	bool help;            /* --help */
	const char **arguments; /* what is no option; NULL at the end */
	size_t argument_count;
};

/* One command of the program. */
struct command {
	const char *name;
	const char *usage; /* its arguments and options, for help */
	const char *purpose;
	size_t least, most; /* how many arguments it takes */
	/* Runs it and returns the exit status. */
	int (*run)(const struct options *options);
};

/* Reads the arguments after the command's name into options, whose memory is
 * the arena's; commands stays NULL. False after reporting what is wrong with
 * them. */
bool options_read(struct options *options, struct arena *arena,
    struct report *report, const char *command, int count, char **arguments);

/* ROOT/site, or what --output says. */
const char *options_output(const struct options *options,
    struct arena *arena);

/* Prints the report on standard error, and gives the exit status. */
int options_finish(const struct options *options, struct report *report);

int command_build(const struct options *options);
int command_check(const struct options *options);
int command_handout(const struct options *options);
int command_help(const struct options *options);
int command_init(const struct options *options);
int command_locale(const struct options *options);
int command_render(const struct options *options);
int command_search(const struct options *options);

#endif
