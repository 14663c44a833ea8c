#include "command/source_hash.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>

struct text source_hash_of(struct translating *translating,
    const struct edition *edition)
{
	const struct locale *locale = guide_locale(
	    translating->guide, edition->matter.translated_from.text);
	const struct edition *source = locale != NULL
	    ? edition->article->editions[locale->index]
	    : NULL;

	if (source == NULL || source == edition)
		return (struct text){ 0 };
	return message_hash(&translating->arena, source->document.messages,
	    source->document.message_count);
}

/* How long a scalar is that is written at `at`: in quotes, or one word. */
static size_t scalar_length(struct text bytes, size_t at)
{
	char first = at < bytes.length ? bytes.at[at] : ' ';
	size_t end = at + 1;

	if (first == '"' || first == '\'') {
		end = text_find_char(bytes, first, end);
		return end == TEXT_NONE ? bytes.length - at : end + 1 - at;
	}
	end = at;
	while (end < bytes.length && strchr(" \t\r\n", bytes.at[end]) == NULL)
		end++;
	return end - at;
}

/* The bytes with the hash as the value of its key, which is added behind
 * "translated-from:" if it is missing. */
static struct text renewed(struct arena *arena, const struct matter *matter,
    struct text bytes, struct text hash)
{
	size_t at = matter->source_hash.place.offset, end;
	bool given = matter->source_hash.place.source != NULL;
	struct text before, after;

	if (given) {
		end = at + scalar_length(bytes, at);
		before = text_slice(bytes, 0, at);
		after = text_after(bytes, end);
		return text_format(arena, "%.*s%.*s%.*s",
		    TEXT_ARGUMENTS(before), TEXT_ARGUMENTS(hash),
		    TEXT_ARGUMENTS(after));
	}
	at = text_find_char(
	    bytes, '\n', matter->translated_from.place.offset);
	at = at == TEXT_NONE ? bytes.length : at + 1;
	before = text_slice(bytes, 0, at);
	after = text_after(bytes, at);
	return text_format(arena, "%.*ssource-hash: %.*s%s%.*s",
	    TEXT_ARGUMENTS(before), TEXT_ARGUMENTS(hash),
	    text_ends(before, TEXT("\r\n")) ? "\r\n" : "\n",
	    TEXT_ARGUMENTS(after));
}

bool source_hash_write(struct translating *translating,
    const struct edition *edition)
{
	const struct source *source = &edition->file->source;
	struct text hash = source_hash_of(translating, edition);
	struct text bytes;

	if (hash.length == 0)
		return true;
	if (!file_read(&bytes, &translating->arena, source->path)) {
		report_add(&translating->report, MESSAGE_FILE_UNREADABLE,
		    place_file(source), text_from(strerror(errno)));
		return false;
	}
	return translating_put(translating, source->path,
	    renewed(&translating->arena, &edition->matter, bytes, hash));
}
