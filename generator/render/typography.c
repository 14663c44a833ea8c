#include "render/typography.h"

#include "base/list.h"
#include "base/unicode.h"
#include "render/hyphen.h"

#include <stdlib.h>
#include <string.h>

#define SOFT_HYPHEN "\xC2\xAD"
#define WORD_JOINER "\xE2\x81\xA0"
#define NO_BREAK_SPACE "\xC2\xA0"
#define ELLIPSIS "…"

enum {
	OBJECT = 0xFFFC,
	LONG_WORD = 12,   /* letters */
	LARGE_WORD = 8,   /* the same in headings */
	ABBREVIATION = 12 /* bytes that one has at most */
};

struct typographer {
	struct arena arena;
	struct hyphenator *hyphenator;
	const struct typography_rules *rules;
	struct buffer text; /* of the block */
	struct {
		struct typography_edit *items;
		size_t count;
		size_t capacity;
	} edits;
};

/* Where setting a block has come to. */
struct setter {
	struct typographer *typographer;
	const struct typography_rules *rules;
	struct text text;
	size_t at;
	uint32_t before; /* code point before at, as it will be; 0 at the
	                    beginning */
	size_t shortest; /* letters of a word that may be divided */
	bool is_quoted;  /* behind an opening quote */
	bool is_inner;   /* the same of a single one */
};

struct typographer *typographer_new(void)
{
	struct typographer *typographer = memory_new(sizeof(*typographer));

	*typographer = (struct typographer){
		.hyphenator = hyphenator_new(),
		.rules = typography_rules_find((struct text){ 0 }),
	};
	return typographer;
}

void typographer_release(struct typographer *typographer)
{
	if (typographer == NULL)
		return;
	hyphenator_release(typographer->hyphenator);
	buffer_release(&typographer->text);
	arena_release(&typographer->arena);
	free(typographer);
}

void typographer_language(struct typographer *typographer, struct text tag)
{
	typographer->rules = typography_rules_find(tag);
}

bool typographer_lacks_dictionary(const struct typographer *typographer)
{
	return hyphenator_lacks_dictionary(typographer->hyphenator);
}

struct buffer *typographer_begin(struct typographer *typographer)
{
	buffer_clear(&typographer->text);
	return &typographer->text;
}

static void add_edit(struct setter *setter, size_t at, size_t length,
    const char *before, const char *after)
{
	struct typographer *typographer = setter->typographer;

	*list_add(&typographer->arena, &typographer->edits) =
	    (struct typography_edit){ at, length, before, after };
}

static uint32_t code_at(const struct setter *setter, size_t at)
{
	if (at >= setter->text.length)
		return 0;
	if ((unsigned char)setter->text.at[at] < 0x80)
		return (unsigned char)setter->text.at[at];
	return text_decode(setter->text, &at);
}

static bool is_letter(uint32_t code)
{
	if (code < 0x80)
		return (code | 32) >= 'a' && (code | 32) <= 'z';
	/* What is most of our text, so that ICU need not be asked. */
	if ((code >= 0x410 && code <= 0x44F) || /* Cyrillic */
	    (code >= 0x621 && code <= 0x64A) || /* Arabic */
	    (code >= 0xAC00 && code <= 0xD7A3)) /* Hangul */
		return true;
	return code == 0xAD ||
	    (unicode_is_word(code) && !typography_is_digit(code));
}

static bool is_blank(uint32_t code)
{
	return code == 0 || code == ' ' || code == '\n' || code == '\t' ||
	    code == 0xA0 || code == 0x202F;
}

static bool is_hangul(uint32_t code)
{
	return code >= 0xAC00 && code <= 0xD7A3;
}

static bool among(const char *signs, uint32_t code)
{
	struct text text = text_from(signs);
	size_t at = 0;

	while (at < text.length)
		if (text_decode(text, &at) == code)
			return true;
	return false;
}

/* In Korean a particle follows what it belongs to without a space, but lines
 * may end behind closing signs and before others (Unicode Standard Annex
 * 14), even where letters keep together. */
static void join_sign(struct setter *setter)
{
	uint32_t next = code_at(setter, setter->at);

	if (is_blank(next) || is_blank(setter->before))
		return;
	if (is_hangul(next) ? among("”’»›」』》〉】)]}%‰°℃!?.…\uFFFC",
				  setter->before)
			    : is_hangul(setter->before) &&
		    among("“‘«‹「『《〈【([{%‰°℃·…", next))
		add_edit(setter, setter->at, 0, WORD_JOINER, NULL);
}

/* Goes on at `at`, behind a code point that will be shown as before. */
static void go_on(struct setter *setter, size_t at, uint32_t before)
{
	setter->at = at;
	setter->before = before;
	if (setter->rules->script == SCRIPT_KOREAN)
		join_sign(setter);
}

/* Is the word from at to end part of an address, which is no text? */
static bool is_address(const struct setter *setter, size_t at, size_t end)
{
	const char *bytes = setter->text.at;
	size_t i;

	while (at > 0 && !is_blank((unsigned char)bytes[at - 1]))
		at--;
	while (end < setter->text.length &&
	    !is_blank((unsigned char)bytes[end]))
		end++;
	for (i = at; i < end; i++)
		if (bytes[i] == '@' || bytes[i] == '_' || bytes[i] == '\\' ||
		    (bytes[i] == ':' && i + 1 < end && bytes[i + 1] == '/') ||
		    (bytes[i] == '.' && i > at && i + 1 < end &&
			is_letter(code_at(setter, i + 1))))
			return true;
	return false;
}

static void divide(struct setter *setter, size_t at, size_t end)
{
	struct hyphen_word word;
	size_t i;

	if (is_address(setter, at, end))
		return;
	hyphen_divide(&word, setter->typographer->hyphenator,
	    setter->rules->syllables, text_slice(setter->text, at, end - at),
	    setter->shortest);
	for (i = 0; i < word.count; i++)
		if (word.marks[i] != HYPHEN_NONE)
			add_edit(setter, at + word.offsets[i], 0, SOFT_HYPHEN,
			    NULL);
}

/* No line ends at the blank behind a short abbreviation. */
static void bind_abbreviation(struct setter *setter, size_t at)
{
	size_t end = setter->at;

	if (end - at > ABBREVIATION)
		return;
	end += code_at(setter, end) == '.';
	if (code_at(setter, end) != ' ' || is_blank(code_at(setter, end + 1)) ||
	    !typography_rules_list(setter->rules->abbreviations,
		text_slice(setter->text, at, end - at)))
		return;
	add_edit(setter, end, 1, NO_BREAK_SPACE, NULL);
	go_on(setter, end + 1, 0xA0);
}

static void set_word(struct setter *setter)
{
	struct text text = setter->text;
	size_t begin = setter->at;
	size_t end = begin;
	size_t next = begin;
	size_t count = 0;
	uint32_t last = 0;

	while (next < text.length) {
		/* text_decode for what is not ASCII. */
		uint32_t code = (unsigned char)text.at[next];

		if (code < 0x80)
			next++;
		else
			code = text_decode(text, &next);
		if (!is_letter(code))
			break;
		last = code;
		end = next;
		count++;
	}
	if (setter->rules->syllables != SYLLABLES_NONE &&
	    count >= setter->shortest)
		divide(setter, begin, end);
	go_on(setter, end, last);
	if (setter->rules->abbreviations != NULL)
		bind_abbreviation(setter, begin);
}

/* No line ends at the blank between a number and its unit. */
static void bind_unit(struct setter *setter)
{
	size_t begin = setter->at + 1;
	size_t end = begin;
	uint32_t code = code_at(setter, begin);

	if (code_at(setter, setter->at) != ' ' || setter->rules->units == NULL)
		return;
	while (!is_blank(code) && code != OBJECT && !among(",;:!?)”“»\"", code)) {
		(void)text_decode(setter->text, &end);
		code = code_at(setter, end);
	}
	if (typography_rules_list(setter->rules->units,
		text_slice(setter->text, begin, end - begin)) ||
	    (end > begin && setter->text.at[end - 1] == '.' &&
		typography_rules_list(setter->rules->units,
		    text_slice(setter->text, begin, end - 1 - begin)))) {
		add_edit(setter, setter->at, 1, NO_BREAK_SPACE, NULL);
		go_on(setter, begin, 0xA0);
	}
}

/* Digits, and hyphens between them, at which no line ends. */
static void set_number(struct setter *setter)
{
	size_t begin = setter->at;
	size_t end = begin;
	size_t hyphens = 0;
	uint32_t last = 0, code = code_at(setter, begin);

	while (typography_is_digit(code) ||
	    (code == '-' && typography_is_digit(code_at(setter, end + 1)))) {
		hyphens += code == '-';
		(void)text_decode(setter->text, &end);
		last = code;
		code = code_at(setter, end);
	}
	if (hyphens > 0)
		add_edit(setter, begin, end - begin, "<span class=\"number\">",
		    "</span>");
	go_on(setter, end, last);
	bind_unit(setter);
}

/* False if nothing begins here that is to be isolated or kept. */
static bool set_run(struct setter *setter)
{
	bool isolated;
	size_t begin = setter->at;
	size_t end = typography_run(setter->text, begin, &isolated);

	if (end == begin)
		return false;
	if (isolated)
		add_edit(setter, begin, end - begin, "<bdi dir=\"ltr\">",
		    "</bdi>");
	go_on(setter, end, (unsigned char)setter->text.at[end - 1]);
	bind_unit(setter);
	return true;
}

static void set_sign(struct setter *setter, size_t length, const char *sign)
{
	size_t at = 0;

	add_edit(setter, setter->at, length, sign, NULL);
	go_on(setter, setter->at + length,
	    text_decode(text_from(sign), &at));
}

/* Does a quote open here, by what is before and behind it? */
static bool opens(const struct setter *setter)
{
	return (is_blank(setter->before) ||
		   among("([{/–—-“„«‹‘", setter->before)) &&
	    !is_blank(code_at(setter, setter->at + 1));
}

static void set_quote(struct setter *setter)
{
	const struct typography_rules *rules = setter->rules;
	bool does_open = opens(setter);

	if (rules->opening == NULL ||
	    /* inches and seconds */
	    (!setter->is_quoted && !does_open &&
		typography_is_digit(setter->before))) {
		go_on(setter, setter->at + 1, '"');
		return;
	}
	if (setter->is_quoted && setter->before == '-')
		does_open = false;
	setter->is_quoted = does_open;
	set_sign(setter, 1, does_open ? rules->opening : rules->closing);
}

/* Is there a single quote further on that may close one which opens here? */
static bool is_closed(const struct setter *setter)
{
	enum { FAR = 1000 }; /* bytes */
	struct text text = setter->text;
	size_t i = setter->at;

	for (i = text_find_char(text, '\'', i + 1);
	     i != TEXT_NONE && i < setter->at + FAR;
	     i = text_find_char(text, '\'', i + 1))
		if (!is_blank((unsigned char)text.at[i - 1]) &&
		    !is_letter(code_at(setter, i + 1)))
			return true;
	return false;
}

static void set_single_quote(struct setter *setter)
{
	const struct typography_rules *rules = setter->rules;

	if (rules->apostrophe == NULL)
		go_on(setter, setter->at + 1, '\'');
	else if (opens(setter) && is_closed(setter)) {
		setter->is_inner = true;
		set_sign(setter, 1, rules->inner_opening);
	} else if (setter->is_inner &&
	    (setter->rules->script == SCRIPT_KOREAN ||
		!is_letter(code_at(setter, setter->at + 1)))) {
		setter->is_inner = false;
		set_sign(setter, 1, rules->inner_closing);
	} else
		set_sign(setter, 1, rules->apostrophe);
}

static size_t repeated(const struct setter *setter, uint32_t sign)
{
	size_t count = 0;

	while (code_at(setter, setter->at + count) == sign)
		count++;
	return count;
}

static void set_dashes(struct setter *setter)
{
	size_t count = repeated(setter, '-');
	/* --option */
	bool is_option = is_blank(setter->before) &&
	    is_letter(code_at(setter, setter->at + count));

	if (count == 2 && !is_option)
		set_sign(setter, count, setter->rules->dash);
	else if (count == 3 && !is_option)
		set_sign(setter, count, setter->rules->long_dash);
	else
		go_on(setter, setter->at + count, '-');
}

static void set_dots(struct setter *setter)
{
	size_t count = repeated(setter, '.');

	if (count == 3)
		set_sign(setter, count, ELLIPSIS);
	else
		go_on(setter, setter->at + count, '.');
}

static void set_next(struct setter *setter)
{
	uint32_t code = code_at(setter, setter->at);

	if (setter->rules->script == SCRIPT_RTL && set_run(setter))
		return;
	if (is_letter(code))
		set_word(setter);
	else if (typography_is_digit(code))
		set_number(setter);
	else if (code == '"')
		set_quote(setter);
	else if (code == '\'')
		set_single_quote(setter);
	else if (code == '-')
		set_dashes(setter);
	else if (code == '.')
		set_dots(setter);
	else {
		size_t end = setter->at;

		(void)text_decode(setter->text, &end);
		go_on(setter, end, code);
	}
}

const struct typography_edit *typographer_set(struct typographer *typographer,
    size_t *count, bool is_heading)
{
	struct setter setter = {
		.typographer = typographer,
		.rules = typographer->rules,
		.text = buffer_text(&typographer->text),
		.shortest = is_heading ? LARGE_WORD : LONG_WORD,
	};

	typographer->edits.count = 0;
	while (setter.at < setter.text.length)
		set_next(&setter);
	*count = typographer->edits.count;
	return typographer->edits.items;
}
