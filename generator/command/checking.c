#include "command/checking.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>

bool checking_glossary(struct glossary *glossary, struct arena *arena,
    struct report *report, const char *root)
{
	struct source *source = arena_new(arena, struct source);

	source->path = file_path(arena,
	    text_equal_string(TEXT("."), root) ? "" : root,
	    TEXT("locales/glossary.yaml"));
	source->name = text_from(source->path);
	if (!file_exists(source->path))
		return true;
	if (!file_read(&source->bytes, arena, source->path)) {
		report_add(report, MESSAGE_FILE_UNREADABLE,
		    place_file(source), text_from(strerror(errno)));
		return false;
	}
	return glossary_read(glossary, arena, report, source);
}

struct checks *checking_open(struct arena *arena, struct report *report,
    const char *root, const struct text *tags, size_t count)
{
	struct glossary *glossary = arena_new(arena, struct glossary);

	/* What can be checked without it is checked. */
	if (!checking_glossary(glossary, arena, report, root))
		glossary = NULL;
	return checks_open(arena, glossary, tags, count);
}
