/*
 * The files of a guide: what lies in content/, what each file is, and its
 * bytes while they are needed.  Every file is loaded once.
 *
 * Life of a list: source_walk; then the configuration is loaded and read, and
 * source_select leaves out languages that it does not list; then each article
 * is loaded (in parallel if wished), its front matter read, and source_drop
 * gives the bytes up; an article outside of language folders gets its locale
 * from its front matter; then source_settle.
 */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "base/report.h"

enum source_kind {
	SOURCE_IGNORED,       /* README.md, and what was reported as a whole */
	SOURCE_ARTICLE,       /* <locale>/.../<id>.md, or <id>.md */
	SOURCE_CONFIGURATION, /* guide.yaml */
	SOURCE_PRINCIPLES,    /* principles.yaml */
	SOURCE_ATTACHMENT     /* any other file; copied if an article links to
	                         it */
};

struct source_file {
	struct source source; /* name: the path as the user wrote its start;
	                         path: the same, to open it; bytes: only from
	                         source_load to source_drop */
	struct text relative; /* path within the content folder */
	struct text locale;   /* of an article: its folder; empty for one
	                         outside of language folders, until the caller
	                         sets it (to 'lang' of its front matter, else
	                         en) */
	struct text id;       /* of an article: its name without .md */
	enum source_kind kind;
};

/* All files, sorted by bytes of the path. They do not move: places may point
 * at their sources as long as the arena lives. */
struct source_list {
	struct source_file *items;
	size_t count;
	struct source_file *configuration; /* NULL if there is none */
	struct source_file *principles;    /* NULL if there is none */
	struct text folder; /* the content folder, as users see it */
};

/*
 * Lists the files of the guide in folder `root` into arena.  Articles are in
 * root/content; if there is no such folder but Markdown directly in root, then
 * root itself is the content folder, of which site/, templates/ and locales/
 * are no part.  README.md is never an article, unless root holds no content/
 * and nothing else to build.  tag_valid tells what is a language tag.
 *
 * Reports ids that cannot be or are reserved, links that leave root or lead
 * to nothing, folders that cannot be read, and Markdown below folders that are
 * no language.  False, after CONTENT_MISSING or a message about the content
 * folder, if there is nothing to build; list is {0} then.
 */
bool source_walk(struct source_list *list, struct arena *arena,
    struct report *report, const char *root,
    bool (*tag_valid)(struct text tag));

/*
 * Reads the bytes of a file into scratch.  False, after FILE_UNREADABLE or
 * UTF8_INVALID, if it cannot be read or is no UTF-8 (the bytes are dropped
 * then).  Different files may be loaded by several threads at once, each with
 * its own scratch and report.  Attachments are not loaded: they are no text.
 */
bool source_load(struct source_file *file, struct arena *scratch,
    struct report *report);

/* Makes bytes, which come from elsewhere than a file, those of a source.
 * False, after UTF8_INVALID, if they are no UTF-8; the source keeps them then,
 * to show the line. */
bool source_take(struct source *source, struct text bytes,
    struct report *report);

/* Forgets the bytes; places in the file are still good for report_print. */
void source_drop(struct source_file *file);

/* The locales that have articles, each once, sorted by bytes, in arena. */
size_t source_locales(struct text **tags, struct arena *arena,
    const struct source_list *list);

/*
 * Makes SOURCE_IGNORED of articles in folders of languages that are not among
 * the tags, the locales that guide.yaml lists; LOCALE_UNLISTED once for each
 * folder.  Without tags (count 0) every language folder is a locale.
 */
void source_select(struct source_list *list, struct arena *arena,
    struct report *report, const struct text *tags, size_t count);

/*
 * Once every article has its locale: reports an id that is there twice in one
 * locale, and (LOCALE_UNKNOWN) an article outside of language folders whose
 * locale is not among the tags, if there are any; both become SOURCE_IGNORED.
 */
void source_settle(struct source_list *list, struct report *report,
    const struct text *tags, size_t count);

#endif
