/*
 * The operating system's files: the only home of system calls on them.
 * Paths are C strings in the file system's encoding, which we take as UTF-8.
 * Functions that fail return false and leave errno set.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/buffer.h"

struct arena;

/* Reads a whole regular file into the arena. */
bool file_read(struct text *bytes, struct arena *arena, const char *path);

/* Replaces or creates path: writes path + FILE_TEMPORARY beside it and
 * renames it; on failure the temporary is removed and path is as before.
 * Mode 0644 less umask. Folders must exist. */
#define FILE_TEMPORARY ".opas-new"
bool file_replace(const char *path, struct text bytes);

/* True if the file exists, is regular and holds exactly these bytes. */
bool file_holds(const char *path, struct text bytes);

/* The content hash and length of a file, which need not fit into memory. */
bool file_hash(uint64_t *hash, size_t *length, const char *path);

/* Replaces or creates path, as file_replace does, by a copy of the file
 * `from`, which need not fit into memory. */
bool file_copy(const char *path, const char *from);

/* True if both files exist, are regular and hold the same bytes. */
bool file_same(const char *a, const char *b);

/* Makes the folder and its parents; fine if it is there already. */
bool file_make_folder(const char *path);
bool file_remove(const char *path);          /* a missing file is success */
bool file_remove_folder(const char *path);   /* only if empty */
/* A folder with all that is in it; links are removed, not followed. */
bool file_remove_tree(const char *path);
/* A new folder of our own where temporary files go (TMPDIR, else /tmp), or
 * NULL. */
const char *file_make_temporary(struct arena *arena);
bool file_exists(const char *path);
bool file_is_folder(const char *path);
/* True if there is nothing in the folder but hidden entries. */
bool file_is_empty_folder(const char *path);
/* Absolute path without symbolic links (realpath), or NULL. */
const char *file_real_path(struct arena *arena, const char *path);

enum file_kind { FILE_REGULAR, FILE_FOLDER, FILE_OTHER };
struct file_entry {
	struct text path;    /* relative to the folder walked, with slashes */
	enum file_kind kind; /* of what it is after following links */
	bool is_link;
	bool is_broken;      /* a link to nothing, or cannot be looked into */
	bool leaves;         /* a link that leads out of the bounds */
};
struct file_list {
	struct file_entry *items;
	size_t count;
	size_t capacity;
};
/* Lists all entries below a folder, sorted by bytes of the path; hidden ones
 * (first character a dot) are left out.  Folders are listed too and entered,
 * also through links, but no folder twice on one path (cycles end), and none
 * through a link that leads out of bounds, a real path (file_real_path), or
 * NULL for none. */
bool file_walk(struct file_list *list, struct arena *arena,
    const char *folder, const char *bounds);

/* Whether a path is that of a folder, or of what lies below it.  The root
 * folder is "/" or empty. */
bool file_is_below(struct text path, struct text folder);

/* Locks a folder until file_unlock or the death of the process; who else
 * tries gets false at once, with errno EWOULDBLOCK.  Where the file system
 * has no locks, this succeeds without one (lock is -1). */
bool file_lock(int *lock, const char *folder);
void file_unlock(int lock);

/* folder/name, or name alone if folder is empty. */
const char *file_path(struct arena *arena, const char *folder,
    struct text name);

/* Folder of the running executable, or NULL. */
const char *file_program_folder(struct arena *arena);

#endif
