#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"
#include "parse/document.h"

#include "parsing.h"

#include <glob.h>

/* What the headings of a file say, read line by line without cmark. */
struct expectation {
	size_t sections;
	size_t annotations;
	int level;
};

static void expect_line(struct expectation *expected, struct text line)
{
	size_t level = strspn(line.at, "#");
	size_t from = text_find(line, TEXT("principles=\""), 0);
	bool is_annotated = from != TEXT_NONE;

	if (level > 2 && !is_annotated && (int)level > expected->level)
		return;
	expected->sections++;
	expected->level = (int)level;
	while (is_annotated && line.at[from] != '}')
		expected->annotations += line.at[from++] == ' ';
	expected->annotations += is_annotated;
}

static void check_article(const char *path)
{
	const struct document_options options = { .locale = TEXT("en") };
	struct arena arena = { 0 };
	struct expectation expected = { .sections = 1 }; /* introduction */
	struct parsing parsing;
	struct text bytes, body, line;
	size_t annotations = 0;
	size_t i;

	assert_true(file_read(&bytes, &arena, path));
	body = text_after(bytes, text_find(bytes, TEXT("\n---\n"), 0) + 5);
	parse_bytes(&parsing, body, &options);
	while (text_cut(&line, &body, '\n'))
		if (text_starts(line, TEXT("#")))
			expect_line(&expected, line);
	assert_messages(&parsing, "");
	assert_int_equal(parsing.document.section_count, expected.sections);
	for (i = 0; i < parsing.document.section_count; i++) {
		const struct section_text *section =
		    &parsing.document.sections[i];

		annotations += section->annotation_count;
		assert_true((i == 0) == text_is_empty(section->anchor));
		assert_true(section->excerpt.length > 0);
		assert_true(text_count(section->excerpt) <= 200);
	}
	assert_int_equal(annotations, expected.annotations);
	assert_true(annotations > 0);
	assert_true(parsing.document.reference_count >= 8);
	parsing_release(&parsing);
	arena_release(&arena);
}

static void articles_of_the_guide_are_read_in_full(void **state)
{
	glob_t found = { 0 };
	size_t i;

	(void)state;
	assert_int_equal(glob("content/*/*.md", 0, NULL, &found), 0);
	assert_true(found.gl_pathc >= 5);
	for (i = 0; i < found.gl_pathc; i++)
		check_article(found.gl_pathv[i]);
	globfree(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_of_the_guide_are_read_in_full),
	};

	return cmocka_run_group_tests_name("parse/articles", tests, NULL, NULL);
}
