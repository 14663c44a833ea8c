#include "read/configuration.h"

#include "base/list.h"
#include "read/front.h"

#include <strings.h>

/* What a file may hold; some of it needs a closer look than a row of a table
 * can take. */
struct draft {
	struct configuration configuration;
	struct field_text version;
	const struct front_node *locales;
	const struct front_node *fonts;
};

#define ROW(name, kind, member)                                                \
	{ (name), (kind), offsetof(struct draft, member), 0, 100 }

static const struct field fields[] = {
	ROW("opas", FIELD_TEXT, version),
	ROW("title", FIELD_TEXT, configuration.title),
	ROW("tagline", FIELD_TEXT, configuration.tagline),
	ROW("description", FIELD_TEXT, configuration.description),
	ROW("base_url", FIELD_TEXT, configuration.base_url),
	ROW("locales", FIELD_NODE, locales),
	ROW("threshold", FIELD_NUMBER, configuration.threshold),
	ROW("typography", FIELD_FLAG, configuration.typography),
	ROW("raw_html", FIELD_FLAG, configuration.raw_html),
	ROW("handouts", FIELD_FLAG, configuration.handouts),
	ROW("search", FIELD_FLAG, configuration.search),
	ROW("edit_url", FIELD_TEXT, configuration.edit_url),
	ROW("feedback", FIELD_TEXT, configuration.feedback),
	ROW("fonts", FIELD_NODE, fonts),
};

static const struct field locale_fields[] = {
	{ "fallback", FIELD_CHAIN,
	    offsetof(struct configuration_locale, fallback), 0, 0 },
	{ "derived_from", FIELD_TEXT,
	    offsetof(struct configuration_locale, derived_from), 0, 0 },
};

static bool is_one_of(char c, struct text characters)
{
	return text_find_char(characters, c, 0) != TEXT_NONE;
}

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

/* How much of text is a host (RFC 3986, 3.2.2, less what nobody writes): a
 * name or a number, or an address of version 6 in brackets. */
static size_t host_length(struct text text)
{
	size_t i = 1;

	if (text_starts(text, TEXT("["))) {
		while (i < text.length &&
		    is_one_of(text.at[i], TEXT("0123456789abcdefABCDEF:.")))
			i++;
		return i > 1 && i < text.length && text.at[i] == ']' ? i + 1
								     : 0;
	}
	if (text.length == 0 || !is_alphanumeric(text.at[0]))
		return 0;
	while (i < text.length &&
	    (is_alphanumeric(text.at[i]) || is_one_of(text.at[i], TEXT("-."))))
		i++;
	return i;
}

/* A host, and perhaps a port. */
static bool is_authority(struct text text)
{
	size_t host = host_length(text);
	struct text port = text_after(text, host);
	unsigned number;

	if (host == 0 || text_is_empty(port))
		return host > 0;
	return port.at[0] == ':' && text_number(&number, text_after(port, 1)) &&
	    number > 0 && number < 65536;
}

/* RFC 3986, 3.3: characters of a path that need no percent. */
static bool is_path(struct text text)
{
	size_t i;

	for (i = 0; i < text.length; i++)
		if (!is_alphanumeric(text.at[i]) &&
		    !is_one_of(text.at[i], TEXT("/-._~!$&'()*+,;=:@%")))
			return false;
	return true;
}

bool configuration_base_url(struct text *url, struct arena *arena,
    struct text text)
{
	struct text rest, authority;
	size_t end;

	if (text_starts(text, TEXT("https://")))
		rest = text_after(text, 8);
	else if (text_starts(text, TEXT("http://")))
		rest = text_after(text, 7);
	else
		return false;
	end = text_find_char(rest, '/', 0);
	authority = text_slice(rest, 0, end == TEXT_NONE ? rest.length : end);
	if (!is_authority(authority) ||
	    !is_path(text_after(rest, authority.length)))
		return false;
	*url = text_format(arena, "%.*s%s", TEXT_ARGUMENTS(text),
	    text_ends(text, TEXT("/")) ? "" : "/");
	return true;
}

/* Tags differ by more than case, because folders of sites must. */
static const struct configuration_locale *find_locale(
    const struct configuration_locales *locales, struct text tag)
{
	size_t i;

	for (i = 0; i < locales->count; i++) {
		struct text other = locales->items[i].tag.text;

		if (other.length == tag.length &&
		    strncasecmp(other.at, tag.at, tag.length) == 0)
			return &locales->items[i];
	}
	return NULL;
}

static void add_locale(struct configuration_locales *locales,
    const struct field_reader *reader, const struct configuration_locale *new,
    bool (*tag_valid)(struct text tag))
{
	struct field_text tag = new->tag;

	if (!tag_valid(tag.text))
		report_add(reader->report, MESSAGE_LOCALE_TAG, tag.place,
		    tag.text);
	else if (find_locale(locales, tag.text) != NULL)
		report_add(reader->report, MESSAGE_LOCALE_TWICE, tag.place,
		    tag.text);
	else
		*list_add(reader->arena, locales) = *new;
}

/* An item of [tr, fi], or of a mapping whose values may be mappings. */
static void read_locale(struct configuration_locales *locales,
    const struct field_reader *reader, const struct front_node *node,
    bool in_mapping, bool (*tag_valid)(struct text tag))
{
	struct configuration_locale locale = { 0 };

	if (!in_mapping) {
		if (!field_read_text(&locale.tag, reader, "locales", node))
			return;
		if (locale.tag.place.source == NULL)
			locale.tag.place = (struct place){ reader->source,
				node->offset };
	} else {
		locale.tag = (struct field_text){ node->key,
			{ reader->source, node->key_offset } };
		if (node->kind != FRONT_MAPPING && !front_is_null(node)) {
			report_add(reader->report, MESSAGE_YAML_KIND,
			    ((struct place){ reader->source, node->offset }),
			    node->key,
			    TEXT(N_("empty, or a mapping of 'fallback' and "
				    "'derived_from'")));
			return;
		}
		field_read(&locale, reader, locale_fields, 2, node);
	}
	add_locale(locales, reader, &locale, tag_valid);
}

static void read_locales(struct configuration_locales *locales,
    const struct field_reader *reader, const struct front_node *node,
    bool (*tag_valid)(struct text tag))
{
	size_t i;

	if (node->kind == FRONT_SCALAR)
		report_add(reader->report, MESSAGE_YAML_KIND,
		    ((struct place){ reader->source, node->offset }),
		    TEXT("locales"),
		    TEXT(N_("a list such as [fi, sr], or a mapping")));
	for (i = 0; i < node->count; i++)
		read_locale(locales, reader, &node->items[i],
		    node->kind == FRONT_MAPPING, tag_valid);
}

/* False, after a message, unless tag is another locale of the guide. */
static bool check_relative(const struct configuration_locales *locales,
    const struct field_reader *reader,
    const struct configuration_locale *locale, const struct field_text *tag,
    const char *key)
{
	const struct configuration_locale *found =
	    find_locale(locales, tag->text);

	if (found == locale) {
		field_refuse(reader, tag, key, N_("another locale"));
		return false;
	}
	if (found != NULL && text_equal(found->tag.text, tag->text))
		return true;
	/* Tags are too short to guess at more than their case. */
	report_add(reader->report, MESSAGE_LOCALE_UNKNOWN, tag->place,
	    tag->text,
	    found != NULL ? found->tag.text : (struct text){ 0 });
	return false;
}

/* What the locales say of each other, once all are known. */
static void check_locales(struct configuration_locales *locales,
    const struct field_reader *reader)
{
	size_t i, j;

	for (i = 0; i < locales->count; i++) {
		struct configuration_locale *locale = &locales->items[i];
		struct field_texts kept = { 0 };

		for (j = 0; j < locale->fallback.count; j++)
			if (check_relative(locales, reader, locale,
				&locale->fallback.items[j], "fallback"))
				*list_add(reader->arena, &kept) =
				    locale->fallback.items[j];
		locale->fallback = kept;
		if (!text_is_empty(locale->derived_from.text) &&
		    !check_relative(locales, reader, locale,
			&locale->derived_from, "derived_from"))
			locale->derived_from = (struct field_text){ 0 };
	}
	for (i = 0; i < locales->count; i++) {
		struct field_text *from = &locales->items[i].derived_from;

		if (text_is_empty(from->text) ||
		    text_is_empty(find_locale(locales, from->text)
				      ->derived_from.text))
			continue;
		field_refuse(reader, from, "derived_from",
		    N_("a locale that is not derived itself"));
	}
}

static void check_draft(struct draft *draft,
    const struct field_reader *reader, bool (*tag_valid)(struct text tag))
{
	struct field_text *url = &draft->configuration.base_url;
	struct configuration_locales *locales = &draft->configuration.locales;

	if (!text_is_empty(draft->version.text) &&
	    !text_equal_string(draft->version.text, "1"))
		report_add(reader->report, MESSAGE_CONFIGURATION_VERSION,
		    draft->version.place, draft->version.text);
	if (!text_is_empty(url->text) &&
	    !configuration_base_url(&url->text, reader->arena, url->text)) {
		report_add(reader->report, MESSAGE_BASE_URL_INVALID,
		    url->place, url->text);
		*url = (struct field_text){ 0 };
	}
	if (draft->locales != NULL) {
		read_locales(locales, reader, draft->locales, tag_valid);
		check_locales(locales, reader);
	}
	if (draft->fonts != NULL)
		configuration_fonts_read(&draft->configuration.fonts, reader,
		    draft->fonts, locales);
}

void configuration_read(struct configuration *configuration,
    struct arena *arena, struct report *report, const struct source *source,
    bool (*tag_valid)(struct text tag))
{
	const struct field_reader reader = { arena, report, source };
	struct draft draft = { 0 };
	struct front_node root = { 0 };

	draft.configuration.title.text = TEXT("Guide");
	draft.configuration.threshold = 80;
	draft.configuration.search = true;
	if (source != NULL && front_parse_file(&root, arena, report, source)) {
		if (root.kind != FRONT_MAPPING && !front_is_null(&root))
			report_add(report, MESSAGE_YAML_SYNTAX,
			    ((struct place){ source, root.offset }),
			    TEXT(N_("this file must be lines 'key: value'")));
		else
			field_read(&draft, &reader, fields,
			    sizeof(fields) / sizeof(fields[0]), &root);
		check_draft(&draft, &reader, tag_valid);
	}
	*configuration = draft.configuration;
}
