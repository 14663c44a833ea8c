#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "render/handout_rows.h"

/* Keys are letters, a blank is a block without one. The pairs as
 * "aa b- -c": own beside other. */
static void expect(const char *own, const char *other, const char *expected)
{
	struct text keys[2][16];
	struct handout_pair pairs[32];
	struct buffer out = { 0 };
	size_t counts[2] = { 0 }, count, i;
	const char *texts[2] = { own, other };

	for (i = 0; i < 2; i++)
		for (; texts[i][counts[i]] != '\0'; counts[i]++)
			keys[i][counts[i]] = texts[i][counts[i]] != ' '
			    ? (struct text){ texts[i] + counts[i], 1 }
			    : (struct text){ 0 };
	count = handout_pairs(pairs, keys[0], counts[0], keys[1], counts[1]);
	for (i = 0; i < count; i++)
		buffer_format(&out, "%s%c%c", i > 0 ? "," : "",
		    pairs[i].own != TEXT_NONE ? own[pairs[i].own] : '-',
		    pairs[i].other != TEXT_NONE ? other[pairs[i].other]
						: '-');
	buffer_add_char(&out, '\0');
	assert_string_equal(out.bytes, expected);
	buffer_release(&out);
}

static void blocks_with_one_address_stand_side_by_side(void **state)
{
	(void)state;
	expect("abc", "abc", "aa,bb,cc");
	expect("", "", "");
}

static void what_a_side_lacks_leaves_its_cell_empty(void **state)
{
	(void)state;
	expect("abc", "ac", "aa,b-,cc");
	expect("ac", "abc", "aa,-b,cc");
	expect("", "ab", "-a,-b");
	expect("ab", "", "a-,b-");
}

/* Nothing is lost or shown twice, whatever the order. */
static void what_moved_stands_alone(void **state)
{
	(void)state;
	expect("ab", "ba", "-b,aa,b-");
}

static void blocks_without_an_address_meet_in_order(void **state)
{
	(void)state;
	expect("a b", "a b", "aa,  ,bb");
	expect("a b", "ab", "aa, -,bb");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_with_one_address_stand_side_by_side),
		cmocka_unit_test(what_a_side_lacks_leaves_its_cell_empty),
		cmocka_unit_test(what_moved_stands_alone),
		cmocka_unit_test(blocks_without_an_address_meet_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
