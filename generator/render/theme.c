#include "render/theme.h"

#include "base/file.h"
#include "base/list.h"

struct names {
	struct text *items;
	size_t count, capacity;
};

static bool is_template(const struct file_entry *entry)
{
	return entry->kind == FILE_REGULAR &&
	    text_find_char(entry->path, '/', 0) == TEXT_NONE &&
	    (text_ends(entry->path, TEXT(".html")) ||
		text_ends(entry->path, TEXT(".xml")));
}

static void names_add(struct names *names, struct arena *arena,
    const char *folder)
{
	struct file_list files = { 0 };
	size_t i;

	if (!file_is_folder(folder) || !file_walk(&files, arena, folder, NULL))
		return;
	for (i = 0; i < files.count; i++)
		if (is_template(&files.items[i]))
			*list_add(arena, names) = files.items[i].path;
}

void theme_open(struct theme *theme, struct arena *arena, const char *root,
    const char *builtin)
{
	struct names own = { 0 }, all;

	*theme = (struct theme){ .arena = arena, .builtin = builtin };
	theme->own = file_path(arena, root, TEXT("templates"));
	if (!text_equal_string(TEXT("."), root))
		theme->prefix = text_format(arena, "%s/", root);
	names_add(&own, arena, theme->own);
	all = own;
	names_add(&all, arena, builtin);
	theme->own_names = own.items;
	theme->own_count = own.count;
	theme->names = all.items;
	theme->name_count = all.count;
}

bool theme_owns(const struct theme *theme, struct text name)
{
	return file_exists(file_path(theme->arena, theme->own, name));
}

const struct source *theme_load(void *context, struct text name)
{
	struct theme *theme = context;
	struct source *source = table_get(&theme->sources, name);
	const char *path = file_path(theme->arena, theme->own, name);
	bool own = true;

	if (source != NULL)
		return source;
	if (!file_exists(path)) {
		path = file_path(theme->arena, theme->builtin, name);
		own = false;
	}
	source = arena_new(theme->arena, struct source);
	if (!file_read(&source->bytes, theme->arena, path))
		return NULL;
	source->path = path;
	source->name = own ? text_format(theme->arena, "%.*stemplates/%.*s",
				 TEXT_ARGUMENTS(theme->prefix),
				 TEXT_ARGUMENTS(name))
			   : text_from(path);
	(void)table_put(&theme->sources, theme->arena,
	    text_copy(theme->arena, name), source);
	return source;
}

bool theme_part(struct text *bytes, struct report *report,
    struct theme *theme, const char *name)
{
	const struct source *source = theme_load(theme, text_from(name));

	if (source == NULL) {
		report_add(report, MESSAGE_TEMPLATE_MISSING, place_nowhere(),
		    text_from(name), (struct text){ 0 });
		return false;
	}
	*bytes = source->bytes;
	return true;
}
