#include "command/handout_pdf.h"

#include "base/arena.h"
#include "command/handout_file.h"
#include "command/handout_font.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* The library prints errors that nobody asks for when it is closed. */
static void pdf_close(qpdf_data document)
{
	if (qpdf_has_error(document))
		(void)qpdf_get_error(document);
	qpdf_cleanup(&document);
}

/* Opens a document; NULL with the reason. Close with pdf_close. */
static qpdf_data pdf_open(struct text *reason, struct arena *arena,
    struct text pdf)
{
	qpdf_data document = qpdf_init();

	qpdf_silence_errors(document);
	qpdf_set_suppress_warnings(document, QPDF_TRUE);
	/* The library repairs what it can and warns: that is fine. */
	if ((qpdf_read_memory(
		 document, "handout", pdf.at, pdf.length, NULL) &
		QPDF_ERRORS) == 0)
		return document;
	*reason = text_copy(arena,
	    text_from(qpdf_get_error_message_detail(
		document, qpdf_get_error(document))));
	qpdf_cleanup(&document);
	return NULL;
}

/* Chromium writes a name as the link has it: percent-encoded, or not. */
static struct text anchor_of(struct arena *arena, const char *name)
{
	return handout_decode(arena, text_from(name + (*name == '/')));
}

/* Notes the sheet of one destination: [page /XYZ x y zoom]. */
static void number_note(struct table *numbers, struct arena *arena,
    qpdf_data document, struct text anchor, qpdf_oh destination)
{
	qpdf_oh page;
	size_t *number;
	int index;

	if (!qpdf_oh_is_array(document, destination) ||
	    qpdf_oh_get_array_n_items(document, destination) == 0)
		return;
	page = qpdf_oh_get_array_item(document, destination, 0);
	index = qpdf_find_page_by_oh(document, page);
	if (index < 0)
		return;
	number = arena_new(arena, size_t);
	*number = (size_t)index + 1;
	(void)table_put(numbers, arena, anchor, number); /* each once */
}

bool handout_pdf_numbers(struct table *numbers, struct text *reason,
    struct arena *arena, struct text pdf)
{
	qpdf_data document = pdf_open(reason, arena, pdf);
	qpdf_oh names;

	if (document == NULL)
		return false;
	names = qpdf_oh_get_key(document, qpdf_get_root(document), "/Dests");
	if (qpdf_oh_is_dictionary(document, names)) {
		qpdf_oh_begin_dict_key_iter(document, names);
		while (qpdf_oh_dict_more_keys(document)) {
			const char *name = qpdf_oh_dict_next_key(document);

			number_note(numbers, arena, document,
			    anchor_of(arena, name),
			    qpdf_oh_get_key(document, names, name));
		}
	}
	pdf_close(document);
	return true;
}

/* Without what is of this moment and this machine. */
static void information_clean(qpdf_data document)
{
	static const char *const keys[] = { "/CreationDate", "/ModDate",
		"/Creator", "/Producer" };
	size_t i;

	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		qpdf_set_info_key(document, keys[i], NULL);
}

/* Where the line ends in "<0001>" or another control character, it says
 * "<0020>" instead. PDF 1.7, 9.10.3. */
static bool line_mend(char *line, size_t length)
{
	char *last = length >= 6 ? line + length - 6 : NULL;

	if (last == NULL || last[0] != '<' || last[1] != '0' ||
	    last[2] != '0' || (last[3] != '0' && last[3] != '1') ||
	    last[5] != '>')
		return false;
	last[3] = '2';
	last[4] = '0';
	return true;
}

/* Fonts such as NanumGothic have one glyph for the blank and for controls,
 * and Chromium takes the first: phrases would not be found in the document. */
static void letters_mend(qpdf_data document, qpdf_oh table)
{
	unsigned char *bytes = NULL;
	size_t length = 0, at = 0;
	bool changed = false;

	if (!qpdf_oh_is_stream(document, table) ||
	    (qpdf_oh_get_stream_data(document, table, qpdf_dl_all, NULL,
		 &bytes, &length) &
		QPDF_ERRORS) != 0)
		return;
	while (at < length) {
		char *line = (char *)bytes + at;
		char *end = memchr(line, '\n', length - at);
		size_t size = end != NULL ? (size_t)(end - line) : length - at;

		changed |= line_mend(line, size);
		at += size + 1;
	}
	if (changed)
		qpdf_oh_replace_stream_data(document, table, bytes, length,
		    qpdf_oh_new_null(document), qpdf_oh_new_null(document));
	free(bytes); /* malloc'ed by the library */
}

/* What draws letters, smaller; if that cannot be, as it was. */
static void outlines_mend(qpdf_data document, qpdf_oh file)
{
	struct buffer small = { 0 };
	unsigned char *bytes = NULL;
	size_t length = 0;

	if (!qpdf_oh_is_stream(document, file) ||
	    (qpdf_oh_get_stream_data(document, file, qpdf_dl_all, NULL, &bytes,
		 &length) &
		QPDF_ERRORS) != 0)
		return;
	if (handout_font_shrink(
		&small, (struct text){ (const char *)bytes, length })) {
		qpdf_oh_replace_stream_data(document, file,
		    (const unsigned char *)small.bytes, small.length,
		    qpdf_oh_new_null(document), qpdf_oh_new_null(document));
		qpdf_oh_replace_key(document,
		    qpdf_oh_get_dict(document, file), "/Length1",
		    qpdf_oh_new_integer(document, (long long)small.length));
	}
	buffer_release(&small);
	free(bytes); /* malloc'ed by the library */
}

/* Every object once, since all sheets have the same fonts. */
static void fonts_mend(qpdf_data document)
{
	int count = qpdf_oh_get_int_value_as_int(document,
	    qpdf_oh_get_key(document, qpdf_get_trailer(document), "/Size"));
	int id;

	for (id = 1; id < count; id++) {
		qpdf_oh object = qpdf_get_object_by_id(document, id, 0);

		if (qpdf_oh_is_dictionary_of_type(
			document, object, "/Font", ""))
			letters_mend(document,
			    qpdf_oh_get_key(document, object, "/ToUnicode"));
		else if (qpdf_oh_is_dictionary_of_type(
			     document, object, "/FontDescriptor", ""))
			outlines_mend(document,
			    qpdf_oh_get_key(document, object, "/FontFile2"));
		qpdf_oh_release(document, object);
	}
}

bool handout_pdf_finish(struct buffer *out, struct text *reason,
    struct arena *arena, struct text pdf, struct text language)
{
	qpdf_data document = pdf_open(reason, arena, pdf);
	bool done;

	if (document == NULL)
		return false;
	information_clean(document);
	fonts_mend(document);
	qpdf_oh_replace_key(document, qpdf_get_root(document), "/Lang",
	    qpdf_oh_new_unicode_string(
		document, text_string(arena, language)));
	done = (qpdf_init_write_memory(document) & QPDF_ERRORS) == 0;
	if (done) {
		qpdf_set_object_stream_mode(document, qpdf_o_generate);
		qpdf_set_compress_streams(document, QPDF_TRUE);
		qpdf_set_deterministic_ID(document, QPDF_TRUE);
		done = (qpdf_write(document) & QPDF_ERRORS) == 0;
	}
	if (done)
		buffer_add(out,
		    (struct text){ (const char *)qpdf_get_buffer(document),
			qpdf_get_buffer_length(document) });
	else
		*reason = text_copy(arena,
		    text_from(qpdf_get_error_message_detail(
			document, qpdf_get_error(document))));
	pdf_close(document);
	return done;
}
