/* What of a message is running text, and its markup. */
#include "model/check_finding.h"

#include "base/arena.h"
#include "model/placeholder.h"

#include <string.h>

/* Length of the run of one character at `at`. */
static size_t run_length(struct text text, size_t at)
{
	size_t end = at;

	while (end < text.length && text.at[end] == text.at[at])
		end++;
	return end - at;
}

/* Where the code span ends whose backticks begin at `at`; TEXT_NONE if they
 * are text. */
static size_t code_end(struct text text, size_t at)
{
	size_t length = run_length(text, at), end = at + length;

	while (end < text.length) {
		if (text.at[end] == '`') {
			size_t other = run_length(text, end);

			if (other == length)
				return end + other;
			end += other;
		} else {
			end++;
		}
	}
	return TEXT_NONE;
}

/* Where the part of Markdown ends that begins at `at` and is no running text;
 * `at` itself if it is. */
static size_t skipped(struct text text, size_t at)
{
	struct text rest = text_after(text, at);
	size_t end = TEXT_NONE;

	if (text.at[at] == '`')
		end = code_end(text, at);
	else if (text_starts(rest, TEXT("](")))
		end = text_find_char(text, ')', at);
	else if (text_starts(rest, TEXT("[^")))
		end = text_find_char(text, ']', at);
	else if (text.at[at] == '<' && rest.length > 1 &&
	    strchr(" =<0123456789", rest.at[1]) == NULL)
		end = text_find_char(text, '>', at);
	if (end == TEXT_NONE)
		return text.at[at] == '`' ? at + run_length(text, at) : at;
	return text.at[at] == '`' ? end : end + 1;
}

/* Whether there may be anything but running text: most messages are plain. */
static bool is_plain(struct text text)
{
	size_t i;

	for (i = 0; i < text.length; i++)
		switch (text.at[i]) {
		case '{':
		case '`':
		case '[':
		case ']':
		case '<':
		case '\\':
			return false;
		default:
			break;
		}
	return true;
}

struct text check_prose(struct arena *arena, struct text text, bool markdown)
{
	struct text placeholder;
	size_t at = 0;
	char *bytes;

	if (is_plain(text))
		return text;
	bytes = arena_copy(arena, text.at, text.length);
	while (placeholder_next(&placeholder, text, &at))
		memset(bytes + (placeholder.at - text.at), ' ',
		    placeholder.length);
	at = 0;
	while (markdown && at < text.length) {
		size_t end;

		if (text.at[at] == '\\' && at + 1 < text.length) {
			bytes[at] = ' ';
			at += 2;
			continue;
		}
		end = skipped(text, at);
		memset(bytes + at, ' ', end - at);
		at = end > at ? end : at + 1;
	}
	return (struct text){ bytes, text.length };
}

/* What is counted of markup. */
enum span { SPAN_EMPHASIS, SPAN_STRONG, SPAN_STRIKE, SPAN_CODE, SPAN_LINK,
	SPAN_NOTE, SPAN_COUNT };

static const char *const marks[] = { "*", "**", "~~", "`", "](", "[^" };

/* Stars and underscores between blanks are text, and so are underscores in
 * words. */
static bool is_flanking(struct text text, size_t at, size_t end)
{
	bool blank_before = at == 0 || strchr(" \n", text.at[at - 1]) != NULL;
	bool blank_after =
	    end == text.length || strchr(" \n", text.at[end]) != NULL;
	bool word_before = at > 0 && ((unsigned char)text.at[at - 1] >= 0x80 ||
	    strchr("abcdefghijklmnopqrstuvwxyz", text.at[at - 1]) != NULL);
	bool word_after = end < text.length &&
	    ((unsigned char)text.at[end] >= 0x80 ||
		strchr("abcdefghijklmnopqrstuvwxyz", text.at[end]) != NULL);

	return !(blank_before && blank_after) &&
	    (text.at[at] != '_' || !(word_before && word_after));
}

static void count_run(size_t counts[SPAN_COUNT], struct text text, size_t at,
    size_t length)
{
	if (text.at[at] == '~') {
		counts[SPAN_STRIKE] += length == 2;
		return;
	}
	if (!is_flanking(text, at, at + length))
		return;
	counts[SPAN_STRONG] += length / 2;
	counts[SPAN_EMPHASIS] += length % 2;
}

static void count_spans(size_t counts[SPAN_COUNT], struct text text)
{
	size_t at = 0, length;

	while (at < text.length) {
		length = 1;
		switch (text.at[at]) {
		case '\\':
			length = 2;
			break;
		case '`':
			length = skipped(text, at) - at;
			counts[SPAN_CODE] += code_end(text, at) != TEXT_NONE;
			break;
		case '*':
		case '_':
		case '~':
			length = run_length(text, at);
			count_run(counts, text, at, length);
			break;
		case ']':
			counts[SPAN_LINK] += text_starts(
			    text_after(text, at), TEXT("]("));
			break;
		case '[':
			counts[SPAN_NOTE] += text_starts(
			    text_after(text, at), TEXT("[^"));
			break;
		default:
			break;
		}
		at += length;
	}
}

bool check_spans(struct finding *finding, const struct checking *checking)
{
	size_t wanted[SPAN_COUNT] = { 0 }, found[SPAN_COUNT] = { 0 };
	size_t at;
	int i;

	count_spans(wanted, checking->id);
	count_spans(found, checking->string);
	for (i = 0; i < SPAN_COUNT && wanted[i] == found[i]; i++)
		;
	if (i == SPAN_COUNT)
		return false;
	at = text_find(checking->string, text_from(marks[i]), 0);
	*finding = (struct finding){ at == TEXT_NONE ? 0 : at,
		{ text_from(marks[i]),
		    text_format(checking->arena, "%zu", wanted[i]),
		    text_format(checking->arena, "%zu", found[i]) },
		3 };
	return true;
}
