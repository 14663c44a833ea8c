#include "render/typography.h"

#include <string.h>

/* A run as far as it has been read. */
struct run {
	struct text text;
	size_t begin, end;
	uint32_t last; /* code point before end */
	bool has_latin;
	size_t digits;
	size_t hyphens, spaces, dots;
	bool is_number; /* begins as phone numbers do: + or zero */
};

bool typography_is_digit(uint32_t code)
{
	return (code >= '0' && code <= '9') ||
	    (code >= 0x6F0 && code <= 0x6F9) ||
	    (code >= 0x660 && code <= 0x669);
}

static bool is_latin(uint32_t code)
{
	return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
	    (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

static uint32_t code_at(struct text text, size_t at)
{
	return at < text.length ? text_decode(text, &at) : 0;
}

static bool is_inside(uint32_t code)
{
	return is_latin(code) || typography_is_digit(code);
}

static bool is_joiner(uint32_t code)
{
	return code > 0 && code < 0x80 &&
	    strchr("-./:@_+%&=?#~,'\\", (int)code) != NULL;
}

/* Can the blank at the end be inside the run?  It can in "Voice of Customer",
 * "ISO 9001" and in a phone number. */
static bool spans_blank(const struct run *run, uint32_t next)
{
	if (run->has_latin)
		return is_latin(next) || (next >= '0' && next <= '9');
	return run->is_number && typography_is_digit(next);
}

/* How many bytes of punctuation at the end are followed by more of the run;
 * 0 if it ends here. */
static size_t joiners_length(const struct run *run)
{
	const char *at = run->text.at;
	size_t length = run->text.length;
	size_t end = run->end;

	if (end < length && at[end] == ' ')
		return spans_blank(run, code_at(run->text, end + 1)) ? 1 : 0;
	while (end < length && end < run->end + 3 &&
	    is_joiner((unsigned char)at[end]))
		end++;
	/* More than one sign is found in addresses only. */
	if (end > run->end + 1 && at[run->end] != ':')
		return 0;
	return is_inside(code_at(run->text, end)) ? end - run->end : 0;
}

static void count_joiners(struct run *run, size_t length)
{
	for (; length > 0; length--, run->end++) {
		run->hyphens += run->text.at[run->end] == '-';
		run->spaces += run->text.at[run->end] == ' ';
		run->dots += run->text.at[run->end] == '.';
	}
}

static void read_inside(struct run *run)
{
	uint32_t code = code_at(run->text, run->end);

	while (is_inside(code)) {
		run->has_latin |= is_latin(code);
		run->digits += typography_is_digit(code);
		run->last = code;
		(void)text_decode(run->text, &run->end);
		code = code_at(run->text, run->end);
	}
}

/* C++, C#, and the slash at the end of an address. */
static void read_end(struct run *run)
{
	struct text rest = text_after(run->text, run->end);
	struct text whole = text_slice(
	    run->text, run->begin, run->end - run->begin);

	if (!run->has_latin)
		return;
	if (text_starts(rest, TEXT("++")))
		run->end += 2;
	else if (text_starts(rest, TEXT("#")))
		run->end++;
	else if (text_starts(rest, TEXT("/")) &&
	    text_find(whole, TEXT("://"), 0) != TEXT_NONE)
		run->end++;
}

/* The number of at most four digits that begins at `at`, or 10000. */
static unsigned value_at(struct text text, size_t at)
{
	unsigned value = 0;

	while (at < text.length) {
		uint32_t code = text_decode(text, &at);

		if (!typography_is_digit(code))
			break;
		value = value * 10 + (code & 15);
		if (value >= 10000)
			return 10000;
	}
	return value;
}

/* 10-15 is read from right to left, as its words would be. */
static bool is_range(const struct run *run)
{
	size_t hyphen = text_find_char(run->text, '-', run->begin);

	return run->hyphens == 1 && run->spaces == 0 && !run->is_number &&
	    value_at(run->text, run->begin) <
	    value_at(run->text, hyphen + 1) &&
	    value_at(run->text, hyphen + 1) < 10000;
}

size_t typography_run(struct text text, size_t at, bool *isolated)
{
	struct run run = { .text = text, .begin = at, .end = at };
	uint32_t first = code_at(text, at);
	size_t length;

	*isolated = false;
	if (first == '+' || first == '@' || first == '#')
		run.end++;
	if (!is_inside(code_at(text, run.end)))
		return at;
	run.is_number = first == '+' || first == '0' || first == 0x6F0 ||
	    first == 0x660;
	read_inside(&run);
	for (length = joiners_length(&run); length > 0;
	     length = joiners_length(&run)) {
		count_joiners(&run, length);
		read_inside(&run);
	}
	read_end(&run);
	*isolated = run.has_latin || first == '+' ||
	    ((run.hyphens > 0 || run.spaces > 0 || run.dots > 1) &&
		!is_range(&run));
	return run.end;
}
