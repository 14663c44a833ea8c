/*
 * templates/README.md lists every slot that a template may name: the part
 * below "## Slots" is what the views say of themselves.  UPDATE=1 writes it.
 */
#include "render/view.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"

#include <stdlib.h>

static const char readme[] = "templates/README.md";
static const char heading[] = "## Slots\n";

static const char *kind_name(enum slot_kind kind)
{
	switch (kind) {
	case SLOT_TEXT:
		return "text";
	case SLOT_NUMBER:
		return "number";
	case SLOT_DATE:
		return "date";
	case SLOT_URL:
		return "url";
	case SLOT_FLAG:
		return "flag";
	case SLOT_LIST:
		return "list of";
	case SLOT_HTML:
		return "html";
	case SLOT_OBJECT:
		return "one";
	}
	return "";
}

/* A table of one type.  The root has no name of its own in a path. */
static void type_add(void *context, const struct slot_type *type)
{
	struct buffer *table = context;
	size_t i;

	if (type == view_root())
		buffer_add_string(table, "\n### What a path begins with\n");
	else
		buffer_format(table, "\n### %s\n", type->name);
	buffer_add_string(table, "\n| slot | kind | meaning |\n|---|---|---|\n");
	for (i = 0; i < type->count; i++) {
		const struct slot *slot = &type->slots[i];

		buffer_format(table, "| `%s` | %s", slot->name,
		    kind_name(slot->kind));
		if (slot->of != NULL)
			buffer_format(table, " [%s](#%s)", slot->of->name,
			    slot->of->name);
		buffer_format(table, " | %s |\n", slot->meaning);
	}
}

static void slots_are_listed_as_the_views_have_them(void **state)
{
	const char *update = getenv("UPDATE");
	struct arena arena = { 0 };
	struct buffer wanted = { 0 };
	struct text bytes;
	size_t at;

	(void)state;
	assert_true(file_read(&bytes, &arena, readme));
	at = text_find(bytes, text_from(heading), 0);
	if (at == TEXT_NONE)
		at = bytes.length;
	buffer_add(&wanted, text_slice(bytes, 0, at));
	if (at == bytes.length)
		buffer_add_char(&wanted, '\n');
	buffer_add_string(&wanted, heading);
	view_types(type_add, &wanted);
	if (update != NULL && update[0] == '1' && update[1] == '\0')
		assert_true(file_holds(readme, buffer_text(&wanted)) ||
		    file_replace(readme, buffer_text(&wanted)));
	else
		assert_string_equal(text_string(&arena, bytes),
		    text_string(&arena, buffer_text(&wanted)));
	buffer_release(&wanted);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slots_are_listed_as_the_views_have_them),
	};

	return cmocka_run_group_tests_name("render/slots", tests, NULL, NULL);
}
