#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "parse/parsing.h"

/* Each piece as "section text", a heading's as "section # text". */
static void take(void *reader, size_t section, enum piece_field field,
    struct text text)
{
	buffer_format(reader, "%zu %s%.*s\n", section,
	    field == PIECE_HEADING ? "# " : "", TEXT_ARGUMENTS(text));
}

static void assert_pieces_at(const char *markdown, const char *expected,
    const char *file, int line)
{
	struct buffer pieces = { 0 };
	const struct document_options options = { .locale = TEXT("en"),
		.take_piece = take,
		.reader = &pieces };
	struct parsing parsing;

	parse_bytes(&parsing, text_from(markdown), &options);
	assert_text_at(buffer_text(&pieces), expected, file, line);
	parsing_release(&parsing);
	buffer_release(&pieces);
}

#define assert_pieces(markdown, expected)                                      \
	assert_pieces_at((markdown), (expected), __FILE__, __LINE__)

static void blocks_are_pieces_of_their_section(void **state)
{
	(void)state;
	assert_pieces("# Title\n\nAlpha *beta*\ngamma.\n\n- one\n- two\n\n"
		      "## Second\n\n> three\n",
	    "0 Alpha beta gamma.\n0 one\n0 two\n1 three\n");
}

static void headings_inside_bodies_are_headings(void **state)
{
	(void)state;
	assert_pieces("## Section\n\ntext\n\n### Inside `it`\n\nmore\n",
	    "0 text\n0 # Inside it\n0 more\n");
}

static void code_cells_captions_and_images_are_said(void **state)
{
	(void)state;
	assert_pieces("```\nint a;\nint b;\n```\n", "0 int a;\nint b;\n");
	assert_pieces("| a | b |\n|---|---|\n| c |  |\n\nTable: Cap *tion*\n",
	    "0 Cap tion\n0 a\n0 b\n0 c\n");
	assert_pieces("before ![of *this*](a.png) behind\n",
	    "0 before of this behind\n");
	assert_pieces("Term\n: Meaning\n", "0 Term\n0 Meaning\n");
	assert_pieces("- [x] done\n", "0 done\n");
	assert_pieces("~~gone~~ [link](a.md \"title\")\n", "0 gone link\n");
}

static void footnotes_belong_to_the_first_section_that_refers_to_them(
    void **state)
{
	(void)state;
	assert_pieces("## A\n\nx[^n]\n\n## B\n\ny[^n] z[^m]\n\n"
		      "[^n]: Note[^deep].\n\n[^m]: Other.\n\n"
		      "[^deep]: Deep.\n\n[^unused]: Unused.\n",
	    "0 x\n0 Note.\n0 Deep.\n1 y z\n1 Other.\n");
	assert_pieces("## A[^n]\n\n[^n]: Of the heading.\n",
	    "0 Of the heading.\n");
}

static void what_pages_leave_out_is_not_said(void **state)
{
	(void)state;
	assert_pieces("> [!FACILITATOR]\n> secret[^n]\n\nseen\n\n"
		      "[^n]: hidden\n",
	    "0 seen\n");
	assert_pieces("<!-- secret -->\n\n<div>raw</div>\n\na <b>c</b>\n",
	    "0 a c\n");
	assert_pieces("> [!NOTE] Heed\n> this\n", "0 Heed\n0 this\n");
}

static void invisible_characters_are_left_out_but_for_joiners(void **state)
{
	(void)state;
	assert_pieces("so\xC2\xAD" "ft w\xE2\x81\xA0ord \xE2\x80\x8Fmark "
		      "\xEF\xBB\xBF" "bom&shy;s\n",
	    "0 soft word mark boms\n");
	assert_pieces("\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB1\n",
	    "0 \xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xB1\n");
	assert_pieces("\xE2\x80\x9Cquoted\xE2\x80\x9D \xC2\xA0 \xE2\x80\xA6\n",
	    "0 \xE2\x80\x9Cquoted\xE2\x80\x9D \xC2\xA0 \xE2\x80\xA6\n");
}

static void empty_documents_and_sections_say_nothing(void **state)
{
	(void)state;
	assert_pieces("", "");
	assert_pieces("# Title\n", "");
	assert_pieces("## A\n## B\n", "");
	assert_pieces("\xC2\xAD\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_are_pieces_of_their_section),
		cmocka_unit_test(headings_inside_bodies_are_headings),
		cmocka_unit_test(code_cells_captions_and_images_are_said),
		cmocka_unit_test(
		    footnotes_belong_to_the_first_section_that_refers_to_them),
		cmocka_unit_test(what_pages_leave_out_is_not_said),
		cmocka_unit_test(
		    invisible_characters_are_left_out_but_for_joiners),
		cmocka_unit_test(empty_documents_and_sections_say_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
