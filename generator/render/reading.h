/*
 * What leads readers of an article on: how long it takes to read, what of
 * other articles is near it, and the same page in two languages.
 */
#ifndef RENDER_READING_H
#define RENDER_READING_H

#include "render/views.h"

/* At most so many sections stand at the end of an article, and so many of
 * one other article. */
enum { READING_RELATED = 3, READING_RELATED_OF_ONE = 2 };

/*
 * Minutes, at least 1, for a text with so many words and Hangul syllables in
 * a language; 0 if nobody can say, as in languages that put no blanks between
 * words.
 *
 * The speeds are those at which adults read the same texts aloud, measured in
 * 17 languages: Trauzettel-Klosinski and Dietz, "Standardized Assessment of
 * Reading Performance", Investigative Ophthalmology & Visual Science 53 (2012)
 * 5452-5461. A language that was not measured gets the mean of all, 184 words,
 * Korean, whose words are not comparable, that of syllables, 370.  Silent
 * reading is somewhat faster: nobody needs much longer than is said.
 */
size_t reading_minutes(struct text language, size_t words, size_t syllables);

/*
 * The sections of other articles that share most with an edition's sections,
 * best first, as readers of the page get them. A section counts the more, the
 * more sections it is related to, and the closer; equal ones stand in the
 * order in which the article comes to them.  Returns their number; the array
 * lives as long as the view.
 */
size_t reading_related(const void ***sections, const struct view *view,
    const struct edition *edition);

/* The page that shows the view's article or principle in two languages, the
 * page's and another. Absent if the other has it not, or for other pages. */
void reading_compare(struct slot_value *value, const struct view *view,
    const struct locale *other);

#endif
