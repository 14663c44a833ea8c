/*
 * opas locale update: writes the templates of the catalogs (POT) and brings
 * each locale's catalog (PO) up to them with gettext's own msgmerge.
 */
#include "command/extract.h"
#include "command/options.h"

#include "base/file.h"
#include "base/process.h"

#include <errno.h>
#include <string.h>

struct update {
	struct arena arena;
	struct report report;
	const char *root;
	const struct guide *guide;
};

/* Runs a program of gettext whose standard output is wanted. */
static bool run(struct update *update, struct buffer *output,
    const char *const *arguments)
{
	struct buffer errors = { 0 };
	int status = 0;
	bool started = process_run(&status, output, &errors, arguments);

	if (!started)
		report_add(&update->report, MESSAGE_PROGRAM_MISSING,
		    place_nowhere(), text_from(arguments[0]),
		    text_from(strerror(errno)));
	else if (status != 0)
		report_add(&update->report, MESSAGE_PROGRAM_FAILED,
		    place_nowhere(), text_from(arguments[0]),
		    text_format(&update->arena, "%d", status),
		    text_trim(buffer_copy(&errors, &update->arena)));
	buffer_release(&errors);
	return started && status == 0;
}

/* Replaces a file unless it holds the bytes already. */
static bool put(struct update *update, const char *path, struct text bytes)
{
	if (file_holds(path, bytes) || file_replace(path, bytes))
		return true;
	report_add(&update->report, MESSAGE_OUTPUT_UNWRITABLE,
	    place_nowhere(), text_from(path), text_from(strerror(errno)));
	return false;
}

/* A language as gettext spells it: pt_BR, sr@latin. */
static const char *gettext_name(struct arena *arena, struct text tag)
{
	static const struct {
		const char *tag, *name;
	} scripts[] = { { "Latn", "latin" }, { "Cyrl", "cyrillic" } };
	size_t hyphen = text_find_char(tag, '-', 0), i;
	struct text language, rest;

	if (hyphen == TEXT_NONE)
		return text_string(arena, tag);
	language = text_slice(tag, 0, hyphen);
	rest = text_after(tag, hyphen + 1);
	for (i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		if (text_equal_string(rest, scripts[i].tag))
			return text_format(arena, "%.*s@%s",
			    TEXT_ARGUMENTS(language), scripts[i].name).at;
	return text_format(arena, "%.*s_%.*s", TEXT_ARGUMENTS(language),
	    TEXT_ARGUMENTS(rest)).at;
}

/* The Plural-Forms header that gettext knows for a language. */
static bool plural_header(struct update *update, struct text *header,
    const char *template, const char *language)
{
	const char *const arguments[] = { "msginit", "--no-translator",
		"--no-wrap", "-l", language, "-i", template, "-o", "-", NULL };
	struct buffer output = { 0 };
	struct text text;
	size_t at;

	if (!run(update, &output, arguments)) {
		buffer_release(&output);
		return false;
	}
	text = buffer_copy(&output, &update->arena);
	buffer_release(&output);
	at = text_find(text, TEXT("\"Plural-Forms: "), 0);
	*header = at == TEXT_NONE
	    ? TEXT("\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"")
	    : text_slice(text, at, text_find_char(text, '\n', at) - at);
	return true;
}

/* A catalog that holds nothing but its header. */
static bool catalog_create(struct update *update, const char *path,
    const char *template, const char *component, struct text tag)
{
	const char *language = gettext_name(&update->arena, tag);
	struct text plural = { 0 };

	if (!plural_header(update, &plural, template, language))
		return false;
	return put(update, path,
	    text_format(&update->arena,
		"msgid \"\"\nmsgstr \"\"\n"
		"\"Project-Id-Version: %s\\n\"\n"
		"\"Report-Msgid-Bugs-To: \\n\"\n"
		"\"Language: %s\\n\"\n"
		"\"MIME-Version: 1.0\\n\"\n"
		"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
		"\"Content-Transfer-Encoding: 8bit\\n\"\n%.*s\n",
		component, language, TEXT_ARGUMENTS(plural)));
}

static bool filter(struct update *update, const char *path,
    const char *const *arguments)
{
	struct buffer output = { 0 };
	bool done = run(update, &output, arguments) &&
	    put(update, path, buffer_text(&output));

	buffer_release(&output);
	return done;
}

/* The messages are English, so an English catalog translates itself. */
static bool catalog_update(struct update *update, const char *path,
    const char *template, const char *component, const struct locale *locale)
{
	const struct text tag = locale->tag;
	const char *const merge[] = { "msgmerge", "--quiet", "-N",
		"--previous", "--no-wrap", "--add-location=file", "-o", "-",
		path, template, NULL };
	const char *const fill[] = { "msgen", "--no-wrap",
		"--add-location=file", "-o", "-", path, NULL };

	if (!file_exists(path) &&
	    !catalog_create(update, path, template, component, tag))
		return false;
	if (!filter(update, path, merge))
		return false;
	if (!text_equal(tag, TEXT("en")) && !text_starts(tag, TEXT("en-")))
		return true;
	return filter(update, path, fill);
}

static void component_update(struct update *update, const char *component,
    const struct catalog_messages *messages)
{
	struct arena *arena = &update->arena;
	const char *folder = file_path(arena, update->root,
	    text_format(arena, "locales/%s", component));
	const char *template =
	    file_path(arena, folder, text_format(arena, "%s.pot", component));
	struct buffer bytes = { 0 };
	size_t i;

	if (messages->count == 0)
		return;
	if (!file_make_folder(folder)) {
		report_add(&update->report, MESSAGE_OUTPUT_UNWRITABLE,
		    place_nowhere(), text_from(folder),
		    text_from(strerror(errno)));
		return;
	}
	catalog_write_template(&bytes, component, messages);
	if (put(update, template, buffer_text(&bytes)))
		for (i = 0; i < update->guide->locale_count; i++) {
			const struct locale *locale =
			    update->guide->locales[i];

			if (!catalog_update(update,
				file_path(arena, folder,
				    text_format(arena, "%.*s.po",
					TEXT_ARGUMENTS(locale->tag))),
				template, component, locale))
				break;
		}
	buffer_release(&bytes);
}

/* The program's own tree is the only one whose templates are the interface;
 * those of other guides are overrides, and belong to the guide. */
static bool is_program(struct update *update, const struct load *load)
{
	const char *root = file_real_path(&update->arena, update->root);

	return load->data != NULL && root != NULL &&
	    strcmp(load->data, root) == 0;
}

int command_locale(const struct options *options)
{
	struct update update = { .root = options->root };
	struct load load = { 0 };
	const struct load_options how = { options->root, NULL, true, 1 };
	struct catalog_messages guide = { 0 }, interface = { 0 };
	struct theme theme;
	int status;

	if (strcmp(options->arguments[0], "update") != 0) {
		report_add(&update.report, MESSAGE_USAGE, place_nowhere(),
		    TEXT("opas locale knows 'update'"), TEXT("locale"));
		goto out;
	}
	if (!load_guide(&load, &update.report, &how) ||
	    report_status(&update.report, options->style) != 0)
		goto out;
	if (load.data == NULL) {
		report_add(
		    &update.report, MESSAGE_DATA_MISSING, place_nowhere());
		goto out;
	}
	update.guide = &load.guide;
	theme_open(&theme, &update.arena, options->root,
	    file_path(&update.arena, load.data, TEXT("templates")));
	extract_guide(&guide, &update.arena, &load.guide);
	if (!extract_templates(is_program(&update, &load) ? &interface : &guide,
		&update.arena, &update.report, &theme, theme.own_names,
		theme.own_count))
		goto out;
	extract_scripts(is_program(&update, &load) ? &interface : &guide,
	    &update.arena, &theme);
	if (interface.count > 0)
		extract_defaults(&interface, &update.arena);
	component_update(&update, "guide", &guide);
	component_update(&update, "ui", &interface);
out:
	status = options_finish(options, &update.report);
	arena_release(&update.arena);
	load_release(&load);
	return status;
}
