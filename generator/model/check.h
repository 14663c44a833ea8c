/*
 * What may be wrong with a translation though it is a valid one: markup that
 * got lost, letters of another language, terms that the glossary has
 * otherwise.  A warning each, at its place in the catalog; translators silence
 * it by a comment "# opas: ignore NAME" (locales/README.md).
 */
#ifndef MODEL_CHECK_H
#define MODEL_CHECK_H

#include "model/catalog.h"
#include "model/glossary.h"

/* What is known of the languages of a guide.  Read only once it is open, so
 * that several threads may check at once. */
struct checks;

/* glossary may be NULL. All of it lives in the arena. */
struct checks *checks_open(struct arena *arena,
    const struct glossary *glossary, const struct text *tags, size_t count);

/*
 * Warns of what is wrong with the translations of a catalog that are neither
 * fuzzy nor obsolete.  source and target are among the tags; if they are the
 * same language there is nothing to check.  markdown: the messages are those
 * of an article.
 */
void checks_catalog(const struct checks *checks, struct report *report,
    const struct catalog *catalog, struct text source, struct text target,
    bool markdown);

#endif
