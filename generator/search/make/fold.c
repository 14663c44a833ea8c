/*
 * Makes the folding table (search/fold_data.h) from what ICU knows.  Runs
 * when the program is built.  usage: fold > fold_data.c
 *
 * Case, compatibility forms and marks are taken away from letters of the
 * scripts that have such things and that compose their words of them: Latin,
 * Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian.  All other letters and
 * marks stay themselves; decimal digits of all scripts become ASCII.  The
 * entry of what is not assigned is that of the code point before, since equal
 * blocks cost nothing.
 */
#include "search/fold_data.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum {
	CODES = 0x10000,
	BLOCK = 1 << FOLD_BLOCK_BITS,
	BLOCKS = CODES / BLOCK,
	LONGEST = 32,   /* of what one code point becomes */
	SEQUENCES = 4096
};

/* Letters that become others than Unicode says; what they become is folded
 * in turn. */
static const struct {
	UChar letter;
	const char *becomes;
} special[] = {
	/* Arabic letters that Persian and Kurdish write otherwise */
	{ 0x064A, "\u06CC" }, { 0x0649, "\u06CC" }, { 0x0643, "\u06A9" },
	{ 0x0629, "\u0647" }, { 0x06D5, "\u0647" }, { 0x06C1, "\u0647" },
	{ 0x06BE, "\u0647" },
	/* Serbian Cyrillic, then what other languages add */
	{ 0x430, "a" }, { 0x431, "b" }, { 0x432, "v" }, { 0x433, "g" },
	{ 0x434, "d" }, { 0x452, "\u0111" }, { 0x435, "e" },
	{ 0x436, "\u017E" }, { 0x437, "z" }, { 0x438, "i" }, { 0x458, "j" },
	{ 0x43A, "k" }, { 0x43B, "l" }, { 0x459, "lj" }, { 0x43C, "m" },
	{ 0x43D, "n" }, { 0x45A, "nj" }, { 0x43E, "o" }, { 0x43F, "p" },
	{ 0x440, "r" }, { 0x441, "s" }, { 0x442, "t" }, { 0x45B, "\u0107" },
	{ 0x443, "u" }, { 0x444, "f" }, { 0x445, "h" }, { 0x446, "c" },
	{ 0x447, "\u010D" }, { 0x45F, "d\u017E" }, { 0x448, "\u0161" },
	{ 0x449, "\u0161\u010D" }, { 0x44B, "y" }, { 0x44D, "e" },
	{ 0x44E, "ju" }, { 0x44F, "ja" }, { 0x454, "je" }, { 0x455, "dz" },
	{ 0x456, "i" }, { 0x491, "g" },
};

/* Signs that vanish between letters. */
static const UChar joins[] = { '\'', ':', 0xB4, 0x2BC, 0x2018, 0x2019,
	0xFF07 };

static const struct {
	UChar mark;
	enum fold_mark class;
} classes[] = { { 0x301, FOLD_ACUTE }, { 0x30B, FOLD_ACUTE },
	{ 0x308, FOLD_DIAERESIS }, { 0x30C, FOLD_CARON }, { 0x327, FOLD_BELOW },
	{ 0x328, FOLD_BELOW }, { 0x326, FOLD_BELOW }, { 0x306, FOLD_ROUND },
	{ 0x30A, FOLD_ROUND }, { 0x302, FOLD_CIRCUMFLEX },
	{ 0x653, FOLD_ACUTE } };

/* What one code point becomes. */
struct letters {
	uint16_t at[LONGEST];
	size_t count;
	bool fails; /* it has no place in the table */
};

struct maker {
	const UNormalizer2 *nfkd;
	UTransliterator *ascii;
	uint16_t entries[CODES];
	uint16_t sequences[SEQUENCES];
	size_t sequence_count;
	uint8_t blocks[BLOCKS];
	size_t starts[BLOCKS]; /* of different blocks, in entries */
	size_t block_count;
};

static void stop(const char *problem)
{
	fprintf(stderr, "fold: %s\n", problem);
	exit(1);
}

static bool is_mark(UChar32 code)
{
	return (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

static bool has_case_and_marks(UChar32 code)
{
	UErrorCode error = U_ZERO_ERROR;

	switch (uscript_getScript(code, &error)) {
	case USCRIPT_LATIN:
	case USCRIPT_GREEK:
	case USCRIPT_CYRILLIC:
	case USCRIPT_ARABIC:
	case USCRIPT_HEBREW:
	case USCRIPT_ARMENIAN:
	case USCRIPT_GEORGIAN:
	case USCRIPT_HANGUL:
	case USCRIPT_COMMON:
	case USCRIPT_INHERITED:
		return true;
	default:
		return false;
	}
}

/* Of scripts that few write today all signs are letters. */
static bool is_rare(UChar32 code)
{
	UErrorCode error = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(code, &error);

	return script != USCRIPT_COMMON && script != USCRIPT_INHERITED &&
	    uscript_getUsage(script) != USCRIPT_USAGE_RECOMMENDED;
}

/* Signs of phonetics and of medieval texts, and forms of Hebrew and Arabic
 * letters that text should not contain. */
static bool is_special(UChar32 code)
{
	return (code >= 0x250 && code < 0x2B0) ||
	    (code >= 0x1D00 && code < 0x1DC0) ||
	    (code >= 0x2C60 && code < 0x2C80) ||
	    (code >= 0xA720 && code < 0xA800) ||
	    (code >= 0xAB30 && code < 0xAB70) ||
	    (code >= 0xFB1D && code < 0xFE00);
}

/* Points and vowels that Arabic and Hebrew writers may leave out count for
 * nothing; nor does hamza, which is often left out. */
static unsigned class_of(UChar32 mark)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t i;

	for (i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (classes[i].mark == mark)
			return classes[i].class;
	return mark >= 0x300 && mark < 0x370 &&
		    uscript_getScript(mark, &error) == USCRIPT_INHERITED
		? FOLD_OTHER_MARK
		: 0;
}

static void mark_letter(uint16_t *letter, unsigned class)
{
	unsigned sum = (unsigned)(*letter >> FOLD_MARK_SHIFT) + class;

	if (sum > FOLD_MARK_LIMIT)
		sum = FOLD_MARK_LIMIT;
	*letter = (uint16_t)((*letter & FOLD_LETTER_MASK) |
	    sum << FOLD_MARK_SHIFT);
}

static void put(struct letters *letters, UChar32 code)
{
	bool inside = code >= FOLD_WINDOW_START &&
	    code <= FOLD_WINDOW_START + FOLD_LETTER_MASK - FOLD_WINDOW;

	if (inside)
		code -= FOLD_WINDOW_START - FOLD_WINDOW;
	else if (code >= FOLD_WINDOW)
		letters->fails = true;
	if (letters->count == LONGEST)
		stop("a code point becomes too many letters");
	letters->at[letters->count++] = (uint16_t)(code & FOLD_LETTER_MASK);
}

/* Latin letters that are no other letter with a mark: ICU knows which ASCII
 * letters stand for them. */
static bool put_latin(struct maker *maker, struct letters *letters,
    UChar32 code)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar text[LONGEST] = { (UChar)code };
	size_t first = letters->count;
	int32_t length = 1, limit = 1, i;

	if (uscript_getScript(code, &error) != USCRIPT_LATIN)
		return false;
	utrans_transUChars(maker->ascii, text, &length, LONGEST, 0, &limit,
	    &error);
	for (i = 0; i < length; i++)
		if (!u_islower(text[i]) || text[i] > 'z')
			return false;
	for (i = 0; i < length; i++)
		put(letters, text[i]);
	mark_letter(&letters->at[first], FOLD_OTHER_LETTER);
	return true;
}

static void put_text(struct maker *maker, struct letters *letters,
    const UChar *text, int32_t length);

static bool put_special(struct maker *maker, struct letters *letters,
    UChar32 code)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar text[LONGEST];
	int32_t length = 0;
	size_t i;

	if (code == 0x111) {
		put(letters, 'd');
		mark_letter(&letters->at[letters->count - 1],
		    FOLD_OTHER_LETTER);
		put(letters, 'j');
		return true;
	}
	for (i = 0; i < sizeof(special) / sizeof(*special); i++)
		if (special[i].letter == code) {
			u_strFromUTF8(text, LONGEST, &length,
			    special[i].becomes, -1, &error);
			put_text(maker, letters, text, length);
			return true;
		}
	return false;
}

/* A letter without marks: its case goes. */
static void put_letter(struct maker *maker, struct letters *letters,
    UChar32 code)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar from[2] = { (UChar)code }, text[LONGEST];
	size_t first = letters->count;
	int32_t length = u_strFoldCase(text, LONGEST, from, 1,
	    U_FOLD_CASE_DEFAULT, &error);

	if (u_charDigitValue(code) >= 0)
		put(letters, '0' + u_charDigitValue(code));
	else if (length > 1) {
		put_text(maker, letters, text, length);
		mark_letter(&letters->at[first], FOLD_OTHER_LETTER);
	} else if (!put_special(maker, letters, text[0]) &&
	    (text[0] < 0x80 || !put_latin(maker, letters, text[0])))
		put(letters, text[0]);
}

static void put_text(struct maker *maker, struct letters *letters,
    const UChar *text, int32_t length)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar plain[LONGEST];
	int32_t count = unorm2_normalize(maker->nfkd, text, length, plain,
	    LONGEST, &error);
	int32_t i;

	if (U_FAILURE(error))
		stop("a code point can't be taken apart");
	for (i = 0; i < count; i++) {
		bool dot = plain[i] == 0x307 && letters->count > 0 &&
		    letters->at[letters->count - 1] == 'i';

		if (u_isalnum(plain[i]))
			put_letter(maker, letters, plain[i]);
		else if (!is_mark(plain[i]) && plain[i] != 0x2BC)
			letters->fails = true;
		else if (is_mark(plain[i]) && letters->count > 0 && !dot)
			mark_letter(&letters->at[letters->count - 1],
			    class_of(plain[i]));
	}
}

/* By the code point where the letter is near it. */
static uint16_t entry_of_letter(UChar32 code, uint16_t letter)
{
	if (code >= 0x80 && letter == code + 1)
		return FOLD_NEXT;
	if (code >= 0x80 && letter == code + 32)
		return FOLD_LOWER;
	if (letter == '0' + (code & 15))
		return FOLD_DIGIT;
	if (letter == '0' + (code & 15) - 6)
		return FOLD_DIGIT_LATER;
	return letter;
}

static uint16_t entry_of_letters(struct maker *maker, UChar32 code,
    const struct letters *letters)
{
	size_t start, i;

	if (letters->count == 1)
		return entry_of_letter(code, letters->at[0]);
	for (start = 0; start < maker->sequence_count; start++) {
		for (i = 0; i < letters->count; i++)
			if (maker->sequences[start + i] !=
			    (letters->at[i] |
				(i + 1 < letters->count ? FOLD_MORE : 0)))
				break;
		if (i == letters->count)
			break;
	}
	for (i = 0; i < letters->count; i++)
		maker->sequences[start + i] = (uint16_t)(letters->at[i] |
		    (i + 1 < letters->count ? FOLD_MORE : 0));
	if (start + i > maker->sequence_count)
		maker->sequence_count = start + i;
	if (start + LONGEST >= SEQUENCES)
		stop("too many sequences");
	return (uint16_t)(FOLD_MORE | start);
}

static bool is_join(UChar32 code)
{
	size_t i;

	for (i = 0; i < sizeof(joins) / sizeof(*joins); i++)
		if (joins[i] == code)
			return true;
	return false;
}

/* Digits that are set higher or lower: square metres are m2. */
static bool is_small_digit(UChar32 code)
{
	int32_t type = u_getIntPropertyValue(code, UCHAR_DECOMPOSITION_TYPE);

	return (type == U_DT_SUPER || type == U_DT_SUB) &&
	    u_charDigitValue(code) < 0 && u_charType(code) == U_OTHER_NUMBER;
}

static uint16_t entry_of(struct maker *maker, UChar32 code)
{
	const uint32_t word = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK |
	    U_GC_NL_MASK;
	struct letters letters = { .count = 0 };
	UChar text = (UChar)code;

	if (is_join(code))
		return FOLD_JOINS;
	if (is_rare(code) || is_special(code))
		return FOLD_ITSELF;
	if (code == 0x200B)
		return FOLD_SEPARATES;
	if (code == 0x640 ||
	    u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return FOLD_VANISHES;
	if ((U_GET_GC_MASK(code) & word) == 0 && !is_small_digit(code))
		return FOLD_SEPARATES;
	if (!has_case_and_marks(code) && u_charDigitValue(code) < 0)
		return FOLD_ITSELF;
	if (is_mark(code))
		return (uint16_t)(FOLD_MARKS |
		    class_of(code) << FOLD_MARK_SHIFT);
	/* The hard and the soft sign, which sound only with others. */
	if (code == 0x42A || code == 0x42C || code == 0x44A || code == 0x44C)
		return FOLD_MARKS | FOLD_OTHER_MARK << FOLD_MARK_SHIFT;
	put_text(maker, &letters, &text, 1);
	if (letters.fails || letters.count == 0 ||
	    (letters.count == 1 && letters.at[0] == code && code >= 0x80))
		return FOLD_ITSELF;
	return entry_of_letters(maker, code, &letters);
}

static void fill(struct maker *maker)
{
	UChar32 code;

	for (code = 0; code < CODES; code++)
		if ((u_charType(code) == U_UNASSIGNED && code > 0) ||
		    (code >= 0xAC00 && code <= 0xD7A3))
			maker->entries[code] = code == 0xAC00
			    ? FOLD_ITSELF
			    : maker->entries[code - 1];
		else
			maker->entries[code] = entry_of(maker, code);
}

static void share_blocks(struct maker *maker)
{
	size_t block, i;

	for (block = 0; block < BLOCKS; block++) {
		const uint16_t *entries = maker->entries + block * BLOCK;

		for (i = 0; i < maker->block_count; i++)
			if (memcmp(maker->entries + maker->starts[i], entries,
				BLOCK * sizeof(*entries)) == 0)
				break;
		if (i == 256)
			stop("more than 256 different blocks");
		if (i == maker->block_count)
			maker->starts[maker->block_count++] = block * BLOCK;
		maker->blocks[block] = (uint8_t)i;
	}
}

static void write_table(const struct maker *maker)
{
	size_t i, j;

	printf("#include \"search/fold_data.h\"\n\n"
	       "const uint8_t fold_blocks[] = {");
	for (i = 0; i < BLOCKS; i++)
		printf("%s%d,", i % 16 == 0 ? "\n\t" : " ", maker->blocks[i]);
	for (i = 0; i < 2; i++) {
		printf("\n};\n\nconst uint8_t fold_%s[] = {",
		    i == 0 ? "low" : "high");
		for (j = 0; j < maker->block_count * BLOCK; j++)
			printf("%s%d,", j % 16 == 0 ? "\n\t" : " ",
			    maker->entries[maker->starts[j / BLOCK] +
				j % BLOCK] >> 8 * i & 0xFF);
	}
	printf("\n};\n\nconst uint16_t fold_sequences[] = {");
	for (i = 0; i < maker->sequence_count; i++)
		printf("%s0x%X,", i % 8 == 0 ? "\n\t" : " ",
		    maker->sequences[i]);
	printf("\n};\n");
}

int main(void)
{
	UErrorCode error = U_ZERO_ERROR;
	struct maker *maker = calloc(1, sizeof(*maker));
	UChar name[LONGEST];

	if (maker == NULL)
		stop("out of memory");
	u_uastrcpy(name, "Latin-ASCII");
	maker->nfkd = unorm2_getNFKDInstance(&error);
	maker->ascii = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL,
	    &error);
	if (U_FAILURE(error))
		stop(u_errorName(error));
	fill(maker);
	share_blocks(maker);
	write_table(maker);
	utrans_close(maker->ascii);
	free(maker);
	return ferror(stdout) || fclose(stdout) != 0;
}
