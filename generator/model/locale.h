/*
 * A language as readers see it: its own name, direction, digits, calendar,
 * from ICU; and its catalogs.  The only home of ICU besides order and text.
 */
#ifndef MODEL_LOCALE_H
#define MODEL_LOCALE_H

#include "model/catalog.h"

struct locale_tools; /* ICU's objects, guarded by a lock */

struct locale {
	struct text tag;     /* BCP 47, as in guide.yaml: "fa", "pt-BR" */
	size_t index;        /* in the guide's list of locales */
	struct text endonym; /* "suomi" as a word of its own: "Suomi" */
	bool rtl;
	struct catalogs catalogs;
	struct locale_tools *tools;
};

/* True for a well-formed tag, in its canonical spelling, whose language ICU
 * knows: fi, sr, sr-Latn, pt-BR; not FI, pt-br, und. */
bool locale_tag_valid(struct text tag);

/* The tag that was meant, in the arena: "pt_BR" and "PT-br" are pt-BR, "german"
 * and "Deutsch" de; empty if nobody knows. */
struct text locale_tag_near(struct arena *arena, struct text written);

/* Which plural form of a language (CLDR) each number takes: forms that are
 * equal have equal numbers, which mean nothing else. */
void locale_plurals(unsigned char *forms, struct text tag,
    const unsigned long *numbers, size_t count);

/* The quotation marks of a language (CLDR): outer and inner, before and
 * behind, each one code point. */
struct locale_quotes {
	uint32_t marks[4];
};
struct locale_quotes locale_quotes(struct text tag);

/* Opens a locale; tag must be valid. It and its strings live in the arena,
 * what ICU gives it until locale_close (which may be repeated).  The machine's
 * locale and time zone have no influence; a language of which CLDR has no
 * data gets those of English. */
struct locale *locale_open(struct arena *arena, struct text tag);
void locale_close(struct locale *locale);

/* All of the following give text in the arena and may be called from several
 * threads at once. */

/* Long date in the locale's calendar and digits; year, month (1-12), day of
 * the Gregorian calendar. fa: ۱۲ آبان ۱۴۰۵. */
struct text locale_date(const struct locale *locale, struct arena *arena,
    int year, int month, int day);
/* Integer with the locale's digits and grouping. */
struct text locale_number(const struct locale *locale, struct arena *arena,
    long number);
/* Name of the language `tag` in this locale, as a word in a list or badge
 * ("Finnish", "suomi", "핀란드어"). */
struct text locale_language(const struct locale *locale, struct arena *arena,
    struct text tag);
/* The locale's own name of its script: "latinica" of sr-Latn, "ћирилица" of
 * sr. */
struct text locale_script(const struct locale *locale, struct arena *arena);
/* Joins items as the locale does: "a, b, and c", "a, b ja c". */
struct text locale_list(const struct locale *locale, struct arena *arena,
    const struct text *items, size_t count);

#endif
