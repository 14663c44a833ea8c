/*
 * What the parts of the view share: helpers that set values, and the types.
 */
#ifndef RENDER_VIEWS_H
#define RENDER_VIEWS_H

#include "render/view.h"

#include <stdbool.h>

/* A phase of a contact with its principles. */
struct phase {
	enum principle_phase kind;
	const struct principle **principles;
	size_t principle_count;
};

/* The picture of threads: a line for each principle, at x from the left. */
struct thread_plan {
	size_t *x; /* by principle.index */
	size_t width;
	struct text lines; /* the path of all lines */
};

/* The beads of an article in one phase. */
struct thread {
	enum principle_phase phase;
	struct text path;
};

/* Another address of a page, for hreflang. */
struct alternate {
	struct text language;
	struct text url;
};

/* How often an article teaches the principle of a row. */
struct cell {
	const struct article *article;
	const struct lesson *lesson; /* NULL: it does not */
};

/* A principle in another language than the page's. */
struct name {
	const struct principle *principle;
	const struct locale *locale;
};

enum progress_kind {
	PROGRESS_ARTICLE,
	PROGRESS_INTERFACE, /* the catalog that comes with the program */
	PROGRESS_PRINCIPLES /* the guide's own */
};

/* How far a translation into the page's language is. */
struct progress {
	enum progress_kind kind;
	const struct edition *shown;   /* what its readers get of an article */
	const struct edition *edition; /* in the language; withheld, too */
	bool is_shown;
	bool is_counted;
	struct edition_counts counts;
};

/* A letter of the A-Z index and its entries on this page. */
struct initial {
	struct text letter; /* empty for other languages */
	const struct index_entry *entries;
	size_t count;
	size_t number; /* for the anchor */
};

/* Sets text, absent if it is empty. */
void value_text(struct slot_value *value, struct text text);
/* The same in the language of a locale. */
void value_in(struct slot_value *value, const struct view *view,
    struct text text, const struct locale *locale);
/* The translation of a message for the page; English if there is none. */
void value_message(struct slot_value *value, const struct view *view,
    struct text context, struct text id);
/* The same for readers of another locale, with the language it is in. */
void value_message_in(struct slot_value *value, const struct view *view,
    struct text id, const struct locale *locale);
void value_flag(struct slot_value *value, bool flag);
void value_number(struct slot_value *value, const struct view *view,
    size_t number);
void value_date(struct slot_value *value, const struct view *view,
    struct date date);
void value_iso(struct slot_value *value, const struct view *view,
    struct date date, const char *suffix);
void value_object(struct slot_value *value, const void *object);
void value_list(struct slot_value *value, const void *const *items,
    size_t count);
/* A list of pointers to count objects of a size in an array. */
void value_array(struct slot_value *value, const struct view *view,
    const void *items, size_t size, size_t count);

/* The URL of a file that this page loads. */
void value_file(struct slot_value *value, const struct view *view,
    struct text path);
/* The URL of a path from this page; of a path and fragment. */
void value_path(struct slot_value *value, const struct view *view,
    struct text path);
void value_link(struct slot_value *value, const struct view *view,
    struct text path, struct text fragment);
/* base_url and path; absent without base_url. */
void value_absolute(struct slot_value *value, const struct view *view,
    struct text path);
/* The tag if the locale is not the page's, else absent. */
void value_hreflang(struct slot_value *value, const struct view *view,
    const struct locale *locale);

/* The edition of an article that readers of the page get. */
const struct edition *view_edition(const struct view *view,
    const struct article *article);
/* The original that an edition is or was translated from, at whatever
 * remove. */
const struct edition *view_source(const struct view *view,
    const struct edition *edition);
/* The section that readers of the page get for a section of an original. */
const struct section *view_section_for(const struct view *view,
    const struct section *section);
/* Whether some of an edition may be out of date, or is in the language of the
 * original. */
bool view_outdated(const struct edition *edition);
bool view_incomplete(const struct edition *edition);
bool view_section_outdated(const struct section *section);
bool view_section_incomplete(const struct section *section);
/* True for an original, in any script. */
bool view_written(const struct edition *edition);
/* The language of a text of an edition that is in this state: what is not
 * translated is in that of the original. */
const struct locale *view_locale_of(const struct edition *edition,
    enum translation_state state);
/* An edition as a translation; absent if it is none, or NULL. */
void value_translation(struct slot_value *value,
    const struct edition *edition);
/* How far the translations are, on the page that tells. */
void value_progress(struct slot_value *value, const struct view *view);
/* A list of articles, as readers of the page get them. */
void value_articles(struct slot_value *value, const struct view *view,
    const struct article *const *articles, size_t count);
/* When an edition was changed last, else published; a translation without
 * dates has those of its original. */
struct date view_updated(const struct view *view,
    const struct edition *edition);
/* The entries of a long list that this page shows: a part of it on pages of
 * the kind that the list fills, its beginning on others. */
void view_slice(const struct view *view, enum page_kind kind, size_t total,
    size_t *start, size_t *count);
/* How many of the newest articles a feed holds. */
size_t view_feed_count(const struct view *view);
/* The bytes of a body with its holes filled for this page; below: readers do
 * not see its images at first. */
struct text view_body(const struct view *view, const struct edition *edition,
    const struct body *body, bool below);
/* The class and the name of a phase: "before", "during", "after", "other". */
const char *phase_name(enum principle_phase phase);

/* The head of a getter that only its own file names. */
#define GETTER(name)                                                           \
	static void name(                                                      \
	    struct slot_value *value, void *context, const void *object)

#define SLOT_TYPE(type, ...)                                                   \
	static const struct slot type##_slots[] = { __VA_ARGS__ };             \
	const struct slot_type view_##type = { #type, type##_slots,            \
		sizeof(type##_slots) / sizeof(type##_slots[0]) }

extern const struct slot_type view_guide, view_page, view_links, view_article,
    view_section, view_principle, view_phase, view_tag, view_language,
    view_alternate, view_thread, view_cell, view_name, view_initial,
    view_entry, view_address, view_translation, view_progress;

/* Getters of the page that live elsewhere: what it is called, and beside the
 * type of what it lists. */
void page_heading(struct slot_value *value, void *context,
    const void *object);
void page_title(struct slot_value *value, void *context, const void *object);
void page_running(struct slot_value *value, void *context,
    const void *object);
void page_description(struct slot_value *value, void *context,
    const void *object);
void page_alternates(struct slot_value *value, void *context,
    const void *object);
/* The alternates of any public page. */
struct alternate *alternates_of(size_t *count, const struct view *view,
    const struct page *page);

#endif
