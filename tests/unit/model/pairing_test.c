#include "model/translation.h"

#include "base/buffer.h"
#include "base/list.h"
#include "model/message_kind.h"
#include "model/reading.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* Lines of a catalog: "id" is translated as T:id, "-id" not at all, "~id"
 * obsolete, "?id<old" fuzzy; an "h:" before the id makes it a heading, "p:" a
 * paragraph, else nobody knows. */
static const struct catalog *yesterday(struct reading *reading,
    const char *lines)
{
	struct catalog *made = arena_new(&reading->arena, struct catalog);
	struct source *source = arena_new(&reading->arena, struct source);
	struct text rest = text_from(lines), line;
	struct buffer out = { 0 };

	while (text_cut(&line, &rest, '\n')) {
		char mark = line.at[0];
		const char *prefix = mark == '~' ? "#~ " : "";
		struct text previous = { 0 };
		size_t at;

		if (mark == '~' || mark == '-' || mark == '?')
			line = text_after(line, 1);
		if (text_starts(line, TEXT("h:")))
			buffer_add(&out, TEXT("#. Heading a.0\n"));
		if (text_starts(line, TEXT("p:")))
			buffer_add(&out, TEXT("#. Paragraph a.1\n"));
		if (line.length > 2 && line.at[1] == ':')
			line = text_after(line, 2);
		at = text_find_char(line, '<', 0);
		if (at != TEXT_NONE) {
			previous = text_after(line, at + 1);
			line = text_slice(line, 0, at);
		}
		if (mark == '?')
			buffer_format(&out, "#, fuzzy\n#| msgid \"%.*s\"\n",
			    TEXT_ARGUMENTS(previous));
		buffer_format(&out, "%smsgid \"%.*s\"\n%smsgstr \"%s%.*s\"\n\n",
		    prefix, TEXT_ARGUMENTS(line), prefix,
		    mark == '-' ? "" : "T:", mark == '-' ? 0 : (int)line.length,
		    line.at);
	}
	*source = (struct source){ TEXT("x.po"),
		buffer_copy(&out, &reading->arena), NULL };
	buffer_release(&out);
	if (!catalog_read(made, &reading->arena, &reading->report, source))
		fail_msg("%s", reading_printed(reading));
	return made;
}

/* Pairs the lines of today and tells each: "=id" the same, "+id" a revision of
 * id, "." nothing. */
static const char *paired(struct reading *reading, const char *before,
    const char *other, const char *today)
{
	const struct catalog *known[1];
	struct text rest = text_from(today), line;
	struct block_message messages[32] = { { 0 } };
	struct pair pairs[32];
	struct buffer out = { 0 };
	const char *string;
	size_t count = 0, i;

	known[0] = other != NULL ? yesterday(reading, other) : NULL;
	while (text_cut(&line, &rest, '\n')) {
		messages[count].kind = text_starts(line, TEXT("h:"))
		    ? KIND_HEADING
		    : KIND_PARAGRAPH;
		if (line.length > 2 && line.at[1] == ':')
			line = text_after(line, 2);
		messages[count++].id = line;
	}
	translation_pair(pairs, &reading->arena, messages, count,
	    before != NULL ? yesterday(reading, before) : NULL, known,
	    other != NULL ? 1 : 0);
	for (i = 0; i < count; i++) {
		if (pairs[i].pairing == PAIRING_NONE)
			buffer_add(&out, TEXT(".\n"));
		else
			buffer_format(&out, "%c%.*s\n",
			    pairs[i].pairing == PAIRING_SAME ? '=' : '+',
			    TEXT_ARGUMENTS(pairs[i].entry->id));
	}
	string = text_string(&reading->arena, buffer_text(&out));
	buffer_release(&out);
	return string;
}

#define assert_paired(before, other, today, expected)                          \
	assert_string_equal(paired(*state, before, other, today), expected)

static void without_a_past_nothing_is_paired(void **state)
{
	assert_paired(NULL, NULL, "a\nb", ".\n.\n");
	assert_paired("", NULL, "a\nb", ".\n.\n");
	assert_paired("a", NULL, "", "");
}

static void what_is_there_again_keeps_its_translation(void **state)
{
	assert_paired("a\nb\nc", NULL, "a\nb\nc", "=a\n=b\n=c\n");
	assert_paired("a\nb\nc", NULL, "c\na\nb", "=c\n=a\n=b\n");
	assert_paired("a\n~b", NULL, "b\na", "=b\n=a\n");
	assert_paired("a\n-b", NULL, "a\nb", "=a\n.\n");
	assert_paired("a", NULL, "a\na", "=a\n=a\n");
}

static void other_catalogs_of_the_locale_are_asked(void **state)
{
	assert_paired("a\n-b", "b\n~c\n-d\n?e<f", "a\nb\nc\nd\ne",
	    "=a\n=b\n=c\n.\n.\n");
	/* What this catalog says comes first. */
	assert_paired("?a<x", "a", "a", "=a\n");
}

static void one_changed_word_is_a_revision(void **state)
{
	assert_paired("one two three\nfour five six", NULL,
	    "one two three\nfour 5 six", "=one two three\n+four five six\n");
	assert_paired("p:always be polite\nb", NULL, "p:never be polite\nb",
	    "+always be polite\n=b\n");
}

static void the_only_pair_in_a_gap_is_a_revision(void **state)
{
	assert_paired("a\nold\nb", NULL, "a\nnew\nb", "=a\n+old\n=b\n");
	assert_paired("a\n-old\nb", NULL, "a\nnew\nb", "=a\n.\n=b\n");
	assert_paired("a\nh:old\nb", NULL, "a\np:new\nb", "=a\n.\n=b\n");
	/* Two are no pair, unless they agree. */
	assert_paired("a\nold\nelder\nb", NULL, "a\nnew\nb",
	    "=a\n.\n=b\n");
	assert_paired("a\nold one\nelder two\nb", NULL, "a\nnew two\nb",
	    "=a\n+elder two\n=b\n");
}

static void revisions_stay_in_order_and_choose_the_best(void **state)
{
	assert_paired("a b c d\na b c e", NULL, "a b c e f\nx\na b c",
	    "+a b c d\n.\n+a b c e\n");
	assert_paired("a b c d\na b x e", NULL, "a b x f",
	    "+a b x e\n");
}

static void kinds_do_not_mix(void **state)
{
	assert_paired("h:one two three\np:one two four", NULL,
	    "p:one two five\nh:one two six",
	    ".\n+one two three\n");
}

static void a_gap_ends_at_what_stayed(void **state)
{
	/* It went to another place and changed: nobody can tell. */
	assert_paired("one two three\na\nb", NULL, "a\nb\none two four",
	    "=a\n=b\n.\n");
}

static void a_change_in_what_moved_is_found(void **state)
{
	assert_paired("a\none two three\nb\nc\nd\ne", NULL,
	    "c\nd\ne\na\none two four\nb",
	    "=c\n=d\n=e\n=a\n+one two three\n=b\n");
	/* At the border of what moved. */
	assert_paired("a\nb\none two three\nc\nd", NULL,
	    "c\nd\na\nb\none two four",
	    "=c\n=d\n=a\n=b\n+one two three\n");
	assert_paired("a\nb\none two three\nc\nd", NULL,
	    "d\none two four\nc\na\nb",
	    "=d\n+one two three\n=c\n=a\n=b\n");
}

static void one_translation_goes_to_one_revision(void **state)
{
	assert_paired("a\none two three\nb", NULL,
	    "a\none two four\nb\na one two five\nc",
	    "=a\n+one two three\n=b\n.\n.\n");
}

static void what_is_paired_elsewhere_is_no_candidate(void **state)
{
	assert_paired("a\nold\nb", "known", "a\nknown\nnew\nb",
	    "=a\n=known\n+old\n=b\n");
}

static void contexts_must_be_equal(void **state)
{
	struct reading *reading = *state;
	const struct catalog *before = yesterday(reading, "a\nb");
	const struct block_message messages[] = {
		{ .id = TEXT("a"), .context = TEXT("menu") },
		{ .id = TEXT("b") }
	};
	struct pair pairs[2];

	translation_pair(
	    pairs, &reading->arena, messages, 2, before, NULL, 0);
	assert_int_equal(pairs[0].pairing, PAIRING_NONE);
	assert_int_equal(pairs[1].pairing, PAIRING_SAME);
}

/* Every message at once, in reverse, and one word changed in each: no more
 * than a moment, and as many pairs as there can be. */
static void many_messages_are_paired_quickly(void **state)
{
	enum { COUNT = 20000 };
	struct reading *reading = *state;
	struct block_message *messages =
	    arena_array(&reading->arena, struct block_message, COUNT);
	struct pair *pairs = arena_array(&reading->arena, struct pair, COUNT);
	struct buffer lines = { 0 };
	size_t i, same = 0, revised = 0;

	for (i = 0; i < COUNT; i++) {
		buffer_format(&lines, "p:message number x%zu of many\n", i);
		messages[i].kind = KIND_PARAGRAPH;
		messages[i].id = text_format(&reading->arena,
		    i % 10 == 0 ? "message number x%zu of all"
				: "message number x%zu of many", i);
	}
	buffer_add_char(&lines, '\0');
	translation_pair(pairs, &reading->arena, messages, COUNT,
	    yesterday(reading, lines.bytes), NULL, 0);
	buffer_release(&lines);
	for (i = 0; i < COUNT; i++) {
		same += pairs[i].pairing == PAIRING_SAME;
		revised += pairs[i].pairing == PAIRING_REVISION;
	}
	assert_int_equal(same, COUNT - COUNT / 10);
	assert_int_equal(revised, COUNT / 10);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, reading_setup,               \
	    reading_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(without_a_past_nothing_is_paired),
		TEST(what_is_there_again_keeps_its_translation),
		TEST(other_catalogs_of_the_locale_are_asked),
		TEST(one_changed_word_is_a_revision),
		TEST(the_only_pair_in_a_gap_is_a_revision),
		TEST(revisions_stay_in_order_and_choose_the_best),
		TEST(kinds_do_not_mix),
		TEST(a_gap_ends_at_what_stayed),
		TEST(a_change_in_what_moved_is_found),
		TEST(one_translation_goes_to_one_revision),
		TEST(what_is_paired_elsewhere_is_no_candidate),
		TEST(contexts_must_be_equal),
		TEST(many_messages_are_paired_quickly),
	};

	return cmocka_run_group_tests_name(
	    "model/pairing", tests, NULL, NULL);
}
