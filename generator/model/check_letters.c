/* Checks of single characters, and of Persian spelling. */
#include "model/check_finding.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "model/words.h"

#include <string.h>

#define JOINER "\xE2\x80\x8C" /* U+200C, zero width non-joiner */

bool check_bidi(struct finding *finding, const struct checking *checking)
{
	struct text string = checking->string;
	size_t at = 0, start;

	while (at < string.length) {
		uint32_t code;

		start = at;
		code = text_decode(string, &at);
		if (!(code == 0x061C || code == 0x200E || code == 0x200F ||
			(code >= 0x202A && code <= 0x202E) ||
			(code >= 0x2066 && code <= 0x2069)) ||
		    text_find(checking->id,
			text_slice(string, start, at - start), 0) != TEXT_NONE)
			continue;
		*finding = (struct finding){ start,
			{ text_format(checking->arena, "U+%04X",
			    (unsigned)code) },
			1 };
		return true;
	}
	return false;
}

bool check_letter(struct finding *finding, const struct checking *checking)
{
	static const struct {
		const char *arabic, *persian;
	} pairs[] = { { "ي", "ی" }, { "ك", "ک" }, { "ى", "ی" } };
	size_t i, at;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		at = text_find(
		    checking->prose, text_from(pairs[i].arabic), 0);
		if (at == TEXT_NONE)
			continue;
		*finding = (struct finding){ at,
			{ text_from(pairs[i].arabic),
			    text_from(pairs[i].persian) },
			2 };
		return true;
	}
	return false;
}

/* Whether what stands around a byte without blanks has Latin letters, as names
 * and codes do. */
static bool is_in_latin(struct text text, size_t at)
{
	size_t end = at;

	while (at > 0 && text.at[at - 1] != ' ')
		at--;
	while (end < text.length && text.at[end] != ' ')
		end++;
	for (; at < end; at++)
		if ((text.at[at] >= 'a' && text.at[at] <= 'z') ||
		    (text.at[at] >= 'A' && text.at[at] <= 'Z'))
			return true;
	return false;
}

bool check_digit(struct finding *finding, const struct checking *checking)
{
	struct text prose = checking->prose;
	struct buffer other = { 0 };
	size_t i;

	for (i = 0; i < prose.length; i++)
		if (prose.at[i] >= '0' && prose.at[i] <= '9' &&
		    !is_in_latin(prose, i))
			break;
	if (i == prose.length)
		return false;
	/* U+06F0 is the Persian zero. */
	buffer_add_code(&other, 0x06F0 + (uint32_t)(prose.at[i] - '0'));
	*finding = (struct finding){ i,
		{ text_slice(prose, i, 1),
		    buffer_copy(&other, checking->arena) },
		2 };
	buffer_release(&other);
	return true;
}

static bool is_space(struct text text, size_t at)
{
	return at >= text.length || strchr(" \n.,;:!?)", text.at[at]) != NULL;
}

/* The opening one of two single quotation marks: no apostrophe. */
static size_t find_single(struct text prose)
{
	size_t open = text_find_char(prose, '\'', 0), close;

	for (; open != TEXT_NONE;
	     open = text_find_char(prose, '\'', open + 1)) {
		if ((open > 0 && strchr(" \n(", prose.at[open - 1]) == NULL) ||
		    is_space(prose, open + 1))
			continue;
		close = text_find_char(prose, '\'', open + 1);
		while (close != TEXT_NONE && !is_space(prose, close + 1))
			close = text_find_char(prose, '\'', close + 1);
		if (close != TEXT_NONE)
			return open;
	}
	return TEXT_NONE;
}

bool check_quote(struct finding *finding, const struct checking *checking)
{
	const uint32_t *marks = checking->quotes.marks;
	size_t at = text_find_char(checking->prose, '"', 0);
	char open[4], close[4];

	if (marks[0] == '"')
		return false;
	if (at == TEXT_NONE)
		at = find_single(checking->prose);
	if (at == TEXT_NONE)
		return false;
	*finding = (struct finding){ .at = at, .value_count = 3 };
	finding->values[0] = text_slice(checking->prose, at, 1);
	finding->values[1] = text_copy(checking->arena,
	    (struct text){ open, text_encode(open, marks[0]) });
	finding->values[2] = text_copy(checking->arena,
	    (struct text){ close, text_encode(close, marks[1]) });
	return true;
}

/* What follows می without a joiner often enough to be no other word. */
static const char *const verbs[] = { "شود", "شوید", "شوند", "شویم", "شوم",
	"شد", "کند", "کنند", "کنید", "کنیم", "کنم", "کرد", "کردند", "توان",
	"تواند", "توانند", "توانید", "توانیم", "توانم", "دهد", "دهند",
	"دهید", "دهیم", "گوید", "گویند", "گویید", "خواهد", "خواهند",
	"خواهید", "خواهم", "رسد", "رسند", "رود", "روند", "آید", "آیند",
	"داند", "دانند", "دانید", "ماند", "مانند", "گیرد", "گیرند", "گیرید",
	"زند", "زنند", "بیند", "بینند", "بینید", "باشد", "گذارد", "سازد" };
static const char *const prefixes[] = { "نمی", "می" };
static const char *const plurals[] = { "ها", "های", "هایی", "هایش",
	"هایشان", "هایتان", "هایم" };

static bool is_one_of(struct text word, const char *const *words,
    size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (text_equal_string(word, words[i]))
			return true;
	return false;
}

/* می + verb written as one word. */
static struct text joined(struct arena *arena, struct text word)
{
	size_t i;

	for (i = 0; i < 2; i++) {
		struct text prefix = text_from(prefixes[i]);
		struct text verb;

		if (!text_starts(word, prefix))
			continue;
		verb = text_after(word, prefix.length);
		if (is_one_of(verb, verbs, sizeof(verbs) / sizeof(*verbs)))
			return text_format(arena, "%.*s" JOINER "%.*s",
			    TEXT_ARGUMENTS(prefix), TEXT_ARGUMENTS(verb));
	}
	return (struct text){ 0 };
}

/* Two words with nothing but one blank between them that are one. */
static bool are_apart(struct text first, struct text second)
{
	return second.at == first.at + first.length + 1 &&
	    first.at[first.length] == ' ' &&
	    (is_one_of(first, prefixes, 2) ||
		is_one_of(second, plurals,
		    sizeof(plurals) / sizeof(*plurals)));
}

bool check_joiner(struct finding *finding, const struct checking *checking)
{
	struct text prose = checking->prose, word, before = { 0 };
	size_t at = 0;

	while (words_next(&word, prose, &at)) {
		struct text right = joined(checking->arena, word);

		if (right.length > 0) {
			*finding = (struct finding){
				(size_t)(word.at - prose.at), { word, right },
				2
			};
			return true;
		}
		if (before.length > 0 && are_apart(before, word)) {
			*finding = (struct finding){
				(size_t)(before.at - prose.at),
				{ text_format(checking->arena, "%.*s %.*s",
				      TEXT_ARGUMENTS(before),
				      TEXT_ARGUMENTS(word)),
				    text_format(checking->arena,
					"%.*s" JOINER "%.*s",
					TEXT_ARGUMENTS(before),
					TEXT_ARGUMENTS(word)) },
				2
			};
			return true;
		}
		before = word;
	}
	return false;
}
