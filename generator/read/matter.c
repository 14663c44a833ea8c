#include "read/matter.h"

#include "read/front.h"

/* As much as fits nine digits, with room for a sign. */
enum { WEIGHT_MOST = 999999999 };

#define ROW(name, kind, member)                                                \
	{ (name), (kind), offsetof(struct matter, member), 0, 0 }

static const struct field fields[] = {
	ROW("title", FIELD_TEXT, title),
	ROW("description", FIELD_TEXT, description),
	ROW("date", FIELD_DATE, date),
	ROW("updated", FIELD_DATE, updated),
	ROW("review-by", FIELD_DATE, review_by),
	ROW("draft", FIELD_FLAG, draft),
	{ "weight", FIELD_NUMBER, offsetof(struct matter, weight),
	    -WEIGHT_MOST, WEIGHT_MOST },
	ROW("aliases", FIELD_TEXTS, aliases),
	ROW("tags", FIELD_TEXTS, tags),
	ROW("owner", FIELD_TEXT, owner),
	ROW("goals", FIELD_TEXTS, goals),
	ROW("principles", FIELD_TEXTS, principles),
	ROW("lang", FIELD_TEXT, lang),
	ROW("translated-from", FIELD_TEXT, translated_from),
	ROW("source-hash", FIELD_TEXT, source_hash),
};

/* A language that is none is dropped, after the message. */
static void check_tag(struct field_text *tag, struct report *report,
    bool (*tag_valid)(struct text tag))
{
	if (text_is_empty(tag->text) || tag_valid(tag->text))
		return;
	report_add(report, MESSAGE_LOCALE_TAG, tag->place, tag->text);
	*tag = (struct field_text){ 0 };
}

void matter_read(struct matter *matter, struct arena *arena,
    struct report *report, const struct source *source,
    bool (*tag_valid)(struct text tag))
{
	const struct field_reader reader = { arena, report, source };
	struct front_extent extent;
	struct front_node root = { 0 };

	*matter = (struct matter){ 0 };
	matter->broken = !front_locate(&extent, report, source);
	matter->given = extent.given;
	matter->body = extent.body;
	if (!extent.given)
		return;
	matter->broken = !front_parse(&root, arena, report, source, extent.at,
	    extent.length);
	if (matter->broken)
		return;
	if (root.kind != FRONT_MAPPING && !front_is_null(&root)) {
		report_add(report, MESSAGE_YAML_SYNTAX,
		    ((struct place){ source, root.offset }),
		    TEXT(N_("front matter must be lines 'key: value'")));
		matter->broken = true;
		return;
	}
	field_read(matter, &reader, fields,
	    sizeof(fields) / sizeof(fields[0]), &root);
	check_tag(&matter->lang, report, tag_valid);
	check_tag(&matter->translated_from, report, tag_valid);
}
