#include "model/locale.h"

#include "base/arena.h"
#include "read/date.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* Longer than any date, number or name of a language in CLDR; in UTF-16
 * units. */
enum { SHORT_LENGTH = 512 };

struct locale_tools {
	pthread_mutex_t lock;
	UDateFormat *date;
	UNumberFormat *number;
	ULocaleDisplayNames *names;
	UListFormatter *list;
};

/* An identifier as ICU writes it: "sr_Latn". */
struct identifier {
	char name[ULOC_FULLNAME_CAPACITY];
};

/* False unless the tag is well-formed and written canonically. */
static bool identify(struct identifier *identifier, struct text tag)
{
	char string[ULOC_FULLNAME_CAPACITY];
	char canonical[ULOC_FULLNAME_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	int32_t parsed = 0;

	if (tag.length == 0 || tag.length >= sizeof(string) ||
	    memchr(tag.at, '\0', tag.length) != NULL)
		return false;
	memcpy(string, tag.at, tag.length);
	string[tag.length] = '\0';
	(void)uloc_forLanguageTag(string, identifier->name,
	    sizeof(identifier->name), &parsed, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
	    (size_t)parsed != tag.length)
		return false;
	(void)uloc_toLanguageTag(identifier->name, canonical,
	    sizeof(canonical), true, &status);
	return U_SUCCESS(status) && strcmp(canonical, string) == 0;
}

/* ISO 639 has codes for "no language", "several" and the like. */
static bool names_no_language(const char *language)
{
	static const char *const none[] = { "und", "mul", "mis", "zxx" };
	size_t i;

	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (strcmp(language, none[i]) == 0)
			return true;
	return false;
}

static void language_of(struct identifier *language,
    const struct identifier *identifier)
{
	UErrorCode status = U_ZERO_ERROR;

	(void)uloc_getLanguage(identifier->name, language->name,
	    sizeof(language->name), &status);
	assert(U_SUCCESS(status));
}

bool locale_tag_valid(struct text tag)
{
	struct identifier identifier, language;

	if (!identify(&identifier, tag))
		return false;
	language_of(&language, &identifier);
	return !names_no_language(language.name) &&
	    uloc_getISO3Language(identifier.name)[0] != '\0';
}

/*
 * The locale whose data are to be used: this one, or English for a language
 * of which CLDR knows little more than the name.  Left to itself, ICU would
 * take the data of the machine's locale, and pages must not depend on that.
 */
static struct identifier data_of(const struct identifier *identifier)
{
	static const struct identifier english = { "en" };
	UErrorCode status = U_ZERO_ERROR;
	UEnumeration *available = uloc_openAvailableByType(
	    ULOC_AVAILABLE_WITH_LEGACY_ALIASES, &status);
	struct identifier language;
	const char *name;
	bool found = false;

	language_of(&language, identifier);
	for (name = uenum_next(available, NULL, &status);
	     name != NULL && !found;
	     name = uenum_next(available, NULL, &status))
		found = strcmp(name, language.name) == 0;
	assert(U_SUCCESS(status));
	uenum_close(available);
	return found ? *identifier : english;
}

static struct text from_wide(struct arena *arena, const UChar *wide,
    int32_t length)
{
	/* A unit of UTF-16 is at most three bytes of UTF-8. */
	int32_t size = length * 3 + 1;
	char *bytes = arena_alloc(arena, (size_t)size);
	UErrorCode status = U_ZERO_ERROR;
	int32_t used = 0;

	u_strToUTF8WithSub(bytes, size, &used, wide, length, 0xFFFD, NULL,
	    &status);
	assert(U_SUCCESS(status));
	return (struct text){ bytes, (size_t)used };
}

/* At most text.length units are written. */
static int32_t to_wide(UChar *wide, struct text text)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t used = 0;

	u_strFromUTF8WithSub(wide, (int32_t)text.length, &used, text.at,
	    (int32_t)text.length, 0xFFFD, NULL, &status);
	assert(U_SUCCESS(status));
	return used;
}

/* The name of a language, or its tag if it is too odd to have one. */
static struct text language_name(const ULocaleDisplayNames *names,
    struct arena *arena, struct text tag)
{
	UChar wide[SHORT_LENGTH];
	struct identifier identifier;
	UErrorCode status = U_ZERO_ERROR;
	int32_t length;

	if (!identify(&identifier, tag))
		return text_copy(arena, tag);
	length = uldn_localeDisplayName(names, identifier.name, wide,
	    SHORT_LENGTH, &status);
	if (U_FAILURE(status))
		return text_copy(arena, tag);
	return from_wide(arena, wide, length);
}

/* The first letter as at the beginning of a title, the others as they are. */
static struct text capitalize(struct arena *arena, struct text text,
    const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UCaseMap *map = ucasemap_open(locale,
	    U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE, &status);
	/* One letter becomes at most three. */
	int32_t size = (int32_t)text.length + 16;
	char *bytes = arena_alloc(arena, (size_t)size);
	int32_t length = ucasemap_utf8ToTitle(map, bytes, size, text.at,
	    (int32_t)text.length, &status);

	assert(U_SUCCESS(status));
	ucasemap_close(map);
	return (struct text){ bytes, (size_t)length };
}

static struct locale_tools *tools_open(const char *locale)
{
	struct locale_tools *tools = memory_new(sizeof(*tools));
	UDisplayContext context = UDISPCTX_STANDARD_NAMES;
	UErrorCode status = U_ZERO_ERROR;
	int failed = pthread_mutex_init(&tools->lock, NULL);

	assert(failed == 0);
	(void)failed; /* always zero on Linux */
	/* Days are given and shown in one time zone, whichever it is. */
	tools->date = udat_open(UDAT_NONE, UDAT_LONG, locale, u"GMT", -1,
	    NULL, 0, &status);
	tools->number =
	    unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
	tools->names = uldn_openForContext(locale, &context, 1, &status);
	tools->list = ulistfmt_open(locale, &status);
	assert(U_SUCCESS(status));
	return tools;
}

struct locale *locale_open(struct arena *arena, struct text tag)
{
	struct locale *locale = arena_new(arena, struct locale);
	struct identifier identifier, data;
	bool valid = identify(&identifier, tag);

	assert(valid);
	(void)valid; /* promised by the caller */
	data = data_of(&identifier);
	locale->tag = text_copy(arena, tag);
	locale->tools = tools_open(data.name);
	locale->rtl = uloc_isRightToLeft(identifier.name);
	locale->endonym = capitalize(arena,
	    language_name(locale->tools->names, arena, tag), data.name);
	return locale;
}

void locale_close(struct locale *locale)
{
	struct locale_tools *tools = locale->tools;

	if (tools == NULL)
		return;
	udat_close(tools->date);
	unum_close(tools->number);
	uldn_close(tools->names);
	ulistfmt_close(tools->list);
	(void)pthread_mutex_destroy(&tools->lock); /* nobody holds it */
	free(tools);
	locale->tools = NULL;
}

struct text locale_date(const struct locale *locale, struct arena *arena,
    int year, int month, int day)
{
	/* Noon, in milliseconds. */
	UDate date =
	    ((double)date_days(year, month, day) + 0.5) * 86400000.0;
	UChar wide[SHORT_LENGTH];
	UErrorCode status = U_ZERO_ERROR;
	int32_t length;

	pthread_mutex_lock(&locale->tools->lock);
	length = udat_format(locale->tools->date, date, wide, SHORT_LENGTH,
	    NULL, &status);
	pthread_mutex_unlock(&locale->tools->lock);
	assert(U_SUCCESS(status));
	return from_wide(arena, wide, length);
}

struct text locale_number(const struct locale *locale, struct arena *arena,
    long number)
{
	UChar wide[SHORT_LENGTH];
	UErrorCode status = U_ZERO_ERROR;
	int32_t length;

	pthread_mutex_lock(&locale->tools->lock);
	length = unum_formatInt64(locale->tools->number, number, wide,
	    SHORT_LENGTH, NULL, &status);
	pthread_mutex_unlock(&locale->tools->lock);
	assert(U_SUCCESS(status));
	return from_wide(arena, wide, length);
}

struct text locale_language(const struct locale *locale, struct arena *arena,
    struct text tag)
{
	struct text name;

	pthread_mutex_lock(&locale->tools->lock);
	name = language_name(locale->tools->names, arena, tag);
	pthread_mutex_unlock(&locale->tools->lock);
	return name;
}

struct text locale_script(const struct locale *locale, struct arena *arena)
{
	struct identifier identifier, likely;
	UErrorCode status = U_ZERO_ERROR;
	char script[SHORT_LENGTH];
	UChar wide[SHORT_LENGTH];
	struct text name = locale->tag;
	int32_t length;

	if (!identify(&identifier, locale->tag))
		return name;
	(void)uloc_addLikelySubtags(identifier.name, likely.name,
	    sizeof(likely.name), &status);
	(void)uloc_getScript(likely.name, script, SHORT_LENGTH, &status);
	pthread_mutex_lock(&locale->tools->lock);
	length = uldn_scriptDisplayName(
	    locale->tools->names, script, wide, SHORT_LENGTH, &status);
	if (U_SUCCESS(status))
		name = from_wide(arena, wide, length);
	pthread_mutex_unlock(&locale->tools->lock);
	return name;
}

struct text locale_list(const struct locale *locale, struct arena *arena,
    const struct text *items, size_t count)
{
	struct arena scratch = { 0 };
	const UChar **starts = arena_array(&scratch, const UChar *, count);
	int32_t *lengths = arena_array(&scratch, int32_t, count);
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0;
	struct text list;
	UChar *wide;
	size_t i;

	for (i = 0; i < count; i++) {
		wide = arena_array(&scratch, UChar, items[i].length + 1);
		starts[i] = wide;
		lengths[i] = to_wide(wide, items[i]);
	}
	pthread_mutex_lock(&locale->tools->lock);
	length = ulistfmt_format(locale->tools->list, starts, lengths,
	    (int32_t)count, NULL, 0, &status);
	status = U_ZERO_ERROR; /* it said that NULL is too small */
	wide = arena_array(&scratch, UChar, (size_t)length + 1);
	(void)ulistfmt_format(locale->tools->list, starts, lengths,
	    (int32_t)count, wide, length + 1, &status);
	pthread_mutex_unlock(&locale->tools->lock);
	assert(U_SUCCESS(status));
	list = from_wide(arena, wide, length);
	arena_release(&scratch);
	return list;
}
