#include "render/stylesheet.h"

#include "render/font.h"
#include "render/theme.h"

#include <string.h>

/* NULL: what is made for the locale. */
static const char *const parts[STYLE_KIND_COUNT][6] = {
	[STYLE_SITE] = { "assets/tokens.css", "assets/base.css",
	    "assets/components.css", NULL, "assets/print.css" },
	[STYLE_WORKSHOP] = { "assets/pages.css", "assets/pairs.css",
	    "assets/handout.css", "assets/builder.css" },
};
static const size_t part_counts[STYLE_KIND_COUNT] = { 5, 4 };

/* Control characters end a string or vanish, so they are escaped as
 * numbers. */
void stylesheet_string(struct buffer *css, struct text text)
{
	size_t i;

	buffer_add_char(css, '"');
	for (i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c < ' ' || c == 0x7F) {
			buffer_format(css, "\\%x ", c);
			continue;
		}
		if (c == '"' || c == '\\')
			buffer_add_char(css, '\\');
		buffer_add_char(css, text.at[i]);
	}
	buffer_add_char(css, '"');
}

/* The words of "Page {number} of {count}" around the counters. */
static void css_page_number(struct buffer *css, struct arena *arena,
    const struct locale *locale)
{
	struct text words = catalogs_translate(&locale->catalogs, TEXT(""),
	    TEXT("Page {number} of {count}"));
	bool persian = text_equal(locale_number(locale, arena, 1),
	    TEXT("\xdb\xb1"));
	size_t open, close;

	for (;;) {
		open = text_find_char(words, '{', 0);
		close = text_find_char(words, '}', 0);
		if (open == TEXT_NONE || close == TEXT_NONE || close < open)
			break;
		stylesheet_string(css, text_slice(words, 0, open));
		buffer_format(css, " counter(%s%s) ",
		    text_equal(text_slice(words, open, close + 1 - open),
			TEXT("{number}"))
			? "page"
			: "pages",
		    persian ? ", persian" : "");
		words = text_after(words, close + 1);
	}
	stylesheet_string(css, words);
}

/* The margins of a sheet.  Only the root element's values reach them, so the
 * head comes from an attribute of it. */
static void css_sheet(struct buffer *css, struct arena *arena,
    const struct locale *locale)
{
	const char *head = locale->rtl ? "@top-right" : "@top-left";
	const char *foot = locale->rtl ? "@bottom-left" : "@bottom-right";
	const char *font = "font: 9pt var(--font, sans-serif); color: #333";

	buffer_add_string(css, "html { --running: attr(data-running); }\n");
	buffer_format(css, "@page { margin: 22mm 20mm 20mm; %s { content: ",
	    head);
	buffer_format(css, "var(--running); %s; } %s { content: ", font, foot);
	css_page_number(css, arena, locale);
	buffer_format(css, "; %s;%s } }\n", font,
	    locale->rtl ? " direction: rtl;" : "");
	buffer_format(css,
	    "@page cover { %s { content: none; } %s { content: none; } }\n"
	    ".cover { page: cover; }\n",
	    head, foot);
}

/* The key above the threads repeats their proportions: a phase takes as much
 * room as it has principles, and .7 for the gap (templates/assets). */
static void css_phase_key(struct buffer *css, const struct guide *guide)
{
	size_t counts[PRINCIPLE_AFTER + 1] = { 0 }, i;
	int phase;

	for (i = 0; i < guide->principle_count; i++)
		counts[guide->principles[i].entry->phase]++;
	if (counts[PRINCIPLE_NONE] == guide->principle_count)
		return;
	buffer_add(css, TEXT("@media (width >= 64em) { .phase-key { "
			     "grid-template-columns:"));
	for (phase = PRINCIPLE_BEFORE; phase <= PRINCIPLE_AFTER; phase++)
		if (counts[phase] > 0)
			buffer_format(css, " %zu.7fr", counts[phase]);
	buffer_add(css, TEXT("; } }\n"));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Blanks count between words and as the descendant combinator, not beside
 * braces, semicolons, commas and after colons. What ends a rule keeps its line
 * end, for those who read. */
static void shorten_blanks(struct buffer *out, struct text css, size_t i)
{
	char before = out->length > 0 ? out->bytes[out->length - 1] : '\n';
	char after;
	char blank = ' ';

	for (; i < css.length && is_blank(css.at[i]); i++)
		if (css.at[i] == '\n')
			blank = '\n';
	after = i < css.length ? css.at[i] : '\n';
	if (before == '}' && blank == '\n')
		buffer_add_char(out, '\n');
	else if (memchr("{};,: \n", before, 7) == NULL &&
	    memchr("{};,", after, 4) == NULL)
		buffer_add_char(out, ' ');
}

void stylesheet_shorten(struct buffer *out, struct text css)
{
	char quote = '\0';
	size_t i;

	for (i = 0; i < css.length; i++) {
		char c = css.at[i];

		if (quote != '\0') {
			buffer_add_char(out, c);
			if (c == '\\' && i + 1 < css.length)
				buffer_add_char(out, css.at[++i]);
			else if (c == quote)
				quote = '\0';
			continue;
		}
		if (c == '/' && i + 1 < css.length && css.at[i + 1] == '*') {
			size_t end = text_find(css, TEXT("*/"), i + 2);

			i = end == TEXT_NONE ? css.length : end + 1;
			continue;
		}
		if (c == '"' || c == '\'')
			quote = c;
		if (!is_blank(c)) {
			buffer_add_char(out, c);
			continue;
		}
		shorten_blanks(out, css, i);
		while (i + 1 < css.length && is_blank(css.at[i + 1]))
			i++;
	}
}

bool stylesheet_make(struct buffer *css, struct arena *arena,
    struct report *report, struct theme *theme, const struct guide *guide,
    const struct locale *locale, enum style_kind kind,
    const struct text *fonts)
{
	bool made = true;
	size_t i;

	for (i = 0; i < part_counts[kind]; i++) {
		struct text part = { 0 };

		if (parts[kind][i] == NULL) {
			font_rules(css, guide, locale, fonts);
			css_phase_key(css, guide);
			css_sheet(css, arena, locale);
			continue;
		}
		made = theme_part(&part, report, theme, parts[kind][i]) &&
		    made;
		stylesheet_shorten(css, part);
	}
	return made;
}
