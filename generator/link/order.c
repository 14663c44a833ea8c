#include "link/order.h"

#include "base/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

/* CLDR's root collation has, for each script, a contraction of U+FDD1 and a
 * letter of it that sorts before all that is written in it; U+FDD1 U+FDD0
 * stands before unassigned characters (UTS 35, part 5, "Root Collation"). */
enum { SCRIPT_MARK = 0xFDD1, NO_SCRIPT = 0xFDD0 };

/* The grapheme joiner keeps letters from being taken together. */
enum { JOINER = 0x34F };

enum { LABEL_LENGTH = 32 }; /* of an index character, in UTF-16 units */

/* A place in the order from which on texts stand under a label. */
struct bucket {
	struct text key;   /* at primary strength */
	struct text label; /* empty where a script begins */
	bool composed;     /* the label is a letter with an accent */
};

struct order {
	struct arena arena;
	UCollator *collator;
	UCollator *primary; /* heeds letters only: no accents, no case */
	struct {
		struct bucket *items; /* by key */
		size_t count;
		size_t capacity;
	} buckets;

	/* Room that is used again and again. */
	UChar *wide;
	size_t wide_capacity;
	uint8_t *key;
	size_t key_capacity;
};

/* Converts into order->wide; malformed bytes become U+FFFD. */
static int32_t widen(struct order *order, struct text text)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0;

	assert(text.length < INT32_MAX / 16);
	if (text.length >= order->wide_capacity) {
		order->wide_capacity = text.length * 2 + LABEL_LENGTH;
		order->wide = memory_resize(order->wide,
		    order->wide_capacity * sizeof(*order->wide));
	}
	u_strFromUTF8WithSub(order->wide, (int32_t)order->wide_capacity,
	    &length, text.at != NULL ? text.at : "", (int32_t)text.length,
	    0xFFFD, NULL, &status);
	assert(U_SUCCESS(status));
	return length;
}

/* In order->key, without the zero byte at its end. */
static struct text key_of(struct order *order, const UCollator *collator,
    const UChar *wide, int32_t length)
{
	for (;;) {
		size_t size = (size_t)ucol_getSortKey(collator, wide, length,
		    order->key, (int32_t)order->key_capacity);

		assert(size > 0); /* zero would be an error inside ICU */
		if (size <= order->key_capacity)
			return (struct text){ (const char *)order->key,
				size - 1 };
		order->key_capacity = size * 2;
		order->key = memory_resize(order->key, order->key_capacity);
	}
}

/* A bucket without a label, from where this would sort. */
static struct bucket *add_bucket(struct order *order, const UChar *wide,
    int32_t length)
{
	struct bucket *bucket = list_add(&order->arena, &order->buckets);

	bucket->key = text_copy(&order->arena,
	    key_of(order, order->primary, wide, length));
	return bucket;
}

static void add_label(struct order *order, const UChar *wide, int32_t length,
    bool composed)
{
	struct bucket *bucket = add_bucket(order, wide, length);
	char label[LABEL_LENGTH * 3];
	UErrorCode status = U_ZERO_ERROR;
	int32_t size = 0;

	u_strToUTF8(label, sizeof(label), &size, wide, length, &status);
	assert(U_SUCCESS(status));
	bucket->label = text_copy(&order->arena,
	    (struct text){ label, (size_t)size });
	bucket->composed = composed;
}

/* True if several letters sort together otherwise than one by one, as "lj"
 * does in Serbian: only then do they have a place of their own. */
static bool sorts_as_one(const struct order *order, const UChar *wide,
    int32_t length)
{
	UChar apart[2 * LABEL_LENGTH];
	int32_t used = 0;
	int32_t i;

	for (i = 0; i < length; i++) {
		if (i > 0 && !U16_IS_TRAIL(wide[i]))
			apart[used++] = JOINER;
		apart[used++] = wide[i];
	}
	return ucol_strcoll(order->primary, wide, length, apart, used) !=
	    UCOL_EQUAL;
}

static void add_letter(struct order *order, UChar32 letter)
{
	UChar wide[U16_MAX_LENGTH];
	UBool failed = false;
	int32_t length = 0;

	U16_APPEND(wide, length, U16_MAX_LENGTH, letter, failed);
	assert(!failed);
	add_label(order, wide, length,
	    u_getIntPropertyValue(letter, UCHAR_DECOMPOSITION_TYPE) !=
		U_DT_NONE);
}

/* Adds the letters of CLDR's index; true if any of them is Latin. */
static bool add_index(struct order *order, const USet *letters)
{
	int32_t count = uset_getItemCount(letters);
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[LABEL_LENGTH];
	bool latin = false;
	int32_t i;

	for (i = 0; i < count; i++) {
		UChar32 letter = 0;
		UChar32 last = 0;
		int32_t length = uset_getItem(letters, i, &letter, &last,
		    wide, LABEL_LENGTH, &status);

		if (length > 0 && sorts_as_one(order, wide, length))
			add_label(order, wide, length, false);
		for (; length == 0 && letter <= last; letter++) {
			latin = latin ||
			    uscript_getScript(letter, &status) ==
				USCRIPT_LATIN;
			if (u_isalpha(letter))
				add_letter(order, letter);
		}
	}
	assert(U_SUCCESS(status));
	return latin;
}

/* Adds the capitals of an alphabet: the index of Serbian in Latin letters
 * lacks its Đ.  Those that sort like another letter go when all are sorted;
 * scripts without capitals have sets of another kind (all Hangul). */
static void add_capitals(struct order *order, const USet *letters)
{
	int32_t count = uset_getRangeCount(letters);
	UErrorCode status = U_ZERO_ERROR;
	int32_t i;

	for (i = 0; i < count; i++) {
		UChar32 letter = 0;
		UChar32 last = 0;

		(void)uset_getItem(letters, i, &letter, &last, NULL, 0,
		    &status); /* a range has no string */
		for (; letter <= last; letter++)
			if (u_islower(letter) && u_toupper(letter) != letter)
				add_letter(order, u_totitle(letter));
	}
	assert(U_SUCCESS(status));
}

/* Labels of the locale, if CLDR knows it, and Latin ones. */
static void add_alphabet(struct order *order, const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UErrorCode missing = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(locale, &status);
	USet *letters = uset_openEmpty();
	bool latin = false;

	assert(U_SUCCESS(status));
	/* Else the data are those of the machine's locale. */
	if (status != U_USING_DEFAULT_WARNING) {
		(void)ulocdata_getExemplarSet(data, letters, 0,
		    ULOCDATA_ES_INDEX, &missing); /* fills letters */
		if (U_FAILURE(missing))
			(void)ulocdata_getExemplarSet(data, letters, 0,
			    ULOCDATA_ES_STANDARD, &status); /* likewise */
		latin = add_index(order, letters);
		(void)ulocdata_getExemplarSet(data, letters, 0,
		    ULOCDATA_ES_STANDARD, &status); /* likewise */
		add_capitals(order, letters);
		assert(U_SUCCESS(status));
	}
	if (!latin) {
		uset_clear(letters);
		uset_addRange(letters, 'A', 'Z');
		(void)add_index(order, letters); /* they are Latin */
	}
	uset_close(letters);
	ulocdata_close(data);
}

/* Where scripts begin: labels must not hold for what follows them. */
static void add_scripts(struct order *order)
{
	int32_t script_count = u_getIntPropertyMaxValue(UCHAR_SCRIPT) + 1;
	UChar wide[LABEL_LENGTH] = { SCRIPT_MARK, NO_SCRIPT };
	int32_t script;

	(void)add_bucket(order, wide, 2); /* it has no label */
	for (script = 0; script < script_count; script++) {
		UErrorCode status = U_ZERO_ERROR;
		int32_t length = uscript_getSampleString((UScriptCode)script,
		    wide + 1, LABEL_LENGTH - 1, &status);

		assert(U_SUCCESS(status));
		if (length > 0)
			(void)add_bucket(order, wide, length + 1); /* nor */
	}
}

static int bucket_order(const void *a, const void *b)
{
	const struct bucket *first = a;
	const struct bucket *second = b;
	int order = text_compare(first->key, second->key);

	if (order != 0)
		return order;
	if (first->composed != second->composed)
		return first->composed ? 1 : -1;
	return text_compare(first->label, second->label);
}

/* By key, each once; of labels that sort alike, the plainest stays: Russian
 * has both Е and Ё in its index. */
static void sort_buckets(struct order *order)
{
	struct bucket *items = order->buckets.items;
	size_t count = 0;
	size_t i;

	qsort(items, order->buckets.count, sizeof(*items), bucket_order);
	for (i = 0; i < order->buckets.count; i++)
		if (count == 0 ||
		    !text_equal(items[count - 1].key, items[i].key))
			items[count++] = items[i];
	order->buckets.count = count;
}

struct order *order_open(struct text tag)
{
	struct order *order = memory_new(sizeof(*order));
	char locale[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	int32_t parsed = 0;

	*order = (struct order){ 0 };
	(void)uloc_forLanguageTag(text_string(&order->arena, tag), locale,
	    sizeof(locale), &parsed, &status); /* parsed says how much */
	assert(U_SUCCESS(status) && (size_t)parsed == tag.length);
	order->collator = ucol_open(locale, &status);
	/* "Step 2" comes before "step 10". */
	ucol_setAttribute(order->collator, UCOL_NUMERIC_COLLATION, UCOL_ON,
	    &status);
	order->primary = ucol_clone(order->collator, &status);
	assert(U_SUCCESS(status));
	ucol_setStrength(order->primary, UCOL_PRIMARY);
	add_alphabet(order, locale);
	add_scripts(order);
	sort_buckets(order);
	return order;
}

void order_close(struct order *order)
{
	if (order == NULL)
		return;
	ucol_close(order->collator);
	ucol_close(order->primary);
	free(order->wide);
	free(order->key);
	arena_release(&order->arena);
	free(order);
}

struct text order_key(struct order *order, struct arena *arena,
    struct text text)
{
	int32_t length = widen(order, text);

	return text_copy(arena,
	    key_of(order, order->collator, order->wide, length));
}

struct text order_initial(struct order *order, struct arena *arena,
    struct text text)
{
	const struct bucket *items = order->buckets.items;
	int32_t length = widen(order, text);
	struct text key = key_of(order, order->primary, order->wide, length);
	size_t low = 0;
	size_t high = order->buckets.count;

	/* Of the places not above the text, the last is low - 1. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text_compare(items[middle].key, key) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0 || items[low - 1].label.length == 0)
		return text_copy(arena, TEXT("#"));
	return text_copy(arena, items[low - 1].label);
}
