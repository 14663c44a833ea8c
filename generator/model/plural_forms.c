#include "model/plural_forms.h"

#include "base/arena.h"
#include "model/locale.h"
#include "model/plural.h"

#include <assert.h>

/* From few forms to many: the first that fits is taken.  As gettext's
 * documentation and its table of languages spell them; those for lv, ga, mt,
 * cy and he are CLDR's, which parts more. */
static const char *const formulas[] = {
	"nplurals=1; plural=0;",
	"nplurals=2; plural=(n != 1);",
	"nplurals=2; plural=(n > 1);",
	"nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);",
	"nplurals=2; plural=(n%10==4 || n%10==6 || n%10==9 ? 1 : 0);",
	"nplurals=2; plural=(n > 1 && (n < 11 || n > 99));",
	"nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);",
	"nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);",
	"nplurals=3; plural=(n<2 ? 0 : n<11 ? 1 : 2);",
	"nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
	"nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100 > 0 && n%100 < 20) ? 1 : 2);",
	"nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
	"nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2);",
	"nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 ? 1 : 2);",
	"nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
	"nplurals=4; plural=(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>2 && n<20 ? 2 : 3);",
	"nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && n%100<=19 ? 3 : 4);",
	"nplurals=4; plural=(n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3);",
	"nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);",
	"nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
	"nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);",
};
enum { FORMULA_COUNT = sizeof(formulas) / sizeof(formulas[0]) };

/* 0 to 1000, and a few large ones.  Whole millions are left out: CLDR gives
 * them a form of their own in French or Spanish ("un million de ..."), which
 * no interface needs. */
enum { SMALL_COUNT = 1001, NUMBER_COUNT = SMALL_COUNT + 6 };

static void list_numbers(unsigned long numbers[NUMBER_COUNT])
{
	static const unsigned long large[] = { 1001, 1011, 2022, 10005,
		100021, 1234567 };
	size_t i;

	for (i = 0; i < NUMBER_COUNT; i++)
		numbers[i] =
		    i < SMALL_COUNT ? i : large[i - SMALL_COUNT];
}

/* Numbers that are apart where CLDR has them together, or the other way. */
static size_t misfit(const unsigned char *forms,
    const unsigned long *numbers, struct text header)
{
	struct arena arena = { 0 };
	struct plural_fault fault;
	const struct plural *plural = NULL;
	size_t ours[8], theirs[8], count = 0, i;
	bool parsed = plural_parse(&plural, &fault, &arena, header);

	assert(parsed);
	(void)parsed; /* the formulas are ours */
	for (i = 0; i < 8; i++)
		ours[i] = theirs[i] = SIZE_MAX;
	for (i = 0; i < NUMBER_COUNT; i++) {
		size_t index = plural_index(plural, numbers[i]);

		if (ours[forms[i]] == SIZE_MAX && theirs[index] == SIZE_MAX) {
			ours[forms[i]] = index;
			theirs[index] = forms[i];
		}
		count += ours[forms[i]] != index;
	}
	arena_release(&arena);
	return count;
}

size_t plural_forms_misfit(struct text tag, struct text header)
{
	unsigned long numbers[NUMBER_COUNT];
	unsigned char forms[NUMBER_COUNT];

	list_numbers(numbers);
	locale_plurals(forms, tag, numbers, NUMBER_COUNT);
	return misfit(forms, numbers, header);
}

struct text plural_forms(struct text tag)
{
	unsigned long numbers[NUMBER_COUNT];
	unsigned char forms[NUMBER_COUNT];
	size_t best = 0, least = SIZE_MAX, i;

	list_numbers(numbers);
	locale_plurals(forms, tag, numbers, NUMBER_COUNT);
	for (i = 0; i < FORMULA_COUNT && least > 0; i++) {
		size_t count = misfit(forms, numbers, text_from(formulas[i]));

		if (count < least) {
			least = count;
			best = i;
		}
	}
	return text_from(formulas[best]);
}
