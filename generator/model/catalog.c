#include "model/catalog.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "model/placeholder.h"
#include "model/plural.h"
#include "model/po_reader.h"

#include <string.h>

/* What "charset=" may say, in capitals. */
static const char *const charsets[] = { "UTF-8", "UTF8", "ASCII", "US-ASCII",
	"ANSI_X3.4-1968", "CHARSET" };

/* Everything that reading a catalog needs at hand. */
struct reading {
	struct catalog catalog;
	struct arena *arena;
	struct report *report;
	size_t header_offset; /* of the header's msgid */
	bool failed;
};

static void fail(struct reading *reading, enum message message, size_t offset,
    const struct text *values, size_t value_count)
{
	report_add_values(reading->report, message,
	    (struct place){ reading->catalog.source, offset }, values,
	    value_count);
	reading->failed = true;
}

/* By ASCII alone: the machine's locale must not matter. */
static bool equal_but_for_case(const char *capitals, struct text text)
{
	size_t i;

	if (strlen(capitals) != text.length)
		return false;
	for (i = 0; i < text.length; i++) {
		char c = text.at[i];

		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c != capitals[i])
			return false;
	}
	return true;
}

static bool charset_known(struct text charset)
{
	size_t i;

	for (i = 0; i < sizeof(charsets) / sizeof(charsets[0]); i++)
		if (equal_but_for_case(charsets[i], charset))
			return true;
	return false;
}

/* The first charset=... in text, cut as gettext does. */
static bool find_charset(struct text *charset, struct text text, size_t from)
{
	static const struct text name = { "charset=", 8 };
	size_t at = text_find(text, name, from);
	size_t end;

	if (at == TEXT_NONE)
		return false;
	end = at += name.length;
	while (end < text.length && strchr(" \t\n\"\\;", text.at[end]) == NULL)
		end++;
	*charset = text_slice(text, at, end - at);
	return true;
}

/* False after reporting if the bytes cannot be read as UTF-8. */
static bool check_bytes(struct reading *reading)
{
	struct text bytes = reading->catalog.source->bytes;
	size_t malformed = text_malformed(bytes);
	struct text value;

	if (malformed == TEXT_NONE) {
		malformed = text_find_char(bytes, '\0', 0);
		if (malformed == TEXT_NONE)
			return true;
		value = TEXT("a catalog may not hold the byte 0");
		fail(reading, MESSAGE_PO_SYNTAX, malformed, &value, 1);
		return false;
	}
	/* Better the reason than its effect, if the file names it. */
	if (find_charset(&value, bytes, 0) && !charset_known(value)) {
		fail(reading, MESSAGE_PO_CHARSET,
		    (size_t)(value.at - bytes.at), &value, 1);
		return false;
	}
	value = text_format(reading->arena, "0x%02X",
	    (unsigned)(unsigned char)bytes.at[malformed]);
	fail(reading, MESSAGE_UTF8_INVALID, malformed, &value, 1);
	return false;
}

/* Moves the header from the entries to the catalog.  An obsolete one is no
 * header, but cannot stand beside one either. */
static void take_header(struct reading *reading)
{
	struct catalog *catalog = &reading->catalog;
	bool seen = false;
	size_t i, kept = 0;

	for (i = 0; i < catalog->count; i++) {
		const struct catalog_entry entry = catalog->entries[i];
		bool is_header =
		    entry.id.length == 0 && entry.context.at == NULL;

		if (is_header && seen) {
			fail(reading, MESSAGE_PO_TWICE, entry.offset, NULL,
			    0);
		} else if (is_header && !entry.obsolete) {
			catalog->header = entry.strings[0];
			catalog->top = entry;
			reading->header_offset = entry.offset;
		} else {
			catalog->entries[kept++] = entry;
		}
		seen = seen || is_header;
	}
	catalog->count = kept;
}

struct text catalog_field(const struct catalog *catalog, struct text name)
{
	struct text value = { 0 }, line, rest = catalog->header;

	while (value.at == NULL && text_cut(&line, &rest, '\n'))
		if (text_starts(line, name) && line.length > name.length &&
		    line.at[name.length] == ':')
			value = text_trim(text_after(line, name.length + 1));
	return value;
}

static void read_charset(struct reading *reading)
{
	struct text bytes = reading->catalog.source->bytes;
	struct text type =
	    catalog_field(&reading->catalog, TEXT("Content-Type"));
	struct text charset;
	size_t at;

	if (!find_charset(&charset, type, 0) || charset_known(charset))
		return;
	at = text_find(bytes, charset, reading->header_offset);
	fail(reading, MESSAGE_PO_CHARSET,
	    at != TEXT_NONE ? at : reading->header_offset, &charset, 1);
}

/* Where the byte at of the plural rule stands in the file: exact if the rule
 * stands there on one line, else of the field, else of the header. */
static size_t plural_offset(const struct reading *reading, struct text value,
    size_t at)
{
	struct text bytes = reading->catalog.source->bytes;
	size_t field = text_find(bytes, TEXT("Plural-Forms:"),
	    reading->header_offset);
	size_t found;

	if (field == TEXT_NONE)
		return reading->header_offset;
	found = text_find(bytes, value, field);
	return found != TEXT_NONE ? found + at : field;
}

static void read_plural(struct reading *reading)
{
	struct catalog *catalog = &reading->catalog;
	struct plural_fault fault = { 0 };
	struct text value = catalog_field(catalog, TEXT("Plural-Forms"));

	catalog->plural = plural_default();
	/* What stands in a template until a translator fills it in. */
	if (value.at != NULL &&
	    !text_starts(value, TEXT("nplurals=INTEGER;")) &&
	    !plural_parse(&catalog->plural, &fault, reading->arena, value))
		fail(reading, MESSAGE_PO_PLURAL_RULE,
		    plural_offset(reading, value, fault.at), &fault.problem,
		    1);
	catalog->plural_count = plural_count(catalog->plural);
}

static void add_key(struct buffer *key, struct text context, struct text id)
{
	buffer_add(key, context);
	buffer_add_char(key, '\4');
	buffer_add(key, id);
}

struct text catalog_key(struct arena *arena, struct text context,
    struct text id)
{
	const struct text parts[] = { context, TEXT("\4"), id };

	return context.at != NULL ? text_join(arena, parts, 3) : id;
}

static void index_entries(struct reading *reading)
{
	struct catalog *catalog = &reading->catalog;
	size_t i;

	for (i = 0; i < catalog->count; i++) {
		struct catalog_entry *entry = &catalog->entries[i];
		struct text key = catalog_key(
		    reading->arena, entry->context, entry->id);

		if (table_put(&catalog->index, reading->arena, key, entry) !=
		    NULL)
			fail(reading, MESSAGE_PO_TWICE, entry->offset, NULL,
			    0);
	}
}

bool catalog_entry_translated(const struct catalog_entry *entry)
{
	size_t i;

	for (i = 0; i < entry->string_count; i++)
		if (entry->strings[i].length == 0)
			return false;
	return true;
}

/* True if every form is empty. */
static bool untranslated(const struct catalog_entry *entry)
{
	size_t i;

	for (i = 0; i < entry->string_count; i++)
		if (entry->strings[i].length > 0)
			return false;
	return true;
}

/* What a translator has not touched yet may have the template's forms: it
 * gets its own number of empty ones.  Else the number must be right. */
static void check_forms(struct reading *reading, struct catalog_entry *entry)
{
	size_t expected = reading->catalog.plural_count;
	struct text counts[2];

	if (entry->plural_id.at == NULL || entry->string_count == expected)
		return;
	if (untranslated(entry)) {
		entry->string_count = expected;
		entry->strings =
		    arena_array(reading->arena, struct text, expected);
		return;
	}
	counts[0] = text_format(reading->arena, "%zu", entry->string_count);
	counts[1] = text_format(reading->arena, "%zu", expected);
	fail(reading, MESSAGE_PO_PLURAL_COUNT, entry->offset, counts, 2);
}

static void check_placeholders(struct reading *reading,
    const struct catalog_entry *entry)
{
	const struct source *source = reading->catalog.source;
	const struct text messages[] = { entry->id, entry->plural_id };
	struct placeholder_fault fault;
	struct text values[2];
	size_t offset, found;

	if (placeholder_agree(&fault, messages, entry->strings,
		entry->string_count))
		return;
	offset = po_string_offset(source, entry, fault.form);
	values[0] = fault.placeholder;
	values[1] = fault.missing ? TEXT("missing") :
				    TEXT("not in the message");
	found = text_find(source->bytes, fault.placeholder, offset);
	if (!fault.missing && found != TEXT_NONE)
		offset = found;
	fail(reading, MESSAGE_PO_PLACEHOLDER, offset, values, 2);
}

static void check_entries(struct reading *reading)
{
	struct catalog *catalog = &reading->catalog;
	size_t i;

	for (i = 0; i < catalog->count; i++) {
		struct catalog_entry *entry = &catalog->entries[i];

		if (entry->obsolete)
			continue;
		check_forms(reading, entry);
		if (!entry->fuzzy && catalog_entry_translated(entry))
			check_placeholders(reading, entry);
	}
}

bool catalog_read(struct catalog *catalog, struct arena *arena,
    struct report *report, const struct source *source)
{
	static const struct text mark = { "\xEF\xBB\xBF", 3 }; /* U+FEFF */
	struct reading reading = { .catalog = { .source = source },
		.arena = arena,
		.report = report };
	struct po_entries entries = { 0 };
	size_t start = text_starts(source->bytes, mark) ? mark.length : 0;

	if (!check_bytes(&reading) ||
	    !po_read(&entries, arena, report, source, start))
		return false;
	reading.catalog.entries = entries.items;
	reading.catalog.count = entries.count;
	take_header(&reading);
	read_charset(&reading);
	read_plural(&reading);
	index_entries(&reading);
	/* Every count would be wrong after a wrong rule. */
	if (!reading.failed)
		check_entries(&reading);
	if (!reading.failed)
		*catalog = reading.catalog;
	return !reading.failed;
}

const struct catalog_entry *catalog_entry(const struct catalog *catalog,
    struct text context, struct text id)
{
	const struct catalog_entry *entry;
	struct buffer key = { 0 };

	if (context.length > 0) {
		add_key(&key, context, id);
		id = buffer_text(&key);
	}
	entry = table_get(&catalog->index, id);
	buffer_release(&key);
	return entry;
}

const struct catalog_entry *catalog_find(const struct catalog *catalog,
    struct text context, struct text id)
{
	const struct catalog_entry *entry =
	    catalog_entry(catalog, context, id);

	return entry != NULL && !entry->fuzzy && !entry->obsolete ? entry :
								      NULL;
}

size_t catalog_plural(const struct catalog *catalog, unsigned long n)
{
	return plural_index(catalog->plural, n);
}

const struct catalog_entry *catalogs_find(const struct catalog **holder,
    const struct catalogs *catalogs, struct text context, struct text id)
{
	size_t i;

	for (i = 0; i < catalogs->count; i++) {
		const struct catalog *catalog = catalogs->items[i];
		const struct catalog_entry *entry = NULL;

		if (catalog != NULL)
			entry = catalog_find(catalog, context, id);
		if (entry == NULL || !catalog_entry_translated(entry))
			continue;
		if (holder != NULL)
			*holder = catalog;
		return entry;
	}
	return NULL;
}

struct text catalogs_translate(const struct catalogs *catalogs,
    struct text context, struct text id)
{
	const struct catalog_entry *entry =
	    catalogs_find(NULL, catalogs, context, id);

	return entry != NULL ? entry->strings[0] : id;
}
