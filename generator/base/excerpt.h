/*
 * Finds lines and columns in the sources of messages, and shows a line with
 * a caret below the place.  Only the report needs it.
 */
#ifndef BASE_EXCERPT_H
#define BASE_EXCERPT_H

#include "base/arena.h"
#include "base/buffer.h"

struct place;
struct source;

/*
 * Stands on a line of a source and moves forward: messages come sorted, so
 * that a file is read again, and its lines counted, only once.  {0} stands
 * nowhere.  Ends with arena_release(&excerpt.arena).
 */
struct excerpt {
	struct arena arena; /* of the bytes, if they were read again */
	const struct source *source;
	struct text bytes;
	bool is_readable;
	size_t line;       /* from 1 */
	size_t line_start; /* offset of its first byte */
	size_t offset;     /* of the place, within the line */
	size_t column;     /* in code points from 1 */
};

/* Moves to a place that has an offset (one behind the end counts as the
 * end); false if its source was dropped and cannot be read again. */
bool excerpt_move(struct excerpt *excerpt, struct place place);

/*
 * Adds the line where the excerpt stands and a line with a caret:
 *    12 | the source line
 *       |      ^
 * Tabs stay, so that the caret lines up; other control characters and
 * malformed bytes are shown as U+FFFD; a line over 100 code points is cut
 * around the place.  A blank line is not shown at all.
 */
void excerpt_add(struct buffer *buffer, const struct excerpt *excerpt);

#endif
