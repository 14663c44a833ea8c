/*
 * What the tests of templates share: a small vocabulary of slots, a set of
 * files out of strings, catalogs out of PO, and pages or reports as strings.
 *
 * The root type is "page" with the slots title, foreign, words, empty, url,
 * evil, count, one, none, size, date, yes, no, body, strange (markup in
 * Finnish), items, nobody (an empty list), item, missing.  An "item" has
 * title, url, count, ok, parent (an item, or absent), children, tag.
 */
#ifndef UNIT_RENDER_TEMPLATING_H
#define UNIT_RENDER_TEMPLATING_H

#include "base/arena.h"
#include "render/template.h"

#include <stdlib.h>
#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define TAL                                                                    \
	" xmlns:tal=\"http://xml.zope.org/namespaces/tal\""                    \
	" xmlns:metal=\"http://xml.zope.org/namespaces/metal\""                \
	" xmlns:i18n=\"http://xml.zope.org/namespaces/i18n\""
/* Content in a root that is not written. */
#define BLOCK(content) "<tal:block" TAL ">" content "</tal:block>"
#define HEADER(plural)                                                         \
	"msgid \"\"\nmsgstr \"\"\n"                                            \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"                     \
	"\"Plural-Forms: " plural "\\n\"\n\n"
#define SERBIAN                                                                \
	HEADER("nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && "    \
	       "n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);")

struct item {
	const char *title;
	const char *url;
	long count;
	bool ok;
	const struct item *parent;
	const void *const *children;
	size_t child_count;
};

static const struct slot_language finnish = { { "fi", 2 }, false };
static const struct slot_language persian = { { "fa", 2 }, true };
static const struct slot_language serbian = { { "sr", 2 }, false };

static inline void set_text(struct slot_value *value, const char *text)
{
	value->text = text_from(text);
	value->absent = text == NULL;
}

static inline void item_title(struct slot_value *value, void *context,
    const void *object)
{
	(void)context;
	set_text(value, ((const struct item *)object)->title);
}

static inline void item_url(struct slot_value *value, void *context,
    const void *object)
{
	(void)context;
	set_text(value, ((const struct item *)object)->url);
}

/* 5 is written ٥: digits of the locale. */
static inline void set_number(struct slot_value *value, struct arena *arena,
    long number)
{
	value->number = number;
	if (number >= 0 && number <= 9)
		value->text = text_format(arena, "\xD9%c",
		    (char)(0xA0 + (int)number));
	else
		value->text = text_format(arena, "#%ld", number);
}

static inline void item_count(struct slot_value *value, void *context,
    const void *object)
{
	set_number(value, context, ((const struct item *)object)->count);
}

static inline void item_ok(struct slot_value *value, void *context,
    const void *object)
{
	(void)context;
	value->flag = ((const struct item *)object)->ok;
}

static inline void item_parent(struct slot_value *value, void *context,
    const void *object)
{
	(void)context;
	value->object = ((const struct item *)object)->parent;
	/* absent is left out: an object that is NULL is absent by itself */
}

static inline void item_children(struct slot_value *value, void *context,
    const void *object)
{
	const struct item *item = object;

	(void)context;
	value->items = item->children;
	value->count = item->child_count;
}

static inline void item_tag(struct slot_value *value, void *context,
    const void *object)
{
	(void)context;
	(void)object;
	set_text(value, "fi");
}

static const struct slot_type item_type;
static const struct slot item_slots[] = {
	{ "title", SLOT_TEXT, NULL, item_title, "" },
	{ "url", SLOT_URL, NULL, item_url, "" },
	{ "count", SLOT_NUMBER, NULL, item_count, "" },
	{ "ok", SLOT_FLAG, NULL, item_ok, "" },
	{ "parent", SLOT_OBJECT, &item_type, item_parent, "" },
	{ "children", SLOT_LIST, &item_type, item_children, "" },
	{ "tag", SLOT_TEXT, NULL, item_tag, "" },
};
static const struct slot_type item_type = { "item", item_slots,
	sizeof(item_slots) / sizeof(item_slots[0]) };

static const struct item grandchild = { "leaf", "leaf.html", 0, false, NULL,
	NULL, 0 };
static const void *const grandchildren[] = { &grandchild };
static const struct item first_item = { "One & only", "a.html?x=1&y=2", 1,
	true, NULL, grandchildren, 1 };
static const struct item second_item = { "Two", "b c.html", 2, false,
	&first_item, NULL, 0 };
static const struct item third_item = { NULL, "javascript:alert(1)", 5, true,
	&second_item, NULL, 0 };
static const void *const three_items[] = { &first_item, &second_item,
	&third_item };

#define GET(name, statement)                                                   \
	static inline void page_##name(struct slot_value *value,               \
	    void *context, const void *object)                                 \
	{                                                                      \
		(void)context;                                                 \
		(void)object;                                                  \
		statement;                                                     \
	}
GET(title, set_text(value, "<Title> & \"more\""))
GET(foreign, set_text(value, "Suomi"); value->language = &finnish)
GET(words, set_text(value, "sivu"); value->language = &persian)
GET(empty, set_text(value, ""))
GET(url, set_text(value, "../x.html#y"))
GET(evil, set_text(value, " JavaScript:alert(1)"); value->text.at++;
    value->text.length--)
GET(count, set_number(value, context, 5))
GET(one, set_number(value, context, 1))
GET(none, set_number(value, context, 0))
GET(size, set_number(value, context, 1234))
GET(date, set_text(value, "3.11.2026"))
GET(yes, value->flag = true)
GET(no, value->flag = false)
GET(body, set_text(value, "<p>Body</p>"))
GET(strange, set_text(value, "<p>Runko</p>"); value->language = &finnish)
GET(items, value->items = three_items; value->count = 3)
GET(nobody, value->count = 0)
GET(item, value->object = &second_item)
GET(missing, value->absent = true)

static const struct slot page_slots[] = {
	{ "title", SLOT_TEXT, NULL, page_title, "" },
	{ "foreign", SLOT_TEXT, NULL, page_foreign, "" },
	{ "words", SLOT_TEXT, NULL, page_words, "" },
	{ "empty", SLOT_TEXT, NULL, page_empty, "" },
	{ "url", SLOT_URL, NULL, page_url, "" },
	{ "evil", SLOT_URL, NULL, page_evil, "" },
	{ "count", SLOT_NUMBER, NULL, page_count, "" },
	{ "one", SLOT_NUMBER, NULL, page_one, "" },
	{ "none", SLOT_NUMBER, NULL, page_none, "" },
	{ "size", SLOT_NUMBER, NULL, page_size, "" },
	{ "date", SLOT_DATE, NULL, page_date, "" },
	{ "yes", SLOT_FLAG, NULL, page_yes, "" },
	{ "no", SLOT_FLAG, NULL, page_no, "" },
	{ "body", SLOT_HTML, NULL, page_body, "" },
	{ "strange", SLOT_HTML, NULL, page_strange, "" },
	{ "items", SLOT_LIST, &item_type, page_items, "" },
	{ "nobody", SLOT_LIST, &item_type, page_nobody, "" },
	{ "item", SLOT_OBJECT, &item_type, page_item, "" },
	{ "missing", SLOT_TEXT, NULL, page_missing, "" },
};
static const struct slot_type page_type = { "page", page_slots,
	sizeof(page_slots) / sizeof(page_slots[0]) };

/* ---- A set of files and what comes of it ---- */

struct named_source {
	struct text name;
	struct source source;
};

struct templating {
	struct arena arena;
	struct arena scratch;
	struct report report;
	struct template_set *set;
	struct named_source files[8];
	struct text names[8];
	size_t file_count;
	struct catalog catalog;
	struct catalogs catalogs;
	const struct slot_language *language;
	struct buffer page;
	char *said;
};

static inline const struct source *templating_load(void *context,
    struct text name)
{
	struct templating *templating = context;
	size_t i;

	for (i = 0; i < templating->file_count; i++) {
		if (text_equal(templating->names[i], name))
			return &templating->files[i].source;
	}
	return NULL;
}

static inline int templating_setup(void **state)
{
	struct templating *templating = calloc(1, sizeof(*templating));

	if (templating == NULL)
		return -1;
	templating->language = &serbian;
	*state = templating;
	return 0;
}

static inline void templating_clear(struct templating *templating)
{
	if (templating->set != NULL)
		template_set_release(templating->set);
	templating->set = NULL;
	arena_release(&templating->report.arena);
	templating->report = (struct report){ 0 };
	templating->file_count = 0;
	templating->catalogs = (struct catalogs){ 0 };
	buffer_clear(&templating->page);
	free(templating->said);
	templating->said = NULL;
	arena_release(&templating->scratch);
	arena_release(&templating->arena);
}

static inline int templating_teardown(void **state)
{
	struct templating *templating = *state;

	templating_clear(templating);
	buffer_release(&templating->page);
	free(templating);
	return 0;
}

/* Bytes in an allocation of their own size, so that a sanitizer sees who
 * reads beyond them. */
static inline void add_bytes(struct templating *templating, const char *name,
    struct text bytes)
{
	size_t i = templating->file_count++;
	struct source *source = &templating->files[i].source;

	assert_true(i < 8);
	templating->names[i] = text_from(name);
	source->name = text_format(&templating->arena, "templates/%s", name);
	source->bytes.at = arena_copy(&templating->arena, bytes.at,
	    bytes.length);
	source->bytes.length = bytes.length;
}

static inline void add_file(struct templating *templating, const char *name,
    const char *content)
{
	add_bytes(templating, name, text_from(content));
}

static inline void add_catalog(struct templating *templating, const char *po)
{
	struct source *source = arena_new(&templating->arena, struct source);

	source->name = TEXT("x.po");
	source->bytes = text_from(po);
	assert_true(catalog_read(&templating->catalog, &templating->arena,
	    &templating->report, source));
	templating->catalogs.items[0] = &templating->catalog;
	templating->catalogs.count = 1;
}

static inline const struct program *compile(struct templating *templating,
    const char *name)
{
	if (templating->set == NULL)
		templating->set = template_set_new(&templating->arena,
		    templating_load, templating, templating->names,
		    templating->file_count);
	return template_compile(templating->set, &templating->arena,
	    &templating->report, text_from(name), &page_type,
	    &templating->catalogs, templating->language);
}

/* The report as users see it, without the source lines. */
static inline const char *said(struct templating *templating)
{
	size_t size;
	FILE *stream = open_memstream(&templating->said, &size);
	char *from;
	char *to;

	report_print(&templating->report, stream, (struct report_style){ 0 });
	(void)fclose(stream);
	/* Lines of the source begin with a blank. */
	for (from = to = templating->said; *from != '\0';) {
		char *end = strchr(from, '\n');
		size_t length = end != NULL ? (size_t)(end - from) + 1
					    : strlen(from);

		if (*from != ' ') {
			memmove(to, from, length);
			to += length;
		}
		from += length;
	}
	*to = '\0';
	return templating->said;
}

/* The page that the file of this name gives, without its last line end. */
static inline const char *page_of(struct templating *templating,
    const char *name)
{
	const struct program *program = compile(templating, name);

	if (program == NULL)
		fail_msg("%s", said(templating));
	assert_int_equal(templating->report.count, 0);
	program_run(program, &templating->page, &templating->scratch,
	    &templating->scratch, NULL);
	if (templating->page.length > 0 &&
	    templating->page.bytes[templating->page.length - 1] == '\n')
		buffer_cut(&templating->page, templating->page.length - 1);
	buffer_add_char(&templating->page, '\0');
	return templating->page.bytes;
}

/* What one file gives; everything before is forgotten. */
static inline const char *page(struct templating *templating,
    const char *content)
{
	templating_clear(templating);
	add_file(templating, "page.html", content);
	return page_of(templating, "page.html");
}

/* What one file is refused for. */
static inline const char *refused(struct templating *templating,
    const char *content)
{
	templating_clear(templating);
	add_file(templating, "page.html", content);
	if (compile(templating, "page.html") != NULL)
		fail_msg("this compiled: %s", content);
	return said(templating);
}

#endif
