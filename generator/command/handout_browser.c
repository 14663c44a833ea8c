#include "command/handout_browser.h"

#include "base/file.h"
#include "base/list.h"
#include "base/process.h"

#include <errno.h>
#include <string.h>

/* Names under which the systems that we know of have a Chromium. */
static const char *const programs[] = { "chromium", "chromium-browser",
	"google-chrome", "google-chrome-stable", "microsoft-edge",
	"brave-browser" };
enum { PROGRAM_COUNT = sizeof(programs) / sizeof(programs[0]) };

/* A whole guide is printed in a few; a machine with much else to do may need
 * many. */
enum { SECONDS = 120 };

static struct text programs_list(struct arena *arena)
{
	struct text list = { 0 };
	size_t i;

	for (i = 0; i < PROGRAM_COUNT; i++)
		list = text_format(arena, "%.*s%s%s", TEXT_ARGUMENTS(list),
		    i == 0		   ? ""
			: i + 1 < PROGRAM_COUNT ? ", "
						: " or ",
		    programs[i]);
	return list;
}

bool handout_browser_open(struct handout_browser *browser,
    struct arena *arena, struct report *report, const char *name)
{
	const char *program = NULL, *folder;
	size_t i;

	if (name != NULL)
		program = process_find(arena, name);
	for (i = 0; name == NULL && program == NULL && i < PROGRAM_COUNT; i++)
		program = process_find(arena, programs[i]);
	if (program == NULL) {
		report_add(report, MESSAGE_BROWSER_MISSING, place_nowhere(),
		    name != NULL ? text_from(name) : programs_list(arena));
		return false;
	}
	folder = file_make_temporary(arena);
	if (folder == NULL) {
		report_add(report, MESSAGE_OUTPUT_UNWRITABLE, place_nowhere(),
		    TEXT("the folder for temporary files"),
		    text_from(strerror(errno)));
		return false;
	}
	*browser = (struct handout_browser){ program, folder, SECONDS };
	return true;
}

struct arguments {
	const char **items;
	size_t count;
	size_t capacity;
};

/* The file needs no network, so there is none; what browsers look for when
 * they are new (updates, passwords, services of the desktop) is not wanted. */
static struct arguments arguments_make(struct arena *arena,
    const struct handout_browser *browser, const char *page, const char *sheets)
{
	static const char *const fixed[] = { "--headless", "--disable-gpu",
		"--no-first-run", "--no-default-browser-check",
		"--disable-background-networking",
		"--disable-component-update", "--disable-sync",
		"--disable-extensions", "--disable-breakpad",
		"--disable-dev-shm-usage", "--disable-quic",
		"--password-store=basic",
		"--host-resolver-rules=MAP * ~NOTFOUND",
		"--no-pdf-header-footer",
		"--generate-pdf-document-outline" };
	struct arguments arguments = { 0 };
	size_t i;

	*list_add(arena, &arguments) = browser->program;
	for (i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		*list_add(arena, &arguments) = fixed[i];
	/* Chromium refuses to start as root with its sandbox. */
	if (process_is_root())
		*list_add(arena, &arguments) = "--no-sandbox";
	*list_add(arena, &arguments) = text_format(
	    arena, "--user-data-dir=%s/profile", browser->folder).at;
	*list_add(arena, &arguments) =
	    text_format(arena, "--print-to-pdf=%s", sheets).at;
	*list_add(arena, &arguments) =
	    text_format(arena, "file://%s", page).at;
	*list_add(arena, &arguments) = NULL;
	return arguments;
}

/* The last line that was written, of many that mean little. */
static struct text line_last(struct text lines)
{
	struct text last = { 0 }, line;

	while (text_cut(&line, &lines, '\n'))
		if (text_trim(line).length > 0)
			last = text_trim(line);
	return last;
}

static void failure_report(struct report *report, struct arena *arena,
    const struct handout_browser *browser, struct text errors, int status)
{
	struct text line = line_last(errors);

	report_add(report, MESSAGE_BROWSER_FAILED, place_nowhere(),
	    text_from(browser->program),
	    text_format(arena, "it stopped with status %d%s%.*s", status,
		line.length > 0 ? " and said: " : "", TEXT_ARGUMENTS(line)));
}

bool handout_browser_print(struct text *pdf, struct arena *arena,
    struct report *report, const struct handout_browser *browser,
    struct text html)
{
	const char *page =
	    file_path(arena, browser->folder, TEXT("handout.html"));
	const char *sheets =
	    file_path(arena, browser->folder, TEXT("handout.pdf"));
	const struct arguments arguments =
	    arguments_make(arena, browser, page, sheets);
	struct buffer errors = { 0 };
	bool done = false;
	int status = 0;

	if (!file_replace(page, html) || !file_remove(sheets))
		report_add(report, MESSAGE_OUTPUT_UNWRITABLE, place_nowhere(),
		    text_from(page), text_from(strerror(errno)));
	else if (process_run_within(
		     browser->seconds, &status, NULL, &errors,
		     arguments.items))
		done = file_read(pdf, arena, sheets);
	else if (errno == ETIMEDOUT) {
		report_add(report, MESSAGE_BROWSER_SLOW, place_nowhere(),
		    text_from(browser->program),
		    text_format(arena, "%u", browser->seconds));
		goto out;
	} else {
		report_add(report, MESSAGE_BROWSER_FAILED, place_nowhere(),
		    text_from(browser->program), text_from(strerror(errno)));
		goto out;
	}
	if (!done)
		failure_report(report, arena, browser, buffer_text(&errors),
		    status);
out:
	buffer_release(&errors);
	return done;
}

void handout_browser_close(struct handout_browser *browser)
{
	if (browser->folder != NULL)
		(void)file_remove_tree(browser->folder); /* temporary */
	*browser = (struct handout_browser){ 0 };
}
