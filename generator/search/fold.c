#include "search/fold.h"

#include "search/fold_data.h"

/* Unicode Standard 15, 3.12: how syllables are numbered. */
enum {
	SYLLABLE_FIRST = 0xAC00,
	SYLLABLE_LAST = 0xD7A3,
	INITIAL_FIRST = 0x1100,
	VOWEL_FIRST = 0x1161,
	FINAL_NONE = 0x11A7,
	VOWELS = 21,
	FINALS = 28
};

/* How many bytes the code point at the start of the text takes; 1 and U+FFFF
 * if they are malformed. */
static size_t decode(uint32_t *code, const char *text, size_t length)
{
	const unsigned char *bytes = (const unsigned char *)text;
	uint32_t first = bytes[0];
	size_t count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
	uint32_t value = first & (0x7FU >> count);
	size_t i;

	*code = first;
	if (first < 0x80)
		return 1;
	*code = 0xFFFF;
	if (first < 0xC2 || first > 0xF4 || count > length)
		return 1;
	for (i = 1; i < count; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return 1;
		value = value << 6 | (bytes[i] & 0x3F);
	}
	/* The least value of 3 and of 4 bytes, and the surrogates. */
	if ((count == 3 && value < 0x800) || (count == 4 && value < 0x10000) ||
	    value >> 11 == 0xD800 >> 11 || value > 0x10FFFF)
		return 1;
	*code = value;
	return count;
}

static unsigned entry_of(uint32_t code, unsigned flags)
{
	unsigned entry;
	size_t place;

	/* Letters beyond the BMP are not searched for. */
	if (code >= 0xFFFF)
		return FOLD_SEPARATES;
	if (code == 'I' && (flags & FOLD_DOTLESS) != 0)
		return 'i' | FOLD_OTHER_LETTER << FOLD_MARK_SHIFT;
	place = (size_t)fold_blocks[code >> FOLD_BLOCK_BITS] << FOLD_BLOCK_BITS;
	place |= code & ((1U << FOLD_BLOCK_BITS) - 1);
	entry = fold_low[place] | (unsigned)fold_high[place] << 8;
	if (entry == FOLD_DIGIT)
		return '0' + (code & 15);
	return entry == FOLD_DIGIT_LATER ? '0' + (code & 15) - 6 : entry;
}

/* Marks count by their class and by the letter that they belong to. */
static void add_mark(struct fold_word *word, unsigned class)
{
	unsigned sum = word->signature;

	if (class == 0 || word->count == FOLD_LETTERS)
		return;
	sum = (sum + class * (unsigned)(2 * word->count + 1)) & 0xFF;
	word->signature = (uint8_t)(sum == 0 ? 1 : sum);
}

static void add_letter(struct fold_word *word, uint32_t letter)
{
	if (word->count < FOLD_LETTERS)
		word->letters[word->count++] = (uint16_t)letter;
}

static void add_syllable(struct fold_word *word, uint32_t code)
{
	uint32_t number = code - SYLLABLE_FIRST;

	add_letter(word, INITIAL_FIRST + number / (VOWELS * FINALS));
	add_letter(word, VOWEL_FIRST + number / FINALS % VOWELS);
	if (number % FINALS != 0)
		add_letter(word, FINAL_NONE + number % FINALS);
}

static void add_entry(struct fold_word *word, unsigned entry)
{
	uint32_t letter = entry & FOLD_LETTER_MASK;

	if (letter >= FOLD_WINDOW)
		letter += FOLD_WINDOW_START - FOLD_WINDOW;
	add_letter(word, letter);
	add_mark(word, entry >> FOLD_MARK_SHIFT & FOLD_MARK_LIMIT);
}

static void add(struct fold_word *word, uint32_t code, unsigned entry)
{
	const uint16_t *sequence;

	if (code >= SYLLABLE_FIRST && code <= SYLLABLE_LAST) {
		add_syllable(word, code);
		return;
	}
	if (entry == FOLD_ITSELF || entry == FOLD_NEXT || entry == FOLD_LOWER) {
		add_letter(word, code +
			(entry == FOLD_NEXT	    ? 1
				: entry == FOLD_LOWER ? 32
						      : 0));
		return;
	}
	if ((entry & FOLD_MORE) == 0) {
		add_entry(word, entry);
		return;
	}
	sequence = fold_sequences + (entry & ~(unsigned)FOLD_MORE);
	for (; (*sequence & FOLD_MORE) != 0; sequence++)
		add_entry(word, *sequence);
	add_entry(word, *sequence);
}

/* Whether the entry ends a word.  Behind an apostrophe or a colon all but
 * letters does: 12:30 are two words, EU:n is one. */
static bool separates(unsigned entry, bool joined)
{
	if (joined && ((entry >= '0' && entry <= '9') || entry == FOLD_JOINS))
		return true;
	return entry == FOLD_SEPARATES;
}

static bool is_mark(unsigned entry)
{
	return entry < FOLD_MORE && (entry & FOLD_LETTER_MASK) == FOLD_MARKS;
}

/* The dot of a small i written with a mark of its own says nothing. */
static unsigned class_of(
    const struct fold_word *word, uint32_t code, unsigned entry)
{
	if (code == 0x307 && word->letters[word->count - 1] == 'i')
		return 0;
	return entry >> FOLD_MARK_SHIFT;
}

bool fold_next(struct fold_word *word, const char *text, size_t length,
    size_t *offset, unsigned flags)
{
	bool joined = false;
	size_t at = *offset, next;

	word->count = 0;
	word->signature = 0;
	for (; at < length; at = next) {
		uint32_t code;
		unsigned entry;

		next = at + decode(&code, text + at, length - at);
		entry = entry_of(code, flags);
		if (entry == FOLD_VANISHES)
			continue;
		if (word->count == 0) {
			if (entry == FOLD_SEPARATES || entry == FOLD_JOINS ||
			    is_mark(entry))
				continue;
			word->start = at;
		} else if (separates(entry, joined)) {
			break;
		}
		joined = entry == FOLD_JOINS;
		if (joined)
			continue;
		if (is_mark(entry))
			add_mark(word, class_of(word, code, entry));
		else
			add(word, code, entry);
		word->end = next;
	}
	*offset = at;
	return word->count > 0;
}
