#include "command/handout_pdf.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "scratch.h"

/* Two sheets, three destinations, a font whose blank is a control; without a
 * table of offsets, which the library makes by itself. */
static const char sheets[] =
    "%PDF-1.4\n"
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (xx) /Dests 5 0 R >>\n"
    "endobj\n"
    "2 0 obj\n<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources "
    "<< /Font << /F 6 0 R >> >> >>\nendobj\n"
    "4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
    "5 0 obj\n<< /one [3 0 R /XYZ 0 0 0] /k#25C3#25A4 [4 0 R /XYZ 0 0 0] "
    "/odd [] /far [99 0 R /XYZ 0 0 0] >>\nendobj\n"
    "6 0 obj\n<< /Type /Font /ToUnicode 7 0 R /FontDescriptor 9 0 R >>\n"
    "endobj\n"
    "7 0 obj\n<< /Length 54 >>\nstream\n"
    "2 beginbfchar\n<0003> <0001>\n<0004> <0031>\nendbfchar\n\n"
    "endstream\nendobj\n"
    "8 0 obj\n<< /Title (Kept) /CreationDate (D:2026) /Producer (P) >>\n"
    "endobj\n"
    "9 0 obj\n<< /Type /FontDescriptor /FontFile2 10 0 R >>\nendobj\n"
    "10 0 obj\n<< /Length 7 /Length1 7 >>\nstream\nno font\n"
    "endstream\nendobj\n"
    "trailer\n<< /Root 1 0 R /Info 8 0 R /Size 11 >>\n%%EOF\n";

static void anchors_have_the_numbers_of_their_sheets(void **state)
{
	struct scratch *scratch = *state;
	struct table numbers = { 0 };
	struct text reason;
	const size_t *number;

	assert_true(handout_pdf_numbers(
	    &numbers, &reason, &scratch->arena, text_from(sheets)));
	number = table_get(&numbers, TEXT("one"));
	assert_int_equal(*number, 1);
	number = table_get(&numbers, TEXT("k\xc3\xa4"));
	assert_int_equal(*number, 2);
	assert_int_equal(numbers.count, 2);
}

static void what_is_no_pdf_is_refused_with_a_reason(void **state)
{
	struct scratch *scratch = *state;
	struct table numbers = { 0 };
	struct buffer out = { 0 };
	struct text reason = { 0 };

	assert_false(handout_pdf_numbers(
	    &numbers, &reason, &scratch->arena, TEXT("no PDF")));
	assert_true(reason.length > 0);
	assert_false(handout_pdf_finish(&out, &reason, &scratch->arena,
	    TEXT(""), TEXT("fi")));
	assert_int_equal(out.length, 0);
	buffer_release(&out);
}

/* What qpdf finds in a finished document, as JSON. */
static const char *finished(struct scratch *scratch)
{
	struct buffer out = { 0 }, json = { 0 };
	struct text reason;
	const char *path = scratch_path(scratch, "finished.pdf");
	char command[256];
	FILE *stream;
	int c;

	assert_true(handout_pdf_finish(&out, &reason, &scratch->arena,
	    text_from(sheets), TEXT("sr-Latn")));
	assert_true(file_replace(path, buffer_text(&out)));
	(void)snprintf(command, sizeof(command),
	    "qpdf --json --json-stream-data=inline --decode-level=all %s",
	    path);
	stream = popen(command, "r");
	assert_non_null(stream);
	while ((c = fgetc(stream)) != EOF)
		buffer_add_char(&json, (char)c);
	assert_int_equal(pclose(stream), 0);
	path = text_string(&scratch->arena, buffer_text(&json));
	buffer_release(&out);
	buffer_release(&json);
	return path;
}

static void language_is_set_and_dates_are_gone(void **state)
{
	const char *json = finished(*state);

	assert_non_null(strstr(json, "\"/Lang\": \"u:sr-Latn\""));
	assert_non_null(strstr(json, "\"/Title\": \"u:Kept\""));
	assert_null(strstr(json, "CreationDate"));
	assert_null(strstr(json, "Producer"));
}

static void controls_that_fonts_show_as_blanks_are_blanks(void **state)
{
	/* "<0003> <0020>" and "<0004> <0031>" in base64, as far as it does
	 * not depend on what stands before. */
	static const char before[] = "MiBiZWdpbmJmY2hhcgo8MDAwMz4gPDAwMjA+"
				     "CjwwMDA0PiA8MDAzMT4K";

	assert_non_null(strstr(finished(*state), before));
}

static void fonts_that_cannot_be_smaller_stay(void **state)
{
	const char *json = finished(*state);

	/* "no font" in base64. */
	assert_non_null(strstr(json, "\"data\": \"bm8gZm9udA==\""));
	assert_non_null(strstr(json, "\"/Length1\": 7"));
}

static void the_same_sheets_have_the_same_bytes(void **state)
{
	struct scratch *scratch = *state;
	struct buffer out[2] = { { 0 }, { 0 } };
	struct text reason;
	int i;

	for (i = 0; i < 2; i++)
		assert_true(handout_pdf_finish(&out[i], &reason,
		    &scratch->arena, text_from(sheets), TEXT("fi")));
	assert_true(text_equal(buffer_text(&out[0]), buffer_text(&out[1])));
	buffer_release(&out[0]);
	buffer_release(&out[1]);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(anchors_have_the_numbers_of_their_sheets),
		TEST(what_is_no_pdf_is_refused_with_a_reason),
		TEST(language_is_set_and_dates_are_gone),
		TEST(controls_that_fonts_show_as_blanks_are_blanks),
		TEST(fonts_that_cannot_be_smaller_stay),
		TEST(the_same_sheets_have_the_same_bytes),
	};

	return cmocka_run_group_tests_name(
	    "command/handout_pdf", tests, NULL, NULL);
}
