#include "search/turkish_forms.h"

#include "search/turkish_endings.h"

#include <string.h>

/* As the shapes of endings are written. */
static const char *const noun_forms[] = { "lAr", "lArI", "(s)I", "DA", "DAn",
	"(n)In", "(y)A", "(y)I", "(I)m", "(I)mIz", NULL };
static const char *const verb_forms[] = { "Iyor", "DI", "DIm", "mIş",
	"(y)AcAK", "(y)An", "DIğI", "mAsI", "(y)Abilir", "mIyor", NULL };
static const char *const passive_forms[] = { "Iyor", "DI", "mIş", "(y)An",
	"mAsI", NULL };

enum { LONGEST = 12 }; /* letters of a voice, an ending and a buffer */

struct stem {
	struct letters plain;
	struct letters changed; /* before a vowel */
	bool verb;
	bool front; /* vowels of endings are front ones */
};

/* Takes the letters as the look before vowels, if the list says so. */
static bool take_changed(struct stem *stem, const struct roots *roots,
    const struct letters *letters)
{
	const struct root *root = stem->verb
	    ? roots_verb(roots, letters->at, letters->count)
	    : roots_noun(roots, letters->at, letters->count);

	if (root == NULL || (root->flags & ROOT_CHANGED) == 0 ||
	    root->dictionary.count != stem->plain.count ||
	    memcmp(root->dictionary.at, stem->plain.at, stem->plain.count) != 0)
		return false;
	stem->changed = *letters;
	return true;
}

/* kitab of kitap, reng of renk, hakk of hak, ağz of ağız: whichever the
 * roots have. */
static void find_changed(struct stem *stem, const struct roots *roots)
{
	struct letters letters = stem->plain;
	size_t count = letters.count;
	unsigned char last = letters.at[count - 1];
	unsigned char soft = letter_softened(last);
	bool many = letters_syllables(letters.at, count) > 1;

	stem->changed = stem->plain;
	letters.at[count - 1] = soft;
	/* saat-i is likelier than kanad-ı. */
	if ((last != 't' || stem->verb || !many) &&
	    take_changed(stem, roots, &letters))
		return;
	letters.at[count - 1] = 'g';
	if (last == 'k' && take_changed(stem, roots, &letters))
		return;
	letters.at[count - 1] = last;
	letters.at[count] = last;
	letters.count = count + 1;
	if (take_changed(stem, roots, &letters))
		return;
	letters.at[count - 2] = last;
	letters.count = count - 1;
	if (count > 2 && take_changed(stem, roots, &letters))
		return;
	if (!stem->verb && last == 'k' && many &&
	    roots_noun(roots, stem->plain.at, count) == NULL)
		stem->changed.at[count - 1] = soft;
}

static void add_letter(struct letters *form, unsigned char letter)
{
	form->at[form->count++] = letter;
}

/* A sign of a shape as the letter that it is there. */
static unsigned char letter_of(
    const struct letters *form, unsigned char sign, bool front)
{
	unsigned char vowel = letters_last_vowel(form->at, form->count);
	bool voiceless = letter_is_voiceless(form->at[form->count - 1]);

	vowel = front ? letter_fronted(vowel) : vowel;
	switch (sign) {
	case 'A':
		return letter_low_after(vowel);
	case 'I':
		return letter_high_after(vowel);
	case 'D':
		return voiceless ? 't' : 'd';
	case 'K':
		return 'k';
	default:
		return sign;
	}
}

/* False if there is no such form. */
static bool append(
    struct letters *form, const struct stem *stem, const char *ending)
{
	const struct letters *plain = &stem->plain;
	bool after_vowel = letter_is_vowel(plain->at[plain->count - 1]);
	bool buffered, vowel_next;
	struct shape shape;
	size_t i;

	if (!shape_read(&shape, ending))
		return false;
	buffered =
	    shape.buffer != 0 && after_vowel != (shape.buffer == 'I');
	vowel_next = buffered ? shape.buffer == 'I'
			      : shape.at[0] == 'A' || shape.at[0] == 'I';
	*form = vowel_next ? stem->changed : *plain;
	/* başla-yor is başlıyor. */
	if (vowel_next && after_vowel)
		form->count--;
	if (buffered)
		add_letter(form, letter_of(form, shape.buffer, stem->front));
	for (i = 0; i < shape.count; i++)
		add_letter(form, letter_of(form, shape.at[i], stem->front));
	return true;
}

/* What is a root itself is rather that: kapı is not kap-ı. */
static void add_forms(struct letters *forms, size_t *count,
    const struct roots *roots, const struct stem *stem,
    const char *const *shapes)
{
	for (; *shapes != NULL && *count < TURKISH_FORMS; shapes++) {
		struct letters *form = &forms[*count];

		if (append(form, stem, *shapes) &&
		    roots_noun(roots, form->at, form->count) == NULL &&
		    roots_verb(roots, form->at, form->count) == NULL)
			++*count;
	}
}

/* Of the passive, unless it is a verb of its own: bulun- of bul-. */
static void add_passive(struct letters *forms, size_t *count,
    const struct roots *roots, const struct stem *active)
{
	const struct letters *plain = &active->plain;
	unsigned char last = plain->at[plain->count - 1];
	struct stem stem = { .verb = true };
	const char *ending =
	    letter_is_vowel(last) ? "n" : last == 'l' ? "In" : "Il";

	(void)append(&stem.plain, active, ending);
	stem.changed = stem.plain;
	if (roots_verb(roots, stem.plain.at, stem.plain.count) == NULL)
		add_forms(forms, count, roots, &stem, passive_forms);
}

size_t turkish_forms(struct letters forms[TURKISH_FORMS],
    const struct roots *roots, const struct lemma *lemma)
{
	struct stem stem = { .plain = lemma->letters, .verb = lemma->verb };
	const struct letters *plain = &stem.plain;
	const struct root *root;
	size_t count = 0;

	/* de- and ye- have forms of their own. */
	if (plain->count < 2 || plain->count + LONGEST > LETTERS_MOST ||
	    letters_syllables(plain->at, plain->count) == 0 ||
	    (stem.verb && plain->count < 3 && letter_is_vowel(plain->at[1])))
		return 0;
	find_changed(&stem, roots);
	if (stem.verb) {
		add_forms(forms, &count, roots, &stem, verb_forms);
		add_passive(forms, &count, roots, &stem);
		return count;
	}
	root = roots_noun(roots, plain->at, plain->count);
	if (root != NULL && (root->flags & ROOT_CLOSED) != 0)
		return 0;
	stem.front = root != NULL && (root->flags & ROOT_FRONT) != 0;
	add_forms(forms, &count, roots, &stem, noun_forms);
	return count;
}
