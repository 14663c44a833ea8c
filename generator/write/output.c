#include "write/output.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/list.h"
#include "base/table.h"
#include "write/record.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

/* A path that this build must write. */
struct target {
	struct text path;
	bool exists;  /* when the output was opened */
	bool is_ours; /* the last build wrote it, or there was nothing */
	bool is_done;
	size_t size; /* these two when it is done */
	uint64_t hash;
};

/* The first write that went wrong. */
struct failure {
	enum message message;
	struct text path; /* of the target */
	int reason;       /* errno */
};

struct output {
	struct arena arena;
	const char *folder;
	const char *record_path;
	int lock;
	struct record last; /* what the last build left */
	struct target *targets;
	size_t target_count;
	struct table targets_by_path;
	atomic_size_t written, unchanged;
	atomic_bool failed;
	pthread_mutex_t mutex; /* of the two below */
	bool announced; /* the record lists what may come to be */
	struct failure failure;
};

static struct target *output_target(const struct output *output,
    struct text path)
{
	return table_get(&output->targets_by_path, path);
}

static const char *output_path(const struct output *output,
    struct arena *arena, struct text path)
{
	return file_path(arena, output->folder, path);
}

static void report_path(struct report *report, enum message message,
    const char *path, int reason)
{
	report_add(report, message, (struct place){ 0 }, text_from(path),
	    text_from(strerror(reason)));
}

/* Reads the record of the last build; without one, no file is ours. */
static bool read_record(struct output *output, struct report *report)
{
	struct text bytes;
	struct source *source;
	size_t damage;

	if (!file_exists(output->record_path))
		return true;
	if (!file_read(&bytes, &output->arena, output->record_path)) {
		report_path(report, MESSAGE_OUTPUT_UNWRITABLE,
		    output->record_path, errno);
		return false;
	}
	damage = record_parse(&output->last, &output->arena, bytes);
	if (damage == TEXT_NONE)
		return true;
	/* It must live as long as the report, and is soon overwritten. */
	source = arena_new(&report->arena, struct source);
	source->name =
	    text_copy(&report->arena, text_from(output->record_path));
	source->bytes = text_copy(&report->arena, bytes);
	report_add(report, MESSAGE_RECORD_DAMAGED,
	    ((struct place){ source, damage }));
	return true;
}

static void add_targets(struct output *output, const struct text *paths,
    size_t count)
{
	size_t i;

	output->targets = arena_array(&output->arena, struct target, count);
	output->target_count = count;
	for (i = 0; i < count; i++) {
		struct target *target = &output->targets[i];
		const void *twice;

		assert(record_allows(paths[i]));
		target->path = text_copy(&output->arena, paths[i]);
		twice = table_put(&output->targets_by_path, &output->arena,
		    target->path, target);
		assert(twice == NULL);
		(void)twice; /* for builds without assertions */
	}
}

/* Finds out which targets exist, and whose they are. */
static void look_at_targets(struct output *output)
{
	struct arena scratch = { 0 };
	size_t i;

	for (i = 0; i < output->target_count; i++) {
		struct target *target = &output->targets[i];

		target->exists = file_exists(
		    output_path(output, &scratch, target->path));
		target->is_ours = !target->exists;
		arena_reset(&scratch);
	}
	for (i = 0; i < output->last.count; i++) {
		struct target *target =
		    output_target(output, output->last.items[i].path);

		if (target != NULL)
			target->is_ours = true;
	}
	arena_release(&scratch);
}

static void remove_temporary(const struct output *output,
    struct arena *scratch, struct text path)
{
	struct text whole = text_from(output_path(output, scratch, path));
	struct text parts[] = { whole, text_from(FILE_TEMPORARY) };

	/* What cannot be removed is in nobody's way: readers are not led to
	 * it, and the file itself, if still wanted, reports the trouble. */
	(void)file_remove(text_join(scratch, parts, 2).at);
	arena_reset(scratch);
}

/* A build that died has left temporaries only beside paths it recorded. */
static void remove_temporaries(const struct output *output)
{
	struct arena scratch = { 0 };
	size_t i;

	/* One that died over its record has changed nothing else. */
	remove_temporary(output, &scratch, TEXT(".opas"));
	for (i = 0; output->last.is_unfinished && i < output->last.count; i++)
		remove_temporary(output, &scratch, output->last.items[i].path);
	arena_release(&scratch);
}

/* Leaves the reason in errno. */
static bool write_record(const struct output *output, struct record *record)
{
	struct buffer buffer = { 0 };
	bool done;

	record_format(&buffer, record);
	done = file_holds(output->record_path, buffer_text(&buffer)) ||
	    file_replace(output->record_path, buffer_text(&buffer));
	buffer_release(&buffer);
	return done;
}

/* What the folder may hold from here on: the files of the last build, and of
 * this one those that are ours. */
static bool write_union(const struct output *output)
{
	struct record both = { .is_unfinished = true };
	struct arena scratch = { 0 };
	bool done;
	size_t i;

	for (i = 0; i < output->last.count; i++)
		if (output_target(output, output->last.items[i].path) == NULL)
			*list_add(&scratch, &both) = output->last.items[i];
	for (i = 0; i < output->target_count; i++)
		if (output->targets[i].is_ours)
			list_add(&scratch, &both)->path =
			    output->targets[i].path;
	done = write_record(output, &both);
	arena_release(&scratch);
	return done;
}

/* Before the first change.  A build that changes nothing leaves the record as
 * it is, and so does not touch the folder.  Leaves the reason in errno. */
static bool announce(struct output *output)
{
	bool done;

	(void)pthread_mutex_lock(&output->mutex); /* a valid, plain one */
	if (!output->announced)
		output->announced = write_union(output);
	done = output->announced;
	(void)pthread_mutex_unlock(&output->mutex);
	return done;
}

static bool lock_folder(struct output *output, struct report *report)
{
	bool busy;

	if (file_make_folder(output->folder) &&
	    file_lock(&output->lock, output->folder))
		return true;
	busy = errno == EWOULDBLOCK;
	if (busy)
		report_add(report, MESSAGE_OUTPUT_BUSY, (struct place){ 0 },
		    text_from(output->folder));
	else
		report_path(report, MESSAGE_OUTPUT_UNWRITABLE, output->folder,
		    errno);
	return false;
}

void output_abandon(struct output *output)
{
	file_unlock(output->lock);
	(void)pthread_mutex_destroy(&output->mutex); /* nobody waits */
	arena_release(&output->arena);
	free(output);
}

struct output *output_open(struct report *report, const char *folder,
    const struct text *paths, size_t count)
{
	struct output *output = memory_new(sizeof(*output));

	assert(folder[0] != '\0');
	*output = (struct output){ .lock = -1 };
	(void)pthread_mutex_init(&output->mutex, NULL); /* Linux: cannot fail */
	output->folder = text_string(&output->arena, text_from(folder));
	output->record_path =
	    file_path(&output->arena, output->folder, TEXT(".opas"));
	add_targets(output, paths, count);
	if (lock_folder(output, report) && read_record(output, report)) {
		look_at_targets(output);
		remove_temporaries(output);
		/* Where something will be written for certain, at once. */
		if ((output->last.count > 0 && !output->last.is_unfinished) ||
		    announce(output))
			return output;
		report_path(report, MESSAGE_OUTPUT_UNWRITABLE,
		    output->record_path, errno);
	}
	output_abandon(output);
	return NULL;
}

bool output_is_new(const struct output *output, struct text path)
{
	const struct target *target = output_target(output, path);

	assert(target != NULL);
	return !target->exists;
}

static void output_fail(struct output *output, enum message message,
    const struct target *target, int reason)
{
	(void)pthread_mutex_lock(&output->mutex); /* a valid, plain one */
	if (!output->failed)
		output->failure =
		    (struct failure){ message, target->path, reason };
	output->failed = true;
	(void)pthread_mutex_unlock(&output->mutex);
}

/* What a target must hold: bytes, or those of a file. */
struct content {
	struct text bytes;
	const char *from; /* NULL: bytes */
};

static bool holds(const char *path, struct content content)
{
	return content.from != NULL ? file_same(path, content.from)
				    : file_holds(path, content.bytes);
}

static bool replace(const char *path, struct content content)
{
	return content.from != NULL ? file_copy(path, content.from)
				    : file_replace(path, content.bytes);
}

/* Replaces a file; its folder is only made when it turns out to be missing,
 * which is rare. */
static bool replace_in_folder(const char *path, struct content content)
{
	struct arena scratch = { 0 };
	struct text folder = text_from(path);
	bool done = replace(path, content);

	if (!done && errno == ENOENT) {
		while (!text_ends(folder, TEXT("/")))
			folder.length--;
		done = file_make_folder(text_string(&scratch, folder)) &&
		    replace(path, content);
		arena_release(&scratch);
	}
	return done;
}

/* Leaves the reason in errno; 0 stands for somebody else's file. */
static bool write_target(struct output *output, const struct target *target,
    const char *path, struct content content)
{
	if (target->exists && holds(path, content)) {
		atomic_fetch_add(&output->unchanged, 1);
		return true;
	}
	if (!target->is_ours) {
		errno = file_is_folder(path) ? EISDIR : 0;
		return false;
	}
	if (!announce(output) || !replace_in_folder(path, content))
		return false;
	atomic_fetch_add(&output->written, 1);
	return true;
}

/* A copy is hashed where it was written: its original may have changed. */
static bool hash_target(struct target *target, const char *path,
    struct content content)
{
	target->size = content.bytes.length;
	if (content.from != NULL)
		return file_hash(&target->hash, &target->size, path);
	target->hash = hash_bytes(content.bytes);
	return true;
}

static bool put(struct output *output, struct text path,
    struct content content)
{
	struct target *target = output_target(output, path);
	struct arena scratch = { 0 };
	const char *whole;
	bool done;

	assert(target != NULL && !target->is_done);
	if (output->failed)
		return false;
	whole = output_path(output, &scratch, path);
	done = write_target(output, target, whole, content) &&
	    hash_target(target, whole, content);
	if (!done) {
		int reason = errno;

		output_fail(output,
		    reason == 0 ? MESSAGE_OUTPUT_FOREIGN
				: MESSAGE_OUTPUT_UNWRITABLE,
		    target, reason);
	}
	target->is_done = true;
	arena_release(&scratch);
	return done;
}

bool output_write(struct output *output, struct text path, struct text bytes)
{
	return put(output, path, (struct content){ bytes, NULL });
}

bool output_copy(struct output *output, struct text path, const char *from)
{
	return put(output, path, (struct content){ { 0 }, from });
}

static void report_failure(struct output *output, struct report *report)
{
	const struct failure *failure = &output->failure;
	const char *path =
	    output_path(output, &output->arena, failure->path);

	if (failure->message == MESSAGE_OUTPUT_FOREIGN)
		report_add(report, failure->message, (struct place){ 0 },
		    text_from(path));
	else
		report_path(report, failure->message, path, failure->reason);
}

/* False if the file certainly is not what the last build wrote. */
static bool is_as_written(const char *path, const struct record_entry *entry)
{
	uint64_t hash;
	size_t size;

	return !entry->is_known ||
	    (file_hash(&hash, &size, path) && size == entry->size &&
		hash == entry->hash);
}

/* Removes the folders above a path that are empty, but not the output. */
static void remove_empty_folders(const struct output *output,
    struct text path)
{
	struct arena scratch = { 0 };
	size_t i;

	for (i = path.length; i > 0; i--) {
		struct text folder = text_slice(path, 0, i - 1);

		if (path.at[i - 1] == '/' &&
		    !file_remove_folder(output_path(output, &scratch, folder)))
			break; /* not empty: nor are those above */
	}
	arena_release(&scratch);
}

/* Removes a file of the last build; false if that is impossible.  Its folders
 * are looked at even if it is gone already: a build may have died between. */
static bool remove_entry(struct output *output,
    const struct record_entry *entry, size_t *removed, struct report *report)
{
	const char *path = output_path(output, &output->arena, entry->path);

	if (file_exists(path)) {
		if (!is_as_written(path, entry)) {
			report_add(report, MESSAGE_OUTPUT_CHANGED,
			    (struct place){ 0 }, text_from(path));
			return true;
		}
		if (!announce(output) || !file_remove(path)) {
			report_path(report, MESSAGE_OUTPUT_UNREMOVABLE, path,
			    errno);
			return false;
		}
		*removed += 1;
	}
	remove_empty_folders(output, entry->path);
	return true;
}

/* Removes what is no longer wanted, and records what is there then. */
static bool finish(struct output_counts *counts, struct output *output,
    struct report *report)
{
	struct record record = { 0 };
	size_t removed = 0;
	bool done = true;
	size_t i;

	for (i = 0; i < output->target_count; i++) {
		const struct target *target = &output->targets[i];

		assert(target->is_done);
		*list_add(&output->arena, &record) = (struct record_entry){
			target->path, target->size, target->hash, true
		};
	}
	for (i = 0; i < output->last.count; i++) {
		const struct record_entry *entry = &output->last.items[i];

		if (output_target(output, entry->path) != NULL ||
		    remove_entry(output, entry, &removed, report))
			continue;
		done = false;
		*list_add(&output->arena, &record) = *entry;
	}
	if (!write_record(output, &record)) {
		report_path(report, MESSAGE_OUTPUT_UNWRITABLE,
		    output->record_path, errno);
		return false;
	}
	if (!done)
		return false;
	counts->written = output->written;
	counts->unchanged = output->unchanged;
	counts->removed = removed;
	return true;
}

bool output_close(struct output_counts *counts, struct output *output,
    struct report *report)
{
	bool done = false;

	if (output->failed)
		report_failure(output, report);
	else
		done = finish(counts, output, report);
	output_abandon(output);
	return done;
}
