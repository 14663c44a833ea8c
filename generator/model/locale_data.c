/* The part of model/locale.h that needs no open locale. */
#include "model/locale.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <assert.h>
#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

/* Longer than any name of a language, keyword or mark. */
enum { SHORT_LENGTH = 256 };

/* An identifier as ICU writes it: "sr_Latn". */
struct identifier {
	char name[ULOC_FULLNAME_CAPACITY];
};

/* False if a tag is too odd to have one. */
static bool identify(struct identifier *identifier, struct text tag)
{
	char string[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	int32_t parsed = 0;

	if (tag.length >= sizeof(string))
		return false;
	memcpy(string, tag.at, tag.length);
	string[tag.length] = '\0';
	(void)uloc_forLanguageTag(string, identifier->name,
	    sizeof(identifier->name), &parsed, &status);
	return U_SUCCESS(status) && (size_t)parsed == tag.length;
}

/* The canonical spelling of a tag; empty if it is none. */
static struct text canonical(struct arena *arena, struct text tag)
{
	struct identifier identifier;
	char string[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	struct text text;

	if (!identify(&identifier, tag))
		return (struct text){ 0 };
	(void)uloc_toLanguageTag(identifier.name, string, sizeof(string), true,
	    &status);
	text = U_SUCCESS(status) ? text_from(string) : (struct text){ 0 };
	return locale_tag_valid(text) ? text_copy(arena, text)
				      : (struct text){ 0 };
}

/* True if a language has the name in another, whatever the case; name is in
 * lower case. */
static bool is_named(const char *language, const char *in, struct text name)
{
	struct arena scratch = { 0 };
	UChar wide[SHORT_LENGTH];
	char bytes[SHORT_LENGTH * 3 + 1];
	int32_t length, used = 0;
	UErrorCode status = U_ZERO_ERROR;
	bool equal = false;

	length = uloc_getDisplayLanguage(
	    language, in, wide, SHORT_LENGTH, &status);
	u_strToUTF8(bytes, sizeof(bytes), &used, wide, length, &status);
	if (U_SUCCESS(status))
		equal = text_equal(name,
		    unicode_lower(&scratch,
			(struct text){ bytes, (size_t)used }, ""));
	arena_release(&scratch);
	return equal;
}

struct text locale_tag_near(struct arena *arena, struct text written)
{
	const char *const *languages = uloc_getISOLanguages();
	struct text lower = unicode_lower(arena, written, "");
	char *hyphened = arena_copy(arena, written.at, written.length);
	struct text tag;
	size_t i;

	for (i = 0; i < written.length; i++)
		if (hyphened[i] == '_')
			hyphened[i] = '-';
	tag = canonical(arena, (struct text){ hyphened, written.length });
	for (; tag.length == 0 && *languages != NULL; languages++)
		if (is_named(*languages, "en", lower) ||
		    is_named(*languages, *languages, lower))
			tag = text_copy(arena, text_from(*languages));
	return tag;
}

/* The number of a keyword among those seen so far. */
static unsigned char number_of(UChar seen[][SHORT_LENGTH], size_t *count,
    const UChar *keyword)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (u_strcmp(seen[i], keyword) == 0)
			return (unsigned char)i;
	assert(*count < 6); /* zero, one, two, few, many, other */
	(void)u_strcpy(seen[*count], keyword);
	return (unsigned char)(*count)++;
}

void locale_plurals(unsigned char *forms, struct text tag,
    const unsigned long *numbers, size_t count)
{
	UChar seen[6][SHORT_LENGTH], keyword[SHORT_LENGTH];
	struct identifier identifier = { "" };
	UErrorCode status = U_ZERO_ERROR;
	UPluralRules *rules;
	size_t seen_count = 0, i;
	bool known = identify(&identifier, tag);

	assert(known);
	(void)known; /* promised by the caller */
	rules = uplrules_open(identifier.name, &status);
	assert(U_SUCCESS(status));
	for (i = 0; i < count; i++) {
		int32_t length = uplrules_select(rules, (double)numbers[i],
		    keyword, SHORT_LENGTH - 1, &status);

		assert(U_SUCCESS(status));
		keyword[length] = 0;
		forms[i] = number_of(seen, &seen_count, keyword);
	}
	uplrules_close(rules);
}

struct locale_quotes locale_quotes(struct text tag)
{
	static const ULocaleDataDelimiterType types[4] = {
		ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END,
		ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END
	};
	struct locale_quotes quotes = { { '"', '"', '\'', '\'' } };
	struct identifier identifier = { "" };
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data;
	size_t i;

	if (!identify(&identifier, tag))
		return quotes;
	data = ulocdata_open(identifier.name, &status);
	for (i = 0; i < 4; i++) {
		UChar wide[SHORT_LENGTH];
		int32_t length = ulocdata_getDelimiter(
		    data, types[i], wide, SHORT_LENGTH, &status);

		/* All are below U+10000. */
		if (U_SUCCESS(status) && length == 1)
			quotes.marks[i] = wide[0];
	}
	ulocdata_close(data);
	return quotes;
}
