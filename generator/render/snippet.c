#include "render/snippet.h"

#include "base/arena.h"

#include <string.h>

struct snippet snippet_slice(struct snippet snippet, size_t at, size_t length)
{
	snippet.text = text_slice(snippet.text, at, length);
	if (snippet.exact)
		snippet.place.offset += at;
	return snippet;
}

struct snippet snippet_after(struct snippet snippet, size_t at)
{
	return snippet_slice(snippet, at, snippet.text.length - at);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct snippet snippet_trim(struct snippet snippet)
{
	size_t start = 0;
	size_t end = snippet.text.length;

	while (start < end && is_blank(snippet.text.at[start]))
		start++;
	while (end > start && is_blank(snippet.text.at[end - 1]))
		end--;
	return snippet_slice(snippet, start, end - start);
}

/* A copy with single semicolons for double ones. */
static struct snippet without_doubles(struct snippet clause,
    struct arena *arena)
{
	char *copy;
	size_t length = 0;
	size_t at;

	if (text_find_char(clause.text, ';', 0) == TEXT_NONE)
		return clause;
	copy = arena_alloc(arena, clause.text.length);
	for (at = 0; at < clause.text.length; at++) {
		copy[length++] = clause.text.at[at];
		if (clause.text.at[at] == ';')
			at++;
	}
	clause.text = (struct text){ copy, length };
	clause.exact = false;
	return clause;
}

bool snippet_clause(struct snippet *clause, struct snippet *rest,
    struct arena *arena)
{
	struct snippet next;

	do {
		struct text text = rest->text;
		size_t end = 0;

		if (text.length == 0)
			return false;
		while (end < text.length) {
			if (text.at[end] != ';')
				end++;
			else if (end + 1 < text.length &&
			    text.at[end + 1] == ';')
				end += 2;
			else
				break;
		}
		next = snippet_trim(snippet_slice(*rest, 0, end));
		*rest = snippet_after(*rest,
		    end < text.length ? end + 1 : end);
	} while (next.text.length == 0);
	*clause = without_doubles(next, arena);
	return true;
}

void snippet_split(struct snippet *name, struct snippet *value,
    struct snippet clause)
{
	size_t end = 0;

	while (end < clause.text.length && !is_blank(clause.text.at[end]))
		end++;
	*name = snippet_slice(clause, 0, end);
	*value = snippet_trim(snippet_after(clause, end));
}

static bool separates(char c)
{
	return is_blank(c) || c == ';';
}

bool snippet_word(struct snippet *word, struct snippet *rest)
{
	struct text text = rest->text;
	size_t start = 0;
	size_t end;

	while (start < text.length && separates(text.at[start]))
		start++;
	if (start == text.length)
		return false;
	for (end = start; end < text.length; end++) {
		if (separates(text.at[end]))
			break;
	}
	*word = snippet_slice(*rest, start, end - start);
	*rest = snippet_after(*rest, end);
	return true;
}
