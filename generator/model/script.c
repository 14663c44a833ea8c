#include "model/script.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/unicode.h"

#include <stdlib.h>

/*
 * The thirty letters, capital and small, as they answer one another in
 * Pravopis srpskoga jezika (Matica srpska, 2010, the chapter on the two
 * alphabets) and in the romanization of Serbian that the United Nations
 * recommend (resolution III/11 of 1977, Conference on the Standardization
 * of Geographical Names).  Sorted by code point.
 */
static const struct letter {
	uint32_t code;
	const char latin[4];
} letters[] = {
	{ 0x0400, "È" }, /* е and и with a grave, и and у with a macron: */
	{ 0x0402, "Đ" }, /* what NFC makes of accents in dictionaries */
	{ 0x0408, "J" },
	{ 0x0409, "LJ" },
	{ 0x040A, "NJ" },
	{ 0x040B, "Ć" },
	{ 0x040D, "Ì" },
	{ 0x040F, "DŽ" },
	{ 0x0410, "A" },
	{ 0x0411, "B" },
	{ 0x0412, "V" },
	{ 0x0413, "G" },
	{ 0x0414, "D" },
	{ 0x0415, "E" },
	{ 0x0416, "Ž" },
	{ 0x0417, "Z" },
	{ 0x0418, "I" },
	{ 0x041A, "K" },
	{ 0x041B, "L" },
	{ 0x041C, "M" },
	{ 0x041D, "N" },
	{ 0x041E, "O" },
	{ 0x041F, "P" },
	{ 0x0420, "R" },
	{ 0x0421, "S" },
	{ 0x0422, "T" },
	{ 0x0423, "U" },
	{ 0x0424, "F" },
	{ 0x0425, "H" },
	{ 0x0426, "C" },
	{ 0x0427, "Č" },
	{ 0x0428, "Š" },
	{ 0x0430, "a" },
	{ 0x0431, "b" },
	{ 0x0432, "v" },
	{ 0x0433, "g" },
	{ 0x0434, "d" },
	{ 0x0435, "e" },
	{ 0x0436, "ž" },
	{ 0x0437, "z" },
	{ 0x0438, "i" },
	{ 0x043A, "k" },
	{ 0x043B, "l" },
	{ 0x043C, "m" },
	{ 0x043D, "n" },
	{ 0x043E, "o" },
	{ 0x043F, "p" },
	{ 0x0440, "r" },
	{ 0x0441, "s" },
	{ 0x0442, "t" },
	{ 0x0443, "u" },
	{ 0x0444, "f" },
	{ 0x0445, "h" },
	{ 0x0446, "c" },
	{ 0x0447, "č" },
	{ 0x0448, "š" },
	{ 0x0450, "è" },
	{ 0x0452, "đ" },
	{ 0x0458, "j" },
	{ 0x0459, "lj" },
	{ 0x045A, "nj" },
	{ 0x045B, "ć" },
	{ 0x045D, "ì" },
	{ 0x045F, "dž" },
	{ 0x04E2, "Ī" },
	{ 0x04E3, "ī" },
	{ 0x04EE, "Ū" },
	{ 0x04EF, "ū" },
};
enum { LETTER_COUNT = sizeof(letters) / sizeof(letters[0]) };

enum letter_case { CASE_NONE, CASE_LOWER, CASE_UPPER };

static int compare_letter(const void *code, const void *letter)
{
	uint32_t a = *(const uint32_t *)code;
	uint32_t b = ((const struct letter *)letter)->code;

	return a < b ? -1 : a > b;
}

static const struct letter *find_letter(uint32_t code)
{
	return bsearch(&code, letters, LETTER_COUNT, sizeof(letters[0]),
	    compare_letter);
}

/* Blocks of the Unicode Standard: Cyrillic and its supplement, extended C, A
 * and B. */
static bool is_cyrillic(uint32_t code)
{
	return (code >= 0x400 && code < 0x530) ||
	    (code >= 0x1C80 && code < 0x1C90) ||
	    (code >= 0x2DE0 && code < 0x2E00) ||
	    (code >= 0xA640 && code < 0xA6A0);
}

static enum letter_case case_of(uint32_t code)
{
	if ((code >= 'A' && code <= 'Z') || (code >= 0x400 && code < 0x430))
		return CASE_UPPER;
	if ((code >= 'a' && code <= 'z') || (code >= 0x430 && code < 0x460))
		return CASE_LOWER;
	return CASE_NONE;
}

/* What may be within a word without ending it: marks of emphasis, combining
 * accents, soft hyphens, joiners. */
static bool is_ignorable(uint32_t code)
{
	return code == '*' || code == '~' || code == 0xAD ||
	    (code >= 0x300 && code < 0x370) ||
	    (code >= 0x200B && code <= 0x200D) || code == 0x2060;
}

/* Moves over one code point; false at the end of text. */
static bool step(uint32_t *code, struct text text, size_t *at, bool forward)
{
	size_t offset;

	if (forward) {
		if (*at >= text.length)
			return false;
		*code = text_decode(text, at);
		return true;
	}
	if (*at == 0)
		return false;
	do
		(*at)--;
	while (*at > 0 && ((unsigned char)text.at[*at] & 0xC0) == 0x80);
	offset = *at;
	*code = text_decode(text, &offset);
	return true;
}

/* Of the letter beside an offset, CASE_NONE if the word ends there. */
static enum letter_case case_beside(struct text text, size_t at, bool forward)
{
	uint32_t code;

	while (step(&code, text, &at, forward))
		if (!is_ignorable(code))
			return case_of(code);
	return CASE_NONE;
}

/* Of the next word beside an offset: upper if it is two letters or more and
 * all are capitals, lower if one is not, CASE_NONE for anything else. */
static enum letter_case case_of_word(struct text text, size_t at, bool forward)
{
	size_t count = 0;
	uint32_t code;

	while (step(&code, text, &at, forward)) {
		enum letter_case is = case_of(code);

		if (is == CASE_LOWER)
			return CASE_LOWER;
		if (is == CASE_UPPER)
			count++;
		else if (count > 0 && !is_ignorable(code))
			break;
	}
	return count > 1 ? CASE_UPPER : CASE_NONE;
}

/* Whether both letters that stand for the capital between two offsets are
 * capitals. */
static bool is_among_capitals(struct text text, size_t at, size_t end)
{
	enum letter_case beside = case_beside(text, end, true);
	enum letter_case before, behind;

	if (beside == CASE_NONE)
		beside = case_beside(text, at, false);
	if (beside != CASE_NONE)
		return beside == CASE_UPPER;
	before = case_of_word(text, at, false);
	behind = case_of_word(text, end, true);
	return before != CASE_LOWER && behind != CASE_LOWER &&
	    (before == CASE_UPPER || behind == CASE_UPPER);
}

static void add_letter(struct buffer *out, struct text text, size_t at,
    size_t end, const struct letter *letter)
{
	bool is_digraph = letter->code == 0x0409 || letter->code == 0x040A ||
	    letter->code == 0x040F;

	if (!is_digraph || is_among_capitals(text, at, end))
		buffer_add_string(out, letter->latin);
	else if (letter->code == 0x0409)
		buffer_add_string(out, "Lj");
	else
		buffer_add_string(out, letter->code == 0x040A ? "Nj" : "Dž");
}

/* The length of the word that text begins with. */
static size_t word_end(struct text text, bool *is_foreign)
{
	size_t end = 0;

	*is_foreign = false;
	while (end < text.length) {
		size_t next = end;
		uint32_t code = text_decode(text, &next);

		if (!unicode_is_word(code))
			break;
		if (is_cyrillic(code) && find_letter(code) == NULL)
			*is_foreign = true;
		end = next;
	}
	return end;
}

static void add_word(struct buffer *out, struct text text, size_t at,
    size_t end)
{
	while (at < end) {
		size_t next = at;
		const struct letter *letter =
		    find_letter(text_decode(text, &next));

		if (letter != NULL)
			add_letter(out, text, at, next, letter);
		else
			buffer_add(out, text_slice(text, at, next - at));
		at = next;
	}
}

/* An address ends at a blank or at what encloses it. */
static size_t address_length(struct text rest)
{
	size_t length = 0;

	if (!text_starts(rest, TEXT("http://")) &&
	    !text_starts(rest, TEXT("https://")) &&
	    !text_starts(rest, TEXT("www.")))
		return 0;
	while (length < rest.length && (unsigned char)rest.at[length] > ' ' &&
	    text_find_char(TEXT("<>()[]\"`*"), rest.at[length], 0) ==
		TEXT_NONE)
		length++;
	return length;
}

static size_t run_length(struct text text, size_t at)
{
	size_t end = at;

	while (end < text.length && text.at[end] == '`')
		end++;
	return end - at;
}

/* A code span (CommonMark 0.31, 6.1), or backticks that begin none. */
static size_t code_length(struct text rest)
{
	size_t opening = run_length(rest, 0), at = opening, closing;

	while (opening > 0 && at < rest.length) {
		closing = run_length(rest, at);
		at += closing > 0 ? closing : 1;
		if (closing == opening)
			return at;
	}
	return opening;
}

/* A tag of raw HTML, or something else between '<' and '>' that is no text
 * (CommonMark 0.31, 6.6); 0 if there is none. */
static size_t tag_length(struct text rest)
{
	char first = rest.length > 1 ? rest.at[1] : '\0', quote = '\0';
	size_t end;

	if (rest.at[0] != '<' ||
	    !(((first | 0x20) >= 'a' && (first | 0x20) <= 'z') ||
		first == '/' || first == '!' || first == '?'))
		return 0;
	if (text_starts(rest, TEXT("<!--"))) {
		end = text_find(rest, TEXT("-->"), 4);
		return end == TEXT_NONE ? 0 : end + 3;
	}
	for (end = 1; end < rest.length; end++) {
		char c = rest.at[end];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return end + 1;
		else if (c == '<')
			return 0;
	}
	return 0;
}

/* The words of [words]{.keep}; false if this is none. */
static bool keep_find(struct text *words, size_t *length, struct text rest)
{
	const struct text closing[] = { TEXT("]{.keep}"), TEXT("\\]{.keep}") };
	bool is_escaped = text_starts(rest, TEXT("\\["));
	struct text close = closing[is_escaped];
	size_t at = is_escaped ? 2 : 1;
	size_t start = at;

	if (!is_escaped && rest.at[0] != '[')
		return false;
	for (; at < rest.length && rest.at[at] != '['; at++) {
		if (text_starts(text_after(rest, at), close)) {
			*words = text_slice(rest, start, at - start);
			*length = at + close.length;
			return true;
		}
		if (rest.at[at] == ']')
			return false;
		if (rest.at[at] == '\\' && at + 1 < rest.length &&
		    rest.at[at + 1] != '[')
			at++;
	}
	return false;
}

/* How much of the rest of a message is no text, to be copied. */
static size_t markup_length(struct text rest)
{
	size_t end;

	switch (rest.at[0]) {
	case '`':
		return code_length(rest);
	case '<':
		return tag_length(rest);
	case '\\':
		return rest.length > 1 && (unsigned char)rest.at[1] < 0x80 ? 2
									   : 0;
	case '[':
		if (!text_starts(rest, TEXT("[^")))
			return 0;
		for (end = 2; end < rest.length && rest.at[end] != '['; end++)
			if (rest.at[end] == ']')
				return end + 1;
		return 0;
	default:
		return 0;
	}
}

/* How much at the start of rest stays as it is; 0 if a Serbian word, which
 * ends at *end, is there. */
static size_t kept_length(size_t *end, struct text rest, bool is_markdown)
{
	size_t length = is_markdown ? markup_length(rest) : 0;
	bool is_foreign;

	if (length == 0)
		length = address_length(rest);
	if (length > 0)
		return length;
	*end = word_end(rest, &is_foreign);
	if (*end == 0)
		(void)text_decode(rest, &length); /* only to move on */
	return is_foreign ? *end : length;
}

static struct text convert(struct arena *arena, struct text text,
    bool is_markdown)
{
	struct buffer out = { 0 };
	size_t at = 0;

	while (at < text.length) {
		struct text rest = text_after(text, at), words;
		size_t length, end;

		if (is_markdown && keep_find(&words, &length, rest)) {
			buffer_add(&out, words);
			at += length;
			continue;
		}
		length = kept_length(&end, rest, is_markdown);
		if (length > 0) {
			buffer_add(&out, text_slice(rest, 0, length));
			at += length;
		} else {
			add_word(&out, text, at, at + end);
			at += end;
		}
	}
	if (!text_equal(buffer_text(&out), text))
		text = unicode_nfc(arena, buffer_copy(&out, arena));
	buffer_release(&out);
	return text;
}

struct text script_latin(struct arena *arena, struct text cyrillic)
{
	return convert(arena, cyrillic, true);
}

struct text script_latin_plain(struct arena *arena, struct text cyrillic)
{
	return convert(arena, cyrillic, false);
}
