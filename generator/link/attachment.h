/*
 * The files of a guide that articles link to or show: which of them each
 * edition gets, how large images are, and under what name each is copied
 * beside the pages.
 *
 * Life: attachments_open; attachment_want for each reference; then
 * attachments_settle and attachments_read; from there on read only.
 */
#ifndef LINK_ATTACHMENT_H
#define LINK_ATTACHMENT_H

#include "model/guide.h"
#include "read/picture.h"

struct attachment {
	const struct source_file *file;
	const struct reference *image; /* the first that shows it, or NULL */
	bool *wanted;           /* by locale.index: an edition refers to it */
	struct picture picture; /* of an image */
	struct text name; /* of a copy: "form.0a1b2c3d4e.pdf"; in small
	                     letters, with '-' for what addresses or file
	                     systems, such as that of Windows, do not take */
};

struct attachments {
	struct attachment **items; /* sorted by path */
	size_t count;
	size_t capacity;
	struct table by_path; /* path of the file, NFC -> attachment */
	struct table files;   /* the same -> source_file: all there are */
};

void attachments_open(struct attachments *attachments, struct arena *arena,
    const struct source_list *sources);

/*
 * Notes that an edition refers to a file, which is found from the folder of
 * the article, and for which one of the language stands in if it is there:
 * "image.fi.png" for "image.png".  False if there is neither.
 */
bool attachment_want(struct attachments *attachments, struct arena *arena,
    const struct guide *guide, const struct edition *edition,
    const struct reference *reference);

/* What the author may have meant, as it would be written in the article: a
 * file of that name elsewhere, or of a similar path; or the empty text. */
struct text attachment_nearest(const struct attachments *attachments,
    struct arena *arena, const struct edition *edition,
    const struct reference *reference);

/* Sorts the items, when all that is wanted is noted. */
void attachments_settle(struct attachments *attachments);

/*
 * Reads all files on jobs threads, for their hashes and sizes.  Files that
 * are no images need not fit into memory.  Reports files that cannot be read,
 * and images that browsers cannot show or that are huge, where they are
 * shown first.
 */
void attachments_read(const struct attachments *attachments,
    struct arena *arena, struct report *report, size_t jobs);

/* The attachment of a reference that attachment_want took. */
const struct attachment *attachment_find(
    const struct attachments *attachments, struct arena *arena,
    const struct edition *edition, const struct reference *reference);

/* The path of its copy for editions in a locale: "fi/form.0a1b2c3d4e.pdf". */
struct text attachment_path(struct arena *arena,
    const struct attachment *attachment, const struct locale *locale);

/* A file to be written. */
struct attachment_copy {
	struct text path;
	const struct attachment *attachment;
};

/* Lists the copies, each path once; how many. */
size_t attachment_copies(struct attachment_copy **copies,
    struct arena *arena, const struct attachments *attachments,
    const struct guide *guide);

#endif
