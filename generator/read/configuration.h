/*
 * content/guide.yaml: what a guide says about itself that the files in
 * content/ do not show.  Every key is optional, and so is the file.
 */
#ifndef READ_CONFIGURATION_H
#define READ_CONFIGURATION_H

#include "read/field.h"

/* One language under 'locales'. */
struct configuration_locale {
	struct field_text tag;          /* valid, and listed once */
	struct field_texts fallback;    /* locales of the guide, best first */
	struct field_text derived_from; /* a locale of the guide that is not
	                                   derived itself; empty if none */
};

struct configuration_locales {
	struct configuration_locale *items; /* as the author orders them */
	size_t count;
	size_t capacity;
};

/* One font file under 'fonts'. */
struct configuration_font {
	struct field_text file;   /* in the guide's templates/assets; a name
	                             with one of font_endings */
	struct field_text family; /* what it is called */
	struct field_text weight; /* "400", or "100 900" of a variable font;
	                             empty: 400 */
	struct field_text style;  /* "italic", or empty */
	struct field_texts locales; /* that it is for; none: all */
};

struct configuration_fonts {
	struct configuration_font *items;
	size_t count;
	size_t capacity;
};

struct configuration {
	/* Messages for translators: English texts. */
	struct field_text title;       /* "Guide" if not given, so that its
	                                  translation is in every locale */
	struct field_text tagline;     /* for the home page; may be empty */
	struct field_text description; /* for the home page; may be empty */

	struct field_text base_url; /* http or https, ends in '/'; or empty */
	struct configuration_locales locales; /* none: folders of content/ */
	int threshold;   /* per cent; 80 */
	bool typography; /* false */
	bool raw_html;   /* false */
	bool handouts;   /* false */
	bool search;     /* true */
	struct field_text edit_url;
	struct field_text feedback;
	struct configuration_fonts fonts; /* as the author orders them */
};

/*
 * Reads guide.yaml from source->bytes; source NULL means that there is no
 * such file and gives the defaults.  All that configuration holds lives in
 * the arena.  tag_valid tells what is a language tag.  Problems are reported;
 * configuration is usable in any case.
 */
void configuration_read(struct configuration *configuration,
    struct arena *arena, struct report *report, const struct source *source,
    bool (*tag_valid)(struct text tag));

/*
 * Checks an address that may be base_url: http or https, a host, perhaps a
 * port and a path, in ASCII and without user, query or fragment.  Gives it a
 * slash at the end, in the arena.  False, and url untouched, if it is none.
 */
bool configuration_base_url(struct text *url, struct arena *arena,
    struct text text);

/* Reads the value of 'fonts' (read/configuration_fonts.c). What is wrong is
 * reported and left out. */
void configuration_fonts_read(struct configuration_fonts *fonts,
    const struct field_reader *reader, const struct front_node *node,
    const struct configuration_locales *locales);

#endif
