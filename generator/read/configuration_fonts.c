/* The font files that a guide brings. */
#include "base/list.h"
#include "read/configuration.h"
#include "read/front.h"
#include "read/id.h"

#define ROW(name, kind)                                                        \
	{ #name, (kind), offsetof(struct configuration_font, name), 0, 0 }

static const struct field fields[] = {
	ROW(file, FIELD_TEXT),
	ROW(family, FIELD_TEXT),
	ROW(weight, FIELD_TEXT),
	ROW(style, FIELD_TEXT),
	ROW(locales, FIELD_CHAIN),
};

/* A name of a file that is safe on every disk and in every address. */
static bool is_font(struct text name)
{
	static const char *const endings[] = { ".woff2", ".woff", ".ttf",
		".otf" };
	size_t i, j;

	for (i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		struct text stem;

		if (!text_ends(name, text_from(endings[i])))
			continue;
		stem = text_slice(
		    name, 0, name.length - text_from(endings[i]).length);
		for (j = 0; j < stem.length; j++) {
			char c = stem.at[j];

			if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') &&
			    (c < '0' || c > '9') && c != '-' && c != '_')
				return false;
		}
		return stem.length > 0;
	}
	return false;
}

static bool is_weight(struct text text)
{
	struct text word;
	unsigned number;
	size_t count = 0;

	while (text_cut(&word, &text, ' ')) {
		if (!text_number(&number, word) || number < 1 || number > 1000)
			return false;
		count++;
	}
	return count == 1 || count == 2;
}

static bool is_known(const struct configuration_locales *locales,
    struct text tag)
{
	size_t i;

	for (i = 0; i < locales->count; i++)
		if (text_equal(locales->items[i].tag.text, tag))
			return true;
	return locales->count == 0; /* they are the folders of content/ */
}

/* False after a message. */
static bool check(const struct configuration_font *font,
    const struct field_reader *reader,
    const struct configuration_locales *locales)
{
	bool good = true;
	size_t i;

	if (!is_font(font->file.text)) {
		field_refuse(reader, &font->file, "file",
		    N_("the name of a .woff2, .woff, .ttf or .otf file in "
		       "templates/assets"));
		good = false;
	}
	if (!text_is_empty(font->weight.text) &&
	    !is_weight(font->weight.text)) {
		field_refuse(reader, &font->weight, "weight",
		    N_("a number such as 400, or two such as 100 900"));
		good = false;
	}
	if (!text_is_empty(font->style.text) &&
	    !text_equal_string(font->style.text, "italic") &&
	    !text_equal_string(font->style.text, "normal")) {
		field_refuse(reader, &font->style, "style",
		    N_("normal or italic"));
		good = false;
	}
	for (i = 0; i < font->locales.count; i++)
		if (!is_known(locales, font->locales.items[i].text)) {
			report_add(reader->report, MESSAGE_LOCALE_UNKNOWN,
			    font->locales.items[i].place,
			    font->locales.items[i].text, (struct text){ 0 });
			good = false;
		}
	return good;
}

static void read_font(struct configuration_fonts *fonts,
    const struct field_reader *reader, const struct front_node *node,
    const struct configuration_locales *locales)
{
	struct configuration_font font = { 0 };

	field_read(&font, reader, fields, sizeof(fields) / sizeof(fields[0]),
	    node);
	field_require(reader, node, "file", &font.file);
	field_require(reader, node, "family", &font.family);
	if (!text_is_empty(font.file.text) && check(&font, reader, locales) &&
	    !text_is_empty(font.family.text))
		*list_add(reader->arena, fonts) = font;
}

void configuration_fonts_read(struct configuration_fonts *fonts,
    const struct field_reader *reader, const struct front_node *node,
    const struct configuration_locales *locales)
{
	size_t i;

	if (node->kind == FRONT_SEQUENCE || front_is_null(node)) {
		for (i = 0; i < node->count; i++)
			if (node->items[i].kind != FRONT_MAPPING)
				break;
		if (i == node->count) {
			for (i = 0; i < node->count; i++)
				read_font(fonts, reader, &node->items[i],
				    locales);
			return;
		}
		node = &node->items[i];
	}
	report_add(reader->report, MESSAGE_YAML_KIND,
	    ((struct place){ reader->source, node->offset }), TEXT("fonts"),
	    TEXT(N_("a list of entries '- {file: ..., family: ...}'")));
}
