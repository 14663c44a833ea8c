#include "read/field.h"

#include "base/buffer.h"
#include "base/list.h"
#include "base/unicode.h"
#include "read/front.h"

/* What a value must be, as the messages say it. */
static struct text kind_name(struct arena *arena, const struct field *field)
{
	switch (field->kind) {
	case FIELD_TEXT:
		return TEXT(N_("a text"));
	case FIELD_TEXTS:
		return TEXT(N_("a list of texts"));
	case FIELD_CHAIN:
		return TEXT(N_("a text or a list of texts"));
	case FIELD_FLAG:
		return TEXT(N_("true or false"));
	case FIELD_NUMBER:
		return text_format(arena, N_("a whole number from %d to %d"),
		    field->least, field->most);
	case FIELD_DATE:
		return TEXT(N_("a date such as 2026-11-21"));
	case FIELD_NODE:
		break;
	}
	return (struct text){ 0 };
}

static struct place place_of(const struct field_reader *reader,
    const struct front_node *node)
{
	return (struct place){ reader->source, node->offset };
}

static void refuse_kind(const struct field_reader *reader,
    const struct field *field, const struct front_node *node)
{
	report_add(reader->report, MESSAGE_YAML_KIND, place_of(reader, node),
	    text_from(field->name), kind_name(reader->arena, field));
}

static void refuse_value(const struct field_reader *reader,
    const struct field *field, const struct front_node *node)
{
	report_add(reader->report, MESSAGE_YAML_VALUE, place_of(reader, node),
	    text_trim(node->value), text_from(field->name),
	    kind_name(reader->arena, field));
}

static struct text uniform(struct arena *arena, struct text text)
{
	struct buffer buffer = { 0 };
	struct text rest = text;
	struct text word;

	while (text_word(&word, &rest)) {
		if (buffer.length > 0)
			buffer_add_char(&buffer, ' ');
		buffer_add(&buffer, word);
	}
	text = buffer_copy(&buffer, arena);
	buffer_release(&buffer);
	return unicode_nfc(arena, text);
}

static void read_text(struct field_text *text,
    const struct field_reader *reader, const struct front_node *node)
{
	struct text value = uniform(reader->arena, node->value);

	if (text_is_empty(value))
		return;
	text->text = value;
	text->place = place_of(reader, node);
}

static void read_item(struct field_texts *texts,
    const struct field_reader *reader, const struct field *field,
    const struct front_node *node)
{
	struct field_text text = { 0 };

	if (node->kind != FRONT_SCALAR) {
		refuse_kind(reader, field, node);
		return;
	}
	if (!front_is_null(node))
		read_text(&text, reader, node);
	if (text_is_empty(text.text))
		refuse_value(reader, field, node);
	else
		*list_add(reader->arena, texts) = text;
}

/* A scalar, where a chain may have one, is a list of one. */
static void read_texts(struct field_texts *texts,
    const struct field_reader *reader, const struct field *field,
    const struct front_node *node)
{
	size_t i;

	*texts = (struct field_texts){ 0 };
	if (node->kind == FRONT_SCALAR)
		read_item(texts, reader, field, node);
	for (i = 0; i < node->count; i++)
		read_item(texts, reader, field, &node->items[i]);
}

static bool read_flag(bool *flag, struct text value)
{
	bool is_true = text_equal_string(value, "true") ||
	    text_equal_string(value, "True") ||
	    text_equal_string(value, "TRUE");
	bool is_false = text_equal_string(value, "false") ||
	    text_equal_string(value, "False") ||
	    text_equal_string(value, "FALSE");

	if (is_true || is_false)
		*flag = is_true;
	return is_true || is_false;
}

static bool read_number(int *number, const struct field *field,
    struct text value)
{
	bool is_negative = text_starts(value, TEXT("-"));
	unsigned digits;
	int result;

	if (!text_number(&digits, text_after(value, is_negative ? 1 : 0)))
		return false;
	result = is_negative ? -(int)digits : (int)digits;
	if (result < field->least || result > field->most)
		return false;
	*number = result;
	return true;
}

static void read_date(struct date *date, const struct field_reader *reader,
    const struct front_node *node)
{
	struct text value = text_trim(node->value);

	if (!date_read(date, value))
		report_add(reader->report, MESSAGE_DATE_INVALID,
		    place_of(reader, node), value);
}

static bool takes(enum field_kind wanted, enum front_kind kind)
{
	switch (wanted) {
	case FIELD_TEXT:
	case FIELD_FLAG:
	case FIELD_NUMBER:
	case FIELD_DATE:
		return kind == FRONT_SCALAR;
	case FIELD_TEXTS:
		return kind == FRONT_SEQUENCE;
	case FIELD_CHAIN:
		return kind != FRONT_MAPPING;
	case FIELD_NODE:
		return true;
	}
	return false;
}

static void read_value(void *member, const struct field_reader *reader,
    const struct field *field, const struct front_node *node)
{
	struct text value = text_trim(node->value);

	switch (field->kind) {
	case FIELD_TEXT:
		read_text(member, reader, node);
		break;
	case FIELD_TEXTS:
	case FIELD_CHAIN:
		read_texts(member, reader, field, node);
		break;
	case FIELD_FLAG:
		if (!read_flag(member, value))
			refuse_value(reader, field, node);
		break;
	case FIELD_NUMBER:
		if (!read_number(member, field, value))
			refuse_value(reader, field, node);
		break;
	case FIELD_DATE:
		read_date(member, reader, node);
		break;
	case FIELD_NODE:
		*(const struct front_node **)member = node;
		break;
	}
}

static void refuse_key(const struct field_reader *reader,
    const struct field *fields, size_t field_count,
    const struct front_node *node)
{
	struct text *names = arena_array(reader->arena, struct text,
	    field_count);
	size_t i;

	for (i = 0; i < field_count; i++)
		names[i] = text_from(fields[i].name);
	report_add(reader->report, MESSAGE_KEY_UNKNOWN,
	    ((struct place){ reader->source, node->key_offset }), node->key,
	    text_nearest(node->key, names, field_count));
}

void field_read(void *object, const struct field_reader *reader,
    const struct field *fields, size_t field_count,
    const struct front_node *mapping)
{
	size_t i, j;

	for (i = 0; i < mapping->count; i++) {
		const struct front_node *node = &mapping->items[i];

		for (j = 0; j < field_count; j++)
			if (text_equal_string(node->key, fields[j].name))
				break;
		if (j == field_count)
			refuse_key(reader, fields, field_count, node);
		else if (front_is_null(node))
			continue;
		else if (!takes(fields[j].kind, node->kind))
			refuse_kind(reader, &fields[j], node);
		else
			read_value((char *)object + fields[j].member, reader,
			    &fields[j], node);
	}
}

bool field_read_text(struct field_text *text,
    const struct field_reader *reader, const char *key,
    const struct front_node *node)
{
	const struct field field = { .name = key, .kind = FIELD_TEXT };

	if (node->kind != FRONT_SCALAR) {
		refuse_kind(reader, &field, node);
		return false;
	}
	if (!front_is_null(node))
		read_text(text, reader, node);
	return true;
}

void field_refuse(const struct field_reader *reader,
    const struct field_text *value, const char *key, const char *kind)
{
	report_add(reader->report, MESSAGE_YAML_VALUE, value->place,
	    value->text, text_from(key), text_from(kind));
}

/* Whether the value of a key was no text, and so refused already. */
static bool was_refused(const struct front_node *node, const char *key)
{
	size_t i;

	for (i = 0; i < node->count; i++)
		if (text_equal_string(node->items[i].key, key) &&
		    node->items[i].kind != FRONT_SCALAR)
			return true;
	return false;
}

void field_require(const struct field_reader *reader,
    const struct front_node *mapping, const char *key,
    const struct field_text *value)
{
	if (text_is_empty(value->text) && !was_refused(mapping, key))
		report_add(reader->report, MESSAGE_KEY_MISSING,
		    ((struct place){ reader->source, mapping->offset }),
		    text_from(key));
}
