/*
 * Translations of articles through their catalogs, locales/<id>/<locale>.po:
 * which entry translates a message of today, and which entries of yesterday
 * go with the messages of today.
 */
#ifndef MODEL_TRANSLATION_H
#define MODEL_TRANSLATION_H

#include "model/catalog.h"
#include "parse/message.h"

/*
 * Whether at least half of the words of the longer text are in the other, in
 * order (longest common subsequence of words, 2 * common >= longer).  Words
 * are runs of letters and digits in lower case.
 */
bool translation_agrees(struct text a, struct text b);

/*
 * A translator (parse/message.h) over a catalog.  Current: an active entry
 * that is not fuzzy.  Stale: a fuzzy entry whose "#| msgid" is no longer a
 * message of the article and agrees with the message.  All else is missing,
 * so that a translation which msgmerge borrowed elsewhere is never shown as
 * this block's.  Needs the ids of all messages of today.
 */
struct catalog_translator {
	struct translator translator;
	const struct catalog *catalog;
	const struct table *current; /* ids of today's messages */
	size_t translated, stale, missing;  /* messages, counted as asked */
	size_t words_translated, words_stale, words_missing; /* of msgids */
};
struct catalog_translator translation_of(const struct catalog *catalog,
    const struct table *current);

/*
 * Pairs the entries of a locale's catalog as it was (in file order, obsolete
 * ones last) with the messages of the article as it is now:
 * (a) a msgid that is there again, anywhere in `known` (all catalogs of the
 *     locale, obsolete entries included), keeps its translation;
 * (b) of the others, those in the same gap between exact matches, of the same
 *     kind, that agree or are the only pair in the gap: a revision;
 * (c) everything else has none.
 */
enum pairing { PAIRING_NONE, PAIRING_SAME, PAIRING_REVISION };
struct pair {
	enum pairing pairing;
	const struct catalog_entry *entry; /* NULL if PAIRING_NONE */
};
void translation_pair(struct pair *pairs, struct arena *arena,
    const struct block_message *messages, size_t count,
    const struct catalog *before, const struct catalog *const *known,
    size_t known_count);

#endif
