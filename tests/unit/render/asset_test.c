#include "render/asset.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hash.h"
#include "guiding.h"
#include "render/theme.h"
#include "scratch.h"

struct making {
	struct scratch *scratch;
	struct guiding *guiding;
	struct assets assets;
	struct theme theme;
};

static int making_setup(void **state)
{
	static const char *const names[] = { "tokens.css", "base.css",
		"components.css", "print.css", "site.js", "chooser.js",
		"favicon.svg", "glyphs.svg", "search-index.js",
		"search-results.js", "search-box.js", "search-page.js",
		"shortcuts.js", "frames.js", "pairs.js", "compare.js",
		"builder-words.js", "builder-choice.js", "builder-address.js",
		"builder-order.js", "builder-units.js", "builder-sheet.js",
		"builder.js", "pages.css", "pairs.css", "handout.css",
		"builder.css" };
	struct making *making = calloc(1, sizeof(*making));
	void *scratch, *guiding;
	size_t i;

	if (making == NULL || scratch_setup(&scratch) != 0 ||
	    guiding_setup(&guiding) != 0)
		return -1;
	making->scratch = scratch;
	making->guiding = guiding;
	if (!file_make_folder(scratch_path(scratch, "builtin/assets")))
		return -1;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		scratch_write(making->scratch,
		    text_format(&making->scratch->arena, "builtin/assets/%s",
			names[i]).at,
		    text_format(&making->scratch->arena,
			strstr(names[i], ".js") != NULL ? "is(\"%s\");\n"
							: "  is { %s }\n",
			names[i]).at);
	*state = making;
	return 0;
}

static int making_teardown(void **state)
{
	struct making *making = *state;
	void *scratch = making->scratch, *guiding = making->guiding;
	int result = scratch_teardown(&scratch);

	if (guiding_teardown(&guiding) != 0)
		result = -1;
	free(making);
	return result;
}

/* Makes the assets of the guide anew. */
static bool make(struct making *making)
{
	struct guiding *guiding = making->guiding;

	making->assets = (struct assets){ 0 };
	theme_open(&making->theme, &guiding->arena,
	    scratch_path(making->scratch, "root"),
	    scratch_path(making->scratch, "builtin"));
	return assets_make(&making->assets, &guiding->arena, &guiding->report,
	    &making->theme, &guiding->guide);
}

/* What the file at a path holds. */
static const char *bytes_of(struct making *making, struct text path)
{
	size_t i;

	for (i = 0; i < making->assets.count; i++)
		if (text_equal(making->assets.items[i].path, path))
			return text_string(&making->guiding->arena,
			    making->assets.items[i].bytes);
	return NULL;
}

static const char *stylesheet(struct making *making, const char *tag)
{
	return bytes_of(making,
	    making->assets.stylesheets[STYLE_SITE][guiding_locale(
		making->guiding, tag)->index]);
}

static void a_stylesheet_is_the_parts_and_the_page(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	guiding_configure(guiding, "title: Small\nlocales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_string_equal(stylesheet(making, "fi"),
	    "is{tokens.css}\nis{base.css}\nis{components.css}\n"
	    "html { --running: attr(data-running); }\n"
	    "@page { margin: 22mm 20mm 20mm; @top-left { content: "
	    "var(--running); "
	    "font: 9pt var(--font, sans-serif); color: #333; } "
	    "@bottom-right { content: \"Page \" counter(page) \" of \" "
	    "counter(pages) \"\"; "
	    "font: 9pt var(--font, sans-serif); color: #333; } }\n"
	    "@page cover { @top-left { content: none; } "
	    "@bottom-right { content: none; } }\n.cover { page: cover; }\n"
	    "is{print.css}\n");
	assert_string_equal(bytes_of(making,
				making->assets.stylesheets[STYLE_WORKSHOP][0]),
	    "is{pages.css}\nis{pairs.css}\nis{handout.css}\nis{builder.css}\n");
}

static void names_hold_a_hash_of_the_bytes(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;
	struct text script, icon;

	guiding_configure(guiding, "locales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	/* Two stylesheets, the words, the icon, four scripts. */
	assert_int_equal(making->assets.count, 8);
	script = making->assets.scripts[SCRIPT_SITE];
	icon = making->assets.icon;
	assert_int_equal(script.length, strlen("assets/site.0123456789.js"));
	assert_true(text_starts(script, TEXT("assets/site.")));
	assert_true(text_ends(icon, TEXT(".svg")));
	assert_string_equal(bytes_of(making, script), "is(\"site.js\");\n");
	assert_string_equal(bytes_of(making, making->assets.scripts[SCRIPT_CHOOSER]),
	    "is(\"chooser.js\");\n");
	scratch_write(making->scratch, "builtin/assets/site.js", "new();\n");
	assert_true(make(making));
	assert_false(text_equal(script, making->assets.scripts[SCRIPT_SITE]));
	assert_true(text_equal(icon, making->assets.icon));
	assert_is(making->assets.scripts[SCRIPT_SITE],
	    text_format(&guiding->arena, "assets/site.%.*s.js",
		TEXT_ARGUMENTS(hash_name(&guiding->arena,
		    hash_bytes(TEXT("new();\n"))))).at);
}

static void each_language_has_its_stylesheet(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;
	struct text *sheets;

	guiding_configure(guiding, "title: Small\nlocales: [fi, fa, tr]\n");
	guiding_catalog(guiding, "fi",
	    "msgid \"Small\"\nmsgstr \"Pieni\"\n\n"
	    "msgid \"Page {number} of {count}\"\n"
	    "msgstr \"Sivu {number}/{count}\"\n");
	guiding_catalog(guiding, "fa",
	    "msgid \"Page {number} of {count}\"\n"
	    "msgstr \"صفحهٔ {number} از {count}\"\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_non_null(strstr(stylesheet(making, "fi"),
	    "@top-left { content: var(--running);"));
	assert_non_null(strstr(stylesheet(making, "fi"),
	    "@bottom-right { content: \"Sivu \" counter(page) \"/\" "
	    "counter(pages) \"\";"));
	assert_non_null(strstr(stylesheet(making, "fa"),
	    "@top-right { content: var(--running);"));
	assert_non_null(strstr(stylesheet(making, "fa"),
	    "@bottom-left { content: \"صفحهٔ \" counter(page, persian) "
	    "\" از \" counter(pages, persian) \"\";"));
	assert_non_null(strstr(stylesheet(making, "fa"), " direction: rtl;"));
	assert_null(strstr(stylesheet(making, "tr"), "rtl"));
	/* Even where two are the same, nobody reads another's. */
	sheets = making->assets.stylesheets[STYLE_SITE];
	assert_true(text_starts(sheets[0], TEXT("assets/fi.")));
	assert_true(text_starts(sheets[1], TEXT("assets/fa.")));
	assert_true(text_starts(sheets[2], TEXT("assets/tr.")));
}

static void the_search_has_one_script_and_words_in_each_language(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	scratch_write(making->scratch, "builtin/assets/search-box.js",
	    "_(\"Close\");\n");
	guiding_configure(guiding, "locales: [fi, fa]\n");
	guiding_catalog(guiding, "fi", "msgid \"Close\"\nmsgstr \"Sulje\"\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_true(text_starts(
	    making->assets.scripts[SCRIPT_SEARCH], TEXT("assets/search.")));
	assert_string_equal(bytes_of(making, making->assets.scripts[SCRIPT_SEARCH]),
	    "is(\"search-index.js\");\nis(\"search-results.js\");\n"
	    "_(\"Close\");\nis(\"search-page.js\");\n");
	assert_true(text_starts(making->assets.words[0], TEXT("fi/ui.")));
	assert_string_equal(bytes_of(making, making->assets.words[0]),
	    "opasWords({\n\"Close\": \"Sulje\"\n});\n");
	assert_true(text_starts(making->assets.words[1], TEXT("fa/ui.")));
	assert_string_equal(bytes_of(making, making->assets.words[1]),
	    "opasWords({\n});\n");
}

static void without_search_nothing_of_it_is_there(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	guiding_configure(guiding, "search: false\nlocales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_int_equal(making->assets.count, 7);
	assert_int_equal(making->assets.scripts[SCRIPT_SEARCH].length, 0);
}

static void what_compares_needs_two_languages(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	guiding_configure(guiding, "locales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_int_equal(making->assets.scripts[SCRIPT_COMPARE].length, 0);
	assert_int_equal(making->assets.scripts[SCRIPT_FRAMES].length, 0);
	guiding_again(guiding);
	guiding_configure(guiding, "locales: [fi, fa]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_string_equal(
	    bytes_of(making, making->assets.scripts[SCRIPT_COMPARE]),
	    "is(\"pairs.js\");\nis(\"compare.js\");\n");
	assert_string_equal(
	    bytes_of(making, making->assets.scripts[SCRIPT_FRAMES]),
	    "is(\"frames.js\");\n");
}

static void what_puts_handouts_together_is_there_if_wanted(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	guiding_configure(guiding, "locales: [fi]\nhandouts: true\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_string_equal(
	    bytes_of(making, making->assets.scripts[SCRIPT_BUILDER]),
	    "is(\"pairs.js\");\nis(\"builder-words.js\");\n"
	    "is(\"builder-choice.js\");\nis(\"builder-address.js\");\n"
	    "is(\"builder-order.js\");\nis(\"builder-units.js\");\n"
	    "is(\"builder-sheet.js\");\nis(\"builder.js\");\n");
	assert_string_equal(
	    bytes_of(making, making->assets.scripts[SCRIPT_FRAMES]),
	    "is(\"frames.js\");\n");
	guiding_again(guiding);
	guiding_configure(guiding, "locales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_int_equal(making->assets.scripts[SCRIPT_BUILDER].length, 0);
}

static void words_around_page_numbers_follow_the_translation(void **state)
{
	static const struct {
		const char *translation, *css;
	} rows[] = {
		{ "{count}/{number}", "\"\" counter(pages) \"/\" "
				      "counter(page) \"\"" },
		{ "({number}) {count}.", "\"(\" counter(page) \") \" "
					 "counter(pages) \".\"" },
		/* What the reader of catalogs refuses, and says so. */
		{ "no number", "\"no number\"" },
		{ "{number} and }{", "\"\" counter(page) \" and }{\"" },
		{ "}{", "\"}{\"" },
		/* Nothing leaves its string. */
		{ "A \"B\" \\ } </style> */ é\nx\rf\fd\x7f",
		    "\"A \\\"B\\\" \\\\ } </style> */ é"
		    "\\a x\\d f\\c d\\7f \"" },
	};
	struct making *making = *state;
	struct guiding *guiding = making->guiding;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct text message = TEXT("Page {number} of {count}");
		struct catalog_entry *entry;
		struct catalog *catalog;
		struct locale *locale;

		guiding_configure(guiding, "title: Small\nlocales: [fi]\n");
		guiding_catalog(guiding, "fi",
		    "msgid \"Page {number} of {count}\"\n"
		    "msgstr \"{number} {count}\"\n");
		locale = guiding->guide.locales[0];
		catalog = (struct catalog *)(uintptr_t)
		    locale->catalogs.items[0];
		entry = (struct catalog_entry *)(uintptr_t)
		    catalog_find(catalog, TEXT(""), message);
		entry->strings[0] = text_from(rows[i].translation);
		guiding_assemble(guiding);
		assert_true(make(making));
		assert_non_null(strstr(stylesheet(making, "fi"),
		    text_format(&guiding->arena, "{ content: %s; font",
			rows[i].css).at));
		guiding_again(guiding);
	}
}

static void the_key_of_phases_has_their_proportions(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	guiding_configure(guiding, "locales: [fi]\n");
	guiding_principles(guiding,
	    "- {id: a, name: A, phase: during}\n"
	    "- {id: b, name: B, phase: during}\n"
	    "- {id: c, name: C, phase: after}\n"
	    "- {id: d, name: D}\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_non_null(strstr(stylesheet(making, "fi"),
	    ".phase-key { grid-template-columns: 2.7fr 1.7fr; }"));
	guiding_again(guiding);
	/* Without phases there is no key. */
	guiding_configure(guiding, "locales: [fi]\n");
	guiding_principles(guiding, "- {id: d, name: D}\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_null(strstr(stylesheet(making, "fi"), "phase-key"));
}

static void own_fonts_come_first(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;
	const char *css;

	assert_true(file_make_folder(
	    scratch_path(making->scratch, "root/templates/assets")));
	scratch_write(making->scratch, "root/templates/assets/aino.woff2",
	    "wOF2");
	guiding_configure(guiding, "locales: [fi, fa]\nfonts:\n"
	    "- {file: aino.woff2, family: \"Ai\\\"no\", locales: fi}\n"
	    "- {file: aino.woff2, family: \"Ai\\\"no\", weight: 700, "
	    "style: italic}\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	css = stylesheet(making, "fi");
	assert_non_null(strstr(css,
	    "@font-face { font-family: \"Ai\\\"no\"; src: url(aino."));
	assert_non_null(strstr(css,
	    ".woff2); font-weight: 400; font-style: normal; "
	    "font-display: optional; }\n"));
	assert_non_null(strstr(css,
	    ".woff2); font-weight: 700; font-style: italic; "));
	assert_non_null(strstr(css, "[lang] { --own: ; }\n"
	    "[lang=\"fi\"] { --own: \"Ai\\\"no\",; }\n"));
	css = stylesheet(making, "fa");
	assert_null(strstr(css, "font-weight: 400"));
	assert_non_null(strstr(css, "font-weight: 700"));
}

static void a_missing_font_is_reported_where_it_is_named(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	guiding_configure(guiding,
	    "locales: [fi]\nfonts:\n- {file: a.ttf, family: A}\n");
	guiding_assemble(guiding);
	assert_false(make(making));
	assert_reported("content/guide.yaml:3:10: error: there is no font file "
			"'templates/assets/a.ttf' [font-missing]\n");
}

static void own_assets_win(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	assert_true(file_make_folder(
	    scratch_path(making->scratch, "root/templates/assets")));
	scratch_write(making->scratch, "root/templates/assets/tokens.css",
	    "own { }\n");
	guiding_configure(guiding, "locales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_true(text_starts(text_from(stylesheet(making, "fi")),
	    TEXT("own{}\nis{base.css}\n")));
}

static void every_missing_file_is_reported(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	assert_true(file_remove(
	    scratch_path(making->scratch, "builtin/assets/base.css")));
	assert_true(file_remove(
	    scratch_path(making->scratch, "builtin/assets/site.js")));
	guiding_configure(guiding, "locales: [fi, tr]\n");
	guiding_assemble(guiding);
	assert_false(make(making));
	assert_reported("error: there is no template 'assets/base.css' "
			"[template-missing]\n"
			"error: there is no template 'assets/site.js' "
			"[template-missing]\n");
}

#define SYMBOL(id) "<symbol id=\"" id "\"><path/></symbol>"

static const char *symbols(struct making *making, const char *html)
{
	return text_string(&making->guiding->arena,
	    assets_symbols(&making->assets, &making->guiding->arena,
		text_from(html)));
}

static void a_page_gets_the_glyphs_it_uses_each_once(void **state)
{
	struct making *making = *state;
	struct guiding *guiding = making->guiding;

	scratch_write(making->scratch, "builtin/assets/glyphs.svg",
	    "<svg>\n" SYMBOL("g-b") "\n" SYMBOL("g-a") "\n" SYMBOL("g-c")
	    "\n</svg>\n");
	guiding_configure(guiding, "locales: [fi]\n");
	guiding_assemble(guiding);
	assert_true(make(making));
	assert_string_equal(symbols(making, ""), "");
	assert_string_equal(
	    symbols(making, "<a href=\"#top\"><a href=\"x#g-c\">"), "");
	assert_string_equal(
	    symbols(making,
		"<use href=\"#g-b\"/><use href=\"#g-a\"/><p>"
		"<use href=\"#g-b\"/><use href=\"#g-none\"/>"),
	    SYMBOL("g-a") SYMBOL("g-b"));
	/* Bytes that end too early are nobody's. */
	assert_string_equal(symbols(making, "<use href=\"#g-a"), "");
}

static void damaged_glyphs_are_left_out(void **state)
{
	static const char *const damaged[] = { "<symbol id=\"g-a\"><path/>",
		"<symbol id=\"g-a</symbol>", "<symbol id=\"",
		"</symbol><symbol id=\"g-a\">" };
	struct making *making = *state;
	struct guiding *guiding = making->guiding;
	size_t i;

	for (i = 0; i < sizeof(damaged) / sizeof(damaged[0]); i++) {
		scratch_write(making->scratch, "builtin/assets/glyphs.svg",
		    damaged[i]);
		guiding_configure(guiding, "locales: [fi]\n");
		guiding_assemble(guiding);
		assert_true(make(making));
		assert_string_equal(
		    symbols(making, "<use href=\"#g-a\"/>"), "");
		guiding_again(guiding);
	}
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, making_setup, making_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_stylesheet_is_the_parts_and_the_page),
		TEST(names_hold_a_hash_of_the_bytes),
		TEST(each_language_has_its_stylesheet),
		TEST(the_search_has_one_script_and_words_in_each_language),
		TEST(without_search_nothing_of_it_is_there),
		TEST(what_compares_needs_two_languages),
		TEST(what_puts_handouts_together_is_there_if_wanted),
		TEST(words_around_page_numbers_follow_the_translation),
		TEST(the_key_of_phases_has_their_proportions),
		TEST(own_fonts_come_first),
		TEST(a_missing_font_is_reported_where_it_is_named),
		TEST(own_assets_win),
		TEST(every_missing_file_is_reported),
		TEST(a_page_gets_the_glyphs_it_uses_each_once),
		TEST(damaged_glyphs_are_left_out),
	};

	return cmocka_run_group_tests_name("render/asset", tests, NULL, NULL);
}
