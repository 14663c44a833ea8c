#include "base/unicode.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <assert.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

bool unicode_is_word(uint32_t code)
{
	const uint32_t wanted = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;

	if (code == 0x200C || code == 0x200D)
		return true;
	return code <= UCHAR_MAX_VALUE &&
	    (U_MASK(u_charType((UChar32)code)) & wanted) != 0;
}

/* UTF-16, as ICU's C interface has it. */
struct units {
	UChar *at;
	int32_t length;
};

/* A function of ICU: writes to at most capacity units, returns how many it
 * wanted to write. */
typedef int32_t mapping(UChar *to, int32_t capacity, struct units from,
    const char *language, UErrorCode *status);

static int32_t map_nfc(UChar *to, int32_t capacity, struct units from,
    const char *language, UErrorCode *status)
{
	(void)language; /* normalization has none */
	return unorm2_normalize(unorm2_getNFCInstance(status), from.at,
	    from.length, to, capacity, status);
}

static int32_t map_lower(UChar *to, int32_t capacity, struct units from,
    const char *language, UErrorCode *status)
{
	return u_strToLower(to, capacity, from.at, from.length, language,
	    status);
}

static struct units units_from(struct arena *arena, struct text text)
{
	struct units units = { 0 };
	UErrorCode status = U_ZERO_ERROR;

	assert(text.length < INT32_MAX / 4);
	units.at = arena_array(arena, UChar, text.length + 1);
	/* UTF-16 never has more units than UTF-8 has bytes. */
	(void)u_strFromUTF8(units.at, (int32_t)text.length, &units.length,
	    text.at, (int32_t)text.length, &status);
	assert(U_SUCCESS(status));
	return units;
}

static struct text units_to_text(struct arena *arena, struct units units)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t capacity = units.length * 3; /* no unit needs more */
	char *bytes = arena_alloc(arena, (size_t)capacity + 1);
	int32_t length;

	(void)u_strToUTF8(bytes, capacity, &length, units.at, units.length,
	    &status);
	assert(U_SUCCESS(status));
	return (struct text){ bytes, (size_t)length };
}

/* Adds the mapped text, which is well-formed. */
static void add_mapped(struct buffer *buffer, struct text text, mapping *map,
    const char *language)
{
	struct arena arena = { 0 };
	struct units from = units_from(&arena, text);
	/* Enough but for rarities: the second round has the exact length. */
	struct units to = { NULL, from.length + 16 };
	UErrorCode status = U_BUFFER_OVERFLOW_ERROR;

	while (status == U_BUFFER_OVERFLOW_ERROR) {
		int32_t capacity = to.length;

		status = U_ZERO_ERROR;
		to.at = arena_array(&arena, UChar, (size_t)capacity);
		to.length = map(to.at, capacity, from, language, &status);
	}
	assert(U_SUCCESS(status));
	buffer_add(buffer, units_to_text(&arena, to));
	arena_release(&arena);
}

/* Maps the well-formed runs of a text, keeping malformed bytes between. */
static struct text text_mapped(struct arena *arena, struct text text,
    mapping *map, const char *language)
{
	struct buffer buffer = { 0 };
	struct text mapped;

	while (text.length > 0) {
		size_t end = text_malformed(text);

		if (end == TEXT_NONE)
			end = text.length;
		if (end > 0)
			add_mapped(&buffer, text_slice(text, 0, end), map,
			    language);
		text = text_after(text, end);
		if (text.length > 0) {
			buffer_add_char(&buffer, text.at[0]);
			text = text_after(text, 1);
		}
	}
	mapped = buffer_copy(&buffer, arena);
	buffer_release(&buffer);
	return mapped;
}

struct text unicode_nfc(struct arena *arena, struct text text)
{
	/* U+0300 is the first character that NFC may change (UAX 15,
	 * Detecting Normalization Forms). */
	size_t i = 0;
	struct text mapped;

	while (i < text.length && (unsigned char)text.at[i] < 0xCC)
		i++;
	if (i == text.length)
		return text;
	mapped = text_mapped(arena, text, map_nfc, "");
	return text_equal(mapped, text) ? text : mapped;
}

struct text unicode_lower(struct arena *arena, struct text text,
    const char *language)
{
	return text_mapped(arena, text, map_lower, language);
}
