/*
 * One gettext catalog: a PO file read into memory, with look-up by message
 * and the catalog's own plural rule.  Format: GNU gettext manual, "The Format
 * of PO Files".
 */
#ifndef MODEL_CATALOG_H
#define MODEL_CATALOG_H

#include "base/report.h"
#include "base/table.h"

struct buffer;
struct plural; /* a Plural-Forms expression as a tree: model/plural.h */

struct catalog_entry {
	struct text context;   /* msgctxt; at is NULL if there is none */
	struct text id;        /* msgid */
	struct text plural_id; /* msgid_plural; at is NULL if there is none */
	struct text *strings;  /* msgstr or msgstr[0..]; unescaped */
	size_t string_count;
	struct text previous_id; /* #| msgid; at is NULL if there is none */
	struct text previous_context;   /* #| msgctxt, likewise */
	struct text previous_plural_id; /* #| msgid_plural, likewise */
	struct text comments;    /* "# " lines, joined with \n */
	struct text extracted;   /* "#." lines, joined with \n */
	struct text references;  /* "#:" words, joined with blanks */
	struct text flags;       /* "#," without fuzzy: "c-format, x" */
	bool fuzzy, obsolete;
	size_t offset; /* of msgid in the source, for places */
};

struct catalog {
	const struct source *source;
	struct catalog_entry *entries; /* in file order, the header left out */
	size_t count;
	struct text header; /* msgstr of the empty msgid */
	struct catalog_entry top; /* the header's entry; no strings if the file
	                             has no header */
	size_t plural_count; /* nplurals; 2 if there is no header */
	const struct plural *plural; /* n != 1 if there is no header */
	struct table index; /* private: context \4 id -> entry */
};

/*
 * Reads the PO file in source->bytes.  Everything lives in the arena (texts
 * are copied where they are escaped, else borrowed from source->bytes).
 * Reports and returns false on a syntax error, a message defined twice, a
 * charset that is not UTF-8, an unusable plural rule, wrong plural counts, or
 * {placeholders} that differ between an active (neither fuzzy nor obsolete)
 * translation and its message (all plural forms but one may leave out a
 * placeholder; none may invent one).  An untranslated message has as many
 * empty strings as the plural rule wants, whatever the file has; so strings
 * can be indexed by catalog_plural unless the entry is obsolete.  On failure
 * catalog is untouched.
 */
bool catalog_read(struct catalog *catalog, struct arena *arena,
    struct report *report, const struct source *source);

/* The active entry, or NULL. context may be the empty text for none. */
const struct catalog_entry *catalog_find(const struct catalog *catalog,
    struct text context, struct text id);

/* What a message is known by: its id, behind its context if there is one; in
 * the arena, or id itself. */
struct text catalog_key(struct arena *arena, struct text context,
    struct text id);

/* The entry whether or not it can be used: fuzzy and obsolete ones, too; or
 * NULL. */
const struct catalog_entry *catalog_entry(const struct catalog *catalog,
    struct text context, struct text id);

/* True if no form of the translation is empty. */
bool catalog_entry_translated(const struct catalog_entry *entry);

/* The value of a header field ("Language"), without blanks around it; at
 * is NULL if there is none. */
struct text catalog_field(const struct catalog *catalog, struct text name);

/* The index of the plural form for n, always < plural_count. */
size_t catalog_plural(const struct catalog *catalog, unsigned long n);

/* Catalogs to ask in turn (the guide's, then the interface's). */
struct catalogs {
	const struct catalog *items[2]; /* each may be NULL */
	size_t count;
};

/* The translation of a message, or NULL if no catalog has one that is active
 * and non-empty.  holder (may be NULL) gets the catalog it came from. */
const struct catalog_entry *catalogs_find(const struct catalog **holder,
    const struct catalogs *catalogs, struct text context, struct text id);
/* The translated text, else id itself. */
struct text catalogs_translate(const struct catalogs *catalogs,
    struct text context, struct text id);

/* A message to be written to a POT. Equal messages are written once, with
 * their comments and references together. */
struct catalog_message {
	struct text context, id, plural_id; /* at NULL if there is none */
	struct text comment;   /* "#." lines, \n between them */
	struct text reference; /* file of "#:" */
	const char *flag;      /* "#,": "python-brace-format" or NULL */
};
struct catalog_messages {
	struct catalog_message *items;
	size_t count;
	size_t capacity;
};
/* The POT as msgcat --no-wrap --add-location=file would write it, with a
 * header that holds no dates (output must not depend on the clock).  source:
 * tag of the language of the messages, empty if that is English. */
void catalog_write_template(struct buffer *out, const char *project,
    struct text source, const struct catalog_messages *messages);

/*
 * A PO of entries with all that the reader keeps of them: what is obsolete
 * stands where it stands among the entries (gettext wants it last).  Whoever
 * wants the bytes that msgcat would write runs msgmerge on it.
 */
void catalog_write(struct buffer *out, const struct catalog_entry *entries,
    size_t count);

#endif
