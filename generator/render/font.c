#include "render/font.h"

#include "render/stylesheet.h"

static bool is_for(const struct configuration_font *font,
    const struct locale *locale)
{
	size_t i;

	for (i = 0; i < font->locales.count; i++)
		if (text_equal(font->locales.items[i].text, locale->tag))
			return true;
	return font->locales.count == 0;
}

static bool is_used(const struct guide *guide, const struct locale *locale,
    const struct text *paths, size_t number)
{
	return paths[number].length > 0 &&
	    is_for(&guide->configuration.fonts.items[number], locale);
}

/* A font that does not come at once is not used for this page: swapping it in
 * would move the text under the reader. */
static void face_add(struct buffer *css,
    const struct configuration_font *font, struct text path)
{
	buffer_add_string(css, "@font-face { font-family: ");
	stylesheet_string(css, font->family.text);
	buffer_format(css,
	    "; src: url(%.*s); font-weight: %.*s; font-style: %.*s; "
	    "font-display: optional; }\n",
	    TEXT_ARGUMENTS(path),
	    TEXT_ARGUMENTS(text_is_empty(font->weight.text)
		    ? TEXT("400")
		    : font->weight.text),
	    TEXT_ARGUMENTS(text_is_empty(font->style.text)
		    ? TEXT("normal")
		    : font->style.text));
}

void font_rules(struct buffer *css, const struct guide *guide,
    const struct locale *locale, const struct text *paths)
{
	const struct configuration_fonts *fonts = &guide->configuration.fonts;
	size_t i, j;
	bool any = false;

	for (i = 0; i < fonts->count; i++)
		if (is_used(guide, locale, paths, i))
			face_add(css, &fonts->items[i], paths[i]);
	for (i = 0; i < fonts->count; i++) {
		if (!is_used(guide, locale, paths, i))
			continue;
		for (j = 0; j < i; j++)
			if (is_used(guide, locale, paths, j) &&
			    text_equal(fonts->items[i].family.text,
				fonts->items[j].family.text))
				break;
		if (j < i)
			continue;
		/* base.css: font-family: var(--own,) var(--font) */
		buffer_add_string(css, any ? ", " : "");
		if (!any)
			buffer_format(css,
			    "[lang] { --own: ; }\n[lang=\"%.*s\"] { --own: ",
			    TEXT_ARGUMENTS(locale->tag));
		stylesheet_string(css, fonts->items[i].family.text);
		any = true;
	}
	if (any)
		buffer_add_string(css, ",; }\n");
}
