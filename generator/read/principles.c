#include "read/principles.h"

#include "base/list.h"
#include "base/table.h"
#include "read/front.h"
#include "read/id.h"

/* An entry as it stands in the file: the phase is still a word. */
struct draft {
	struct principle_entry entry;
	struct field_text phase;
};

#define ROW(name, kind, member)                                                \
	{ (name), (kind), offsetof(struct draft, member), 0, 0 }

static const struct field fields[] = {
	ROW("id", FIELD_TEXT, entry.id),
	ROW("name", FIELD_TEXT, entry.name),
	ROW("phase", FIELD_TEXT, phase),
	ROW("definition", FIELD_TEXT, entry.definition),
	ROW("when_not", FIELD_TEXT, entry.when_not),
	ROW("question", FIELD_TEXT, entry.question),
	ROW("aliases", FIELD_TEXTS, entry.aliases),
};

static enum principle_phase phase_of(const struct field_reader *reader,
    const struct field_text *word)
{
	if (text_equal_string(word->text, "before"))
		return PRINCIPLE_BEFORE;
	if (text_equal_string(word->text, "during"))
		return PRINCIPLE_DURING;
	if (text_equal_string(word->text, "after"))
		return PRINCIPLE_AFTER;
	if (!text_is_empty(word->text))
		field_refuse(reader, word, "phase",
		    N_("before, during or after"));
	return PRINCIPLE_NONE;
}

/* False, after a message, if the id cannot be used.  ids holds the entries
 * before by id; the values are their names. */
static bool check_id(const struct field_reader *reader,
    const struct field_text *id, const struct table *ids)
{
	const struct field_text *other = table_get(ids, id->text);

	if (text_is_empty(id->text) ||
	    !id_check(reader->report, id->place, id->text))
		return false;
	if (other == NULL)
		return true;
	report_add(reader->report, MESSAGE_ID_TWICE, id->place, id->text,
	    text_format(reader->arena, "'%.*s'", TEXT_ARGUMENTS(other->text)));
	return false;
}

static void read_entry(struct principle_entries *entries, struct table *ids,
    const struct field_reader *reader, const struct front_node *node)
{
	struct draft *draft = arena_new(reader->arena, struct draft);

	if (node->kind != FRONT_MAPPING) {
		report_add(reader->report, MESSAGE_YAML_KIND,
		    ((struct place){ reader->source, node->offset }),
		    TEXT("principles"),
		    TEXT(N_("a list of entries '- id: ...'")));
		return;
	}
	field_read(draft, reader, fields, sizeof(fields) / sizeof(fields[0]),
	    node);
	field_require(reader, node, "id", &draft->entry.id);
	field_require(reader, node, "name", &draft->entry.name);
	draft->entry.phase = phase_of(reader, &draft->phase);
	draft->entry.place =
	    (struct place){ reader->source, node->offset };
	if (!check_id(reader, &draft->entry.id, ids))
		return;
	(void)table_put(ids, reader->arena, draft->entry.id.text,
	    &draft->entry.name); /* nothing was there: check_id */
	*list_add(reader->arena, entries) = draft->entry;
}

void principles_read(struct principle_entries *entries, struct arena *arena,
    struct report *report, const struct source *source)
{
	const struct field_reader reader = { arena, report, source };
	struct front_node root = { 0 };
	struct table ids = { 0 };
	size_t i;

	*entries = (struct principle_entries){ 0 };
	if (source == NULL ||
	    !front_parse_file(&root, arena, report, source) ||
	    front_is_null(&root))
		return;
	if (root.kind == FRONT_SCALAR ||
	    (root.kind == FRONT_MAPPING && root.count > 0)) {
		report_add(report, MESSAGE_YAML_SYNTAX,
		    ((struct place){ source, root.offset }),
		    TEXT(N_("this file must be a list of entries "
			    "'- id: ...'")));
		return;
	}
	for (i = 0; i < root.count; i++)
		read_entry(entries, &ids, &reader, &root.items[i]);
}
