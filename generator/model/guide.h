/*
 * The whole guide in memory: articles with their editions and sections, the
 * principles and tags that connect them, and the locales in which all this is
 * shown.  Assembled once, linked once, then read only.
 */
#ifndef MODEL_GUIDE_H
#define MODEL_GUIDE_H

#include "base/table.h"
#include "model/locale.h"
#include "parse/document.h"
#include "read/configuration.h"
#include "read/matter.h"
#include "read/principles.h"
#include "read/source.h"

struct article;
struct edition;
struct principle;
struct terms_document;

/* A section of an edition, with what it is linked to. */
struct section {
	const struct section_text *text;
	const struct edition *edition;
	const struct principle **principles; /* each once, as annotated */
	size_t principle_count;
	const struct section **related; /* best first, of original editions */
	size_t related_count;
};

enum edition_origin {
	EDITION_ORIGINAL,   /* written in its language */
	EDITION_TRANSLATED, /* a whole file with translated-from */
	EDITION_CATALOG,    /* of a PO file and the source's text */
	EDITION_DERIVED     /* of another edition, in another script */
};

/* How much of an article a catalog has, by enum translation_state. */
struct edition_counts {
	size_t messages[3];
	size_t words[3];
};

/* One article in one locale. An edition that does not exist is NULL in
 * article.editions. */
struct edition {
	const struct article *article;
	const struct locale *locale;
	enum edition_origin origin;
	/* What a translation or derived edition comes from; NULL for an
	 * original, and if what translated-from names is not there. */
	const struct edition *source;
	const struct source_file *file; /* with the text: of CATALOG and
	                                   DERIVED the source's */
	struct edition_counts counts; /* of CATALOG, and DERIVED from it */
	bool withheld;       /* below the threshold: has nothing but these */
	bool source_changed; /* TRANSLATED: source-hash is another one */
	const struct terms_document *terms; /* for search; or NULL */
	struct matter matter;
	struct document document;
	struct text title; /* of the front matter, else of the document */
	struct section *sections; /* one for each of document.sections */
	size_t section_count;
};

/* How often an article teaches a principle. */
struct lesson {
	const struct principle *principle;
	const struct section *first;
	size_t count;
};

struct article {
	struct text id;
	size_t index; /* in guide.articles */
	const struct edition **editions; /* by locale.index; NULL if absent */
	const struct edition **withheld; /* the same: those below the
	                                    threshold, which no page shows */
	const struct edition *original; /* the first original by locale */
	struct lesson *lessons; /* of the original, in order of principles */
	size_t lesson_count;
};

struct principle {
	const struct principle_entry *entry; /* id, phase, English texts */
	size_t index; /* in guide.principles */
	/* Every section of every original that teaches it, by article. */
	const struct section **sections;
	size_t section_count;
	size_t article_count; /* whose sections they are */
};

struct tag {
	struct text name; /* msgid, context "tag" */
	struct text slug; /* for its address */
	struct place place; /* where it is given first */
	const struct article **articles;
	size_t article_count;
};

struct guide {
	struct configuration configuration;
	struct locale **locales; /* in the order of guide.yaml */
	size_t locale_count;
	struct article *articles; /* by weight, then id */
	size_t article_count;
	struct principle *principles; /* in the order of principles.yaml */
	size_t principle_count;
	struct tag *tags; /* by slug */
	size_t tag_count;
	size_t section_count; /* annotated ones, of originals */
	struct table article_ids; /* id -> struct article */
	struct table principle_ids;
	struct table tag_names; /* msgid -> struct tag */
};

/*
 * Assembles the guide from what was read: editions (filled but for article,
 * sections and title) in the order of their files.  Everything new lives in
 * arena; editions are borrowed and become part of the guide.  Reports
 * unknown principles, those that nothing teaches, missing titles, and
 * translations from languages that the guide does not have.
 */
void guide_assemble(struct guide *guide, struct arena *arena,
    struct report *report, struct edition *editions, size_t count,
    const struct principle_entry *principles, size_t principle_count);

const struct article *guide_article(const struct guide *guide,
    struct text id);
const struct principle *guide_principle(const struct guide *guide,
    struct text id);
const struct tag *guide_tag(const struct guide *guide, struct text name);
const struct locale *guide_locale(const struct guide *guide,
    struct text tag);

/* True for an original, and for the translation that stands for an article
 * that has none. */
bool edition_is_original(const struct edition *edition);

/* The edition that a reader of locale gets: in that locale, else along its
 * fallback chain, else the original.  Never NULL. */
const struct edition *article_edition(const struct guide *guide,
    const struct article *article, const struct locale *locale);

/* The same among the editions that have an anchor; if the original lacks it,
 * the first that has it by locale.  NULL if none has.  The empty anchor is the
 * beginning of every edition. */
const struct edition *article_edition_at(const struct guide *guide,
    const struct article *article, const struct locale *locale,
    struct text anchor);

/* The section of edition with the same anchor as section, which may belong to
 * another edition of the article; NULL if there is none. */
const struct section *edition_section(const struct edition *edition,
    const struct section *section);

#endif
