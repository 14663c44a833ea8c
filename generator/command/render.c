/* opas render: the HTML of one document, without a guide. */
#include "command/options.h"

#include "base/file.h"
#include "model/locale.h"
#include "parse/commonmark.h"
#include "read/matter.h"
#include "read/source.h"
#include "render/body.h"
#include "render/body_message.h"

#include <errno.h>
#include <string.h>

static bool input_read(struct text *bytes, struct arena *arena)
{
	struct buffer buffer = { 0 };
	char part[4096];
	size_t length;
	bool is_read;

	do {
		length = fread(part, 1, sizeof(part), stdin);
		buffer_add(&buffer, (struct text){ part, length });
	} while (length > 0);
	is_read = !ferror(stdin);
	if (is_read)
		*bytes = buffer_copy(&buffer, arena);
	buffer_release(&buffer);
	return is_read;
}

/* The bytes of the file, or of standard input if its path is NULL. */
static bool bytes_read(struct text *bytes, struct arena *arena,
    struct report *report, const struct source *source)
{
	if (source->path != NULL ? file_read(bytes, arena, source->path)
				 : input_read(bytes, arena))
		return true;
	report_add(report, MESSAGE_FILE_UNREADABLE, place_file(source),
	    text_from(strerror(errno)));
	return false;
}

/* Footnotes come behind all else. */
static struct text document_text(struct arena *arena, struct text tag,
    const struct document *document)
{
	struct locale *locale = locale_open(arena, tag);
	struct buffer out = { 0 };
	struct text html;

	body_message_fill_all(&out, arena, locale, &document->whole);
	if (document->notes.bytes.length > 0) {
		buffer_add_string(&out,
		    "<section class=\"notes\" role=\"doc-endnotes\">\n");
		body_message_fill_all(&out, arena, locale, &document->notes);
		buffer_add_string(&out, "</section>\n");
	}
	html = buffer_copy(&out, arena);
	buffer_release(&out);
	locale_close(locale);
	return html;
}

static struct text document_html(struct arena *arena, struct report *report,
    const struct source *source, const struct options *options)
{
	struct document_options how = {
		.raw_html = options->raw_html,
		.alone = true,
		.locale = TEXT("en"),
		.render_blocks = body_render_blocks,
		.render_inlines = body_render_inlines,
	};
	struct document document;
	struct arena scratch = { 0 };
	struct matter matter;

	matter_read(&matter, arena, report, source, locale_tag_valid);
	if (matter.lang.text.length > 0)
		how.locale = matter.lang.text;
	document_parse(&document, arena, &scratch, report, source,
	    matter.body, &how);
	arena_release(&scratch);
	return document_text(arena, how.locale, &document);
}

static void html_print(struct report *report, struct text html)
{
	if (fwrite(html.at, 1, html.length, stdout) != html.length ||
	    fflush(stdout) != 0)
		report_add(report, MESSAGE_OUTPUT_UNWRITABLE,
		    place_nowhere(), TEXT("standard output"),
		    text_from(strerror(errno)));
}

int command_render(const struct options *options)
{
	const char *path = options->arguments[0];
	struct source source = { .name = text_from(path), .path = path };
	struct report report = { 0 };
	struct arena arena = { 0 };
	struct text bytes;
	int status;

	if (strcmp(path, "-") == 0)
		source.path = NULL;
	if (bytes_read(&bytes, &arena, &report, &source)) {
		if (options->commonmark)
			html_print(&report, commonmark_html(&arena, bytes));
		else if (source_take(&source, bytes, &report))
			html_print(&report, document_html(&arena, &report,
						&source, options));
	}
	status = options_finish(options, &report);
	arena_release(&arena);
	return status;
}
