#include "read/source.h"

#include "base/file.h"
#include "base/table.h"
#include "read/id.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct walk {
	struct source_list list;
	struct arena *arena;
	struct report *report;
	bool (*tag_valid)(struct text tag);
	const char *root;   /* real path */
	const char *folder; /* to open the content folder */
	bool is_root;       /* root itself is the content folder */
	struct text top;     /* the folder in content/ that was asked last */
	bool top_is_tag;     /* and whether it is a language */
	struct text warned;  /* the last one about which was LOCALE_FOLDER */
};

static struct place whole(const struct source *source)
{
	return (struct place){ source, PLACE_FILE };
}

static void report_unreadable(struct report *report,
    const struct source *source, int reason)
{
	report_add(report, MESSAGE_FILE_UNREADABLE, whole(source),
	    text_from(strerror(reason)));
}

static struct source source_at(const char *path)
{
	return (struct source){ .name = text_from(path), .path = path };
}

/* The part before the first slash; empty for a file directly in content/. */
static struct text top_of(struct text relative)
{
	size_t slash = text_find_char(relative, '/', 0);

	return text_slice(relative, 0, slash == TEXT_NONE ? 0 : slash);
}

static struct text base_of(struct text relative)
{
	size_t at = relative.length;

	while (at > 0 && relative.at[at - 1] != '/')
		at--;
	return text_after(relative, at);
}

static bool is_markdown(struct text name)
{
	return name.length > 3 && text_ends(name, TEXT(".md"));
}

static bool is_readme(struct text name)
{
	static const char readme[] = "readme.md";

	return name.length == sizeof(readme) - 1 &&
	    strncasecmp(name.at, readme, name.length) == 0;
}

/* What opas makes and reads beside the articles of a guide without content/,
 * and what is not Markdown of the guide though it may look so. */
static bool is_beside(struct text relative)
{
	return file_is_below(relative, TEXT("site")) ||
	    file_is_below(relative, TEXT("templates")) ||
	    file_is_below(relative, TEXT("locales"));
}

/* False, after a message, for what cannot be part of a guide. */
static bool check_entry(struct walk *walk, const struct file_entry *entry,
    const struct source *source)
{
	struct file_list below;
	struct text bytes;
	bool is_readable;

	if (entry->is_broken && entry->is_link && entry->kind != FILE_FOLDER) {
		report_add(walk->report, MESSAGE_LINK_BROKEN, whole(source));
		return false;
	}
	if (entry->leaves) {
		report_add(walk->report, MESSAGE_LINK_LEAVES_GUIDE,
		    whole(source));
		return false;
	}
	if (!entry->is_broken)
		return true;
	/* The walk went on; asking again tells the reason. */
	is_readable = entry->kind == FILE_FOLDER
	    ? file_walk(&below, walk->arena, source->path, NULL)
	    : file_read(&bytes, walk->arena, source->path);
	report_unreadable(walk->report, source, is_readable ? EAGAIN : errno);
	return false;
}

static bool is_locale(struct walk *walk, struct text top)
{
	if (!text_equal(top, walk->top)) {
		walk->top = top;
		walk->top_is_tag = walk->tag_valid(top);
	}
	return walk->top_is_tag;
}

/* Markdown below a folder that is no language: a slip of the pen, most
 * likely.  A folder that was not made as a guide may have any. */
static void warn_of_folder(struct walk *walk, struct text top)
{
	struct source *source;

	if (walk->is_root || text_equal(top, walk->warned))
		return;
	walk->warned = top;
	source = arena_new(walk->arena, struct source);
	*source = source_at(file_path(walk->arena, walk->folder, top));
	report_add(walk->report, MESSAGE_LOCALE_FOLDER, whole(source), top);
}

static void check_article_id(struct walk *walk,
    const struct source_file *file)
{
	struct place place = whole(&file->source);

	if (id_check(walk->report, place, file->id) && id_reserved(file->id))
		report_add(walk->report, MESSAGE_ID_RESERVED, place, file->id);
}

static enum source_kind kind_of(struct walk *walk,
    const struct source_file *file)
{
	struct text name = base_of(file->relative);
	struct text top = top_of(file->relative);

	if (text_equal_string(file->relative, "guide.yaml"))
		return SOURCE_CONFIGURATION;
	if (text_equal_string(file->relative, "principles.yaml"))
		return SOURCE_PRINCIPLES;
	if (is_readme(name))
		return SOURCE_IGNORED;
	if (!is_markdown(name))
		return SOURCE_ATTACHMENT;
	if (top.length == 0 || is_locale(walk, top))
		return SOURCE_ARTICLE;
	warn_of_folder(walk, top);
	return SOURCE_IGNORED;
}

static void make_article(struct source_file *file)
{
	struct text name = base_of(file->relative);

	file->kind = SOURCE_ARTICLE;
	file->locale = top_of(file->relative);
	file->id = text_slice(name, 0, name.length - 3);
}

/* Adds what the walk found, unless it is a folder or no file at all.  A
 * folder that is named as an article or the configuration stays in: that
 * shows when it is loaded. */
static void add_entry(struct walk *walk, const struct file_entry *entry)
{
	struct source_file *file = &walk->list.items[walk->list.count];

	if (walk->is_root && is_beside(entry->path))
		return;
	file->source =
	    source_at(file_path(walk->arena, walk->folder, entry->path));
	file->relative = entry->path;
	if (!check_entry(walk, entry, &file->source)) {
		walk->list.count++;
		return;
	}
	file->kind = kind_of(walk, file);
	if (file->kind == SOURCE_ATTACHMENT && entry->kind != FILE_REGULAR)
		return;
	walk->list.count++;
	switch (file->kind) {
	case SOURCE_ARTICLE:
		make_article(file);
		check_article_id(walk, file);
		break;
	case SOURCE_CONFIGURATION:
		walk->list.configuration = file;
		break;
	case SOURCE_PRINCIPLES:
		walk->list.principles = file;
		break;
	case SOURCE_ATTACHMENT:
	case SOURCE_IGNORED:
		break;
	}
}

static size_t article_count(const struct source_list *list)
{
	size_t i, count = 0;

	for (i = 0; i < list->count; i++)
		count += list->items[i].kind == SOURCE_ARTICLE;
	return count;
}

/* Of a root without content/: whether it holds Markdown directly, or else
 * makes an article of the one file that usually is none. */
static bool has_lone_article(struct source_list *list)
{
	struct source_file *readme = NULL;
	size_t i;

	for (i = 0; i < list->count; i++) {
		struct source_file *file = &list->items[i];

		if (top_of(file->relative).length > 0)
			continue;
		if (file->kind == SOURCE_ARTICLE)
			return true;
		if (readme == NULL && is_readme(file->relative))
			readme = file;
	}
	if (readme == NULL)
		return false;
	make_article(readme);
	readme->id = TEXT("readme");
	return true;
}

static bool content_missing(struct walk *walk, const char *content)
{
	report_add(walk->report, MESSAGE_CONTENT_MISSING,
	    ((struct place){ 0 }), text_from(content));
	return false;
}

/* Lists and classifies; problems with the folder itself end it. */
static bool walk_folder(struct walk *walk, const char *content)
{
	const char *path = walk->folder[0] != '\0' ? walk->folder : ".";
	struct source *source = arena_new(walk->arena, struct source);
	struct file_list entries = { 0 };
	const char *real;
	size_t i;

	*source = source_at(path);
	walk->list.folder = source->name;
	real = file_real_path(walk->arena, path);
	if (real != NULL &&
	    !file_is_below(text_from(real), text_from(walk->root))) {
		report_add(walk->report, MESSAGE_LINK_LEAVES_GUIDE,
		    whole(source));
		return false;
	}
	if (!file_walk(&entries, walk->arena, path, walk->root)) {
		report_unreadable(walk->report, source, errno);
		return false;
	}
	walk->list.items =
	    arena_array(walk->arena, struct source_file, entries.count);
	for (i = 0; i < entries.count; i++)
		add_entry(walk, &entries.items[i]);
	if (walk->is_root)
		return has_lone_article(&walk->list) ||
		    content_missing(walk, content);
	if (article_count(&walk->list) == 0)
		report_add(walk->report, MESSAGE_CONTENT_EMPTY, whole(source),
		    text_format(walk->arena, "%s/en/first.md", path));
	return true;
}

bool source_walk(struct source_list *list, struct arena *arena,
    struct report *report, const char *root,
    bool (*tag_valid)(struct text tag))
{
	struct walk walk = { .arena = arena, .report = report,
		.tag_valid = tag_valid };
	struct text start = text_from(root);
	const char *real, *content;

	while (start.length > 1 && text_ends(start, TEXT("/")))
		start.length--;
	if (text_equal_string(start, "."))
		start.length = 0;
	walk.folder = text_string(arena, start);
	content = file_path(arena, walk.folder, TEXT("content"));
	*list = (struct source_list){ 0 };
	real = file_real_path(arena, start.length > 0 ? walk.folder : ".");
	if (real == NULL)
		return content_missing(&walk, content);
	walk.root = real;
	walk.is_root = !file_exists(content);
	if (!walk.is_root)
		walk.folder = content;
	if (!walk_folder(&walk, content))
		return false;
	*list = walk.list;
	return true;
}

bool source_take(struct source *source, struct text bytes,
    struct report *report)
{
	size_t malformed = text_malformed(bytes);
	char byte[8];

	source->bytes = bytes;
	if (malformed == TEXT_NONE)
		return true;
	(void)snprintf(byte, sizeof(byte), "0x%02X",
	    (unsigned)(unsigned char)bytes.at[malformed]);
	report_add(report, MESSAGE_UTF8_INVALID,
	    ((struct place){ source, malformed }), text_from(byte));
	return false;
}

void source_drop(struct source_file *file)
{
	file->source.bytes = (struct text){ 0 };
}

bool source_load(struct source_file *file, struct arena *scratch,
    struct report *report)
{
	struct text bytes = { 0 };

	if (!file_read(&bytes, scratch, file->source.path)) {
		report_unreadable(report, &file->source, errno);
		return false;
	}
	if (!source_take(&file->source, bytes, report)) {
		source_drop(file);
		return false;
	}
	return true;
}

size_t source_locales(struct text **tags, struct arena *arena,
    const struct source_list *list)
{
	struct text *items = arena_array(arena, struct text, list->count);
	size_t i, count = 0, unique = 0;

	for (i = 0; i < list->count; i++)
		if (list->items[i].kind == SOURCE_ARTICLE &&
		    list->items[i].locale.length > 0)
			items[count++] = list->items[i].locale;
	if (count > 0)
		qsort(items, count, sizeof(*items), text_order);
	for (i = 0; i < count; i++)
		if (unique == 0 || !text_equal(items[unique - 1], items[i]))
			items[unique++] = items[i];
	*tags = items;
	return unique;
}

static bool is_among(struct text tag, const struct text *tags, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (text_equal(tag, tags[i]))
			return true;
	return false;
}

void source_select(struct source_list *list, struct arena *arena,
    struct report *report, const struct text *tags, size_t count)
{
	struct table warned = { 0 };
	size_t i;

	for (i = 0; count > 0 && i < list->count; i++) {
		struct source_file *file = &list->items[i];
		struct source *source;

		if (file->kind != SOURCE_ARTICLE || file->locale.length == 0 ||
		    is_among(file->locale, tags, count))
			continue;
		file->kind = SOURCE_IGNORED;
		if (table_get(&warned, file->locale) != NULL)
			continue;
		source = arena_new(arena, struct source);
		*source = source_at(text_string(arena,
		    text_slice(file->source.name, 0,
			file->source.name.length - file->relative.length +
			    file->locale.length)));
		report_add(report, MESSAGE_LOCALE_UNLISTED, whole(source),
		    file->locale);
		(void)table_put(&warned, arena, file->locale,
		    source); /* nothing was there */
	}
}

void source_settle(struct source_list *list, struct report *report,
    const struct text *tags, size_t count)
{
	struct arena scratch = { 0 };
	struct table ids = { 0 };
	size_t i;

	for (i = 0; i < list->count; i++) {
		struct source_file *file = &list->items[i];
		const struct source_file *other;
		struct text key;

		if (file->kind != SOURCE_ARTICLE)
			continue;
		key = text_format(&scratch, "%.*s/%.*s",
		    TEXT_ARGUMENTS(file->locale), TEXT_ARGUMENTS(file->id));
		other = table_get(&ids, key);
		if (count > 0 && !is_among(file->locale, tags, count)) {
			report_add(report, MESSAGE_LOCALE_UNKNOWN,
			    whole(&file->source), file->locale,
			    (struct text){ 0 });
			file->kind = SOURCE_IGNORED;
		} else if (other != NULL) {
			report_add(report, MESSAGE_ID_TWICE,
			    whole(&file->source), file->id,
			    other->source.name);
			file->kind = SOURCE_IGNORED;
		} else {
			(void)table_put(&ids, &scratch, key,
			    file); /* nothing was there */
		}
	}
	arena_release(&scratch);
}
