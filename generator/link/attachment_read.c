/* Reading attachments; the rest of link/attachment.h is in attachment.c. */
#include "link/attachment.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "base/workers.h"
#include "parse/slug.h"
#include "read/id.h"

#include <errno.h>
#include <string.h>

enum { STEM_LONGEST = 80, ENDING_LONGEST = 10 }; /* bytes */

struct reading {
	const struct attachments *attachments;
	struct arena *scratch;  /* by worker */
	struct report *reports; /* by worker */
	uint64_t *hashes;       /* by job */
};

/* What ".pdf" has after its dot, or nothing. */
static struct text ending_of(struct text name)
{
	size_t dot = name.length, i;

	while (dot > 0 && name.at[dot - 1] != '.')
		dot--;
	if (dot <= 1 || name.length - dot > ENDING_LONGEST)
		return (struct text){ 0 };
	for (i = dot; i < name.length; i++) {
		char c = name.at[i];

		if ((c < '0' || c > '9') && ((c | 0x20) < 'a' ||
		    (c | 0x20) > 'z'))
			return (struct text){ 0 };
	}
	return text_after(name, dot);
}

/* Words with '-' between: whatever else there is becomes a blank first. */
static struct text stem_make(struct arena *arena, struct text stem)
{
	char *words = arena_copy(arena, stem.at, stem.length);
	bool any = false;
	size_t at = 0;

	while (at < stem.length) {
		size_t from = at;
		uint32_t code = text_decode(stem, &at);

		if (unicode_is_word(code))
			any = true;
		else if (code != '_')
			memset(words + from, ' ', at - from);
	}
	if (!any)
		return TEXT("file");
	stem = slug_from(arena, (struct text){ words, stem.length }, "");
	if (stem.length > STEM_LONGEST) {
		stem.length = STEM_LONGEST;
		while (text_malformed(stem) != TEXT_NONE ||
		    text_ends(stem, TEXT("-")))
			stem.length--;
	}
	if (id_device(stem))
		return text_format(arena, "%.*s-", TEXT_ARGUMENTS(stem));
	return stem;
}

static struct text name_make(struct arena *arena, struct text path,
    uint64_t hash)
{
	const char *slash = memrchr(path.at, '/', path.length);
	struct text name = slash == NULL
	    ? path
	    : text_after(path, (size_t)(slash - path.at) + 1);
	struct text ending = ending_of(name);
	struct text stem = text_slice(name, 0, name.length -
		(ending.length > 0 ? ending.length + 1 : 0));

	stem = stem_make(arena, stem);
	ending = unicode_lower(arena, ending, "");
	return text_format(arena, "%.*s.%.*s%s%.*s", TEXT_ARGUMENTS(stem),
	    TEXT_ARGUMENTS(hash_name(arena, hash)),
	    ending.length > 0 ? "." : "", TEXT_ARGUMENTS(ending));
}

/* False, with errno, if the file cannot be read. */
static bool image_read(struct attachment *attachment, uint64_t *hash,
    struct arena *scratch, struct report *report)
{
	const struct source *source = &attachment->file->source;
	struct place place = attachment->image->place;
	struct picture *picture = &attachment->picture;
	struct text bytes = { 0 }, reason;

	if (!file_read(&bytes, scratch, source->path))
		return false;
	*hash = hash_bytes(bytes);
	if (!picture_read(picture, &reason, scratch, bytes, source->name))
		report_add(report, MESSAGE_IMAGE_DAMAGED, place, source->name,
		    reason);
	else if (picture_is_huge(picture))
		report_add(report, MESSAGE_IMAGE_HUGE, place, source->name,
		    text_format(scratch, "%zu", picture->width),
		    text_format(scratch, "%zu", picture->height));
	return true;
}

static void attachment_read(void *context, size_t worker, size_t job)
{
	struct reading *reading = context;
	struct attachment *attachment = reading->attachments->items[job];
	const struct source *source = &attachment->file->source;
	struct report *report = &reading->reports[worker];
	struct arena *scratch = &reading->scratch[worker];
	uint64_t *hash = &reading->hashes[job];
	size_t length;

	if (attachment->image != NULL
		? !image_read(attachment, hash, scratch, report)
		: !file_hash(hash, &length, source->path))
		report_add(report, MESSAGE_FILE_UNREADABLE,
		    place_file(source), text_from(strerror(errno)));
	arena_reset(scratch);
}

void attachments_read(const struct attachments *attachments,
    struct arena *arena, struct report *report, size_t jobs)
{
	struct reading reading = {
		.attachments = attachments,
		.scratch = arena_array(arena, struct arena, jobs),
		.reports = arena_array(arena, struct report, jobs),
		.hashes = arena_array(arena, uint64_t, attachments->count),
	};
	size_t i;

	workers_run(jobs, attachments->count, attachment_read, &reading);
	for (i = 0; i < jobs; i++) {
		arena_release(&reading.scratch[i]);
		report_join(report, &reading.reports[i]);
	}
	for (i = 0; i < attachments->count; i++)
		attachments->items[i]->name = name_make(arena,
		    attachments->items[i]->file->relative, reading.hashes[i]);
}
