#include "render/program.h"

#include "base/arena.h"
#include "render/escape.h"
#include "render/template.h"

#include <string.h>

/* What an expression gave. */
struct result {
	struct slot_value value;
	enum slot_kind kind;
	const struct expression *string; /* then value is not used */
	bool is_default;
};

struct loop {
	const void *const *items;
	size_t count;
	size_t index;
};

struct run {
	const struct program *program;
	struct buffer *out;
	struct arena *scratch;
	void *context;
	struct result *registers;
	struct loop *loops;
};

/* ---- Evaluation ---- */

/* A view may leave `absent` out where the value itself says so. */
static void settle(struct result *result)
{
	struct slot_value *value = &result->value;

	switch (result->kind) {
	case SLOT_TEXT:
	case SLOT_DATE:
	case SLOT_URL:
	case SLOT_HTML:
		value->absent = value->absent || value->text.length == 0;
		break;
	case SLOT_OBJECT:
		value->absent = value->absent || value->object == NULL;
		break;
	case SLOT_NUMBER:
	case SLOT_FLAG:
	case SLOT_LIST:
		break;
	}
}

static void follow(struct result *result, const struct run *run,
    const struct expression *path)
{
	const struct result *start = &run->registers[path->start];
	size_t i;

	if (path->step_count == 0) {
		*result = *start;
		return;
	}
	result->value.absent = start->value.absent;
	result->value.object = start->value.object;
	for (i = 0; i < path->step_count && !result->value.absent; i++) {
		const struct slot *slot = path->steps[i];
		const void *object = result->value.object;

		result->value = (struct slot_value){ 0 };
		result->kind = slot->kind;
		slot->get(&result->value, run->context, object);
		settle(result);
	}
}

static void look_at_loop(struct result *result, const struct run *run,
    const struct expression *expression)
{
	const struct loop *loop = &run->loops[expression->start];
	struct slot_value *value = &result->value;

	result->kind = expression->fact <= LOOP_NUMBER ? SLOT_NUMBER
						       : SLOT_FLAG;
	switch (expression->fact) {
	case LOOP_INDEX:
		value->number = (long)loop->index;
		break;
	case LOOP_NUMBER:
		value->number = (long)loop->index + 1;
		break;
	case LOOP_FIRST:
		value->flag = loop->index == 0;
		break;
	case LOOP_LAST:
		value->flag = loop->index + 1 == loop->count;
		break;
	case LOOP_EVEN:
		value->flag = loop->index % 2 == 0;
		break;
	case LOOP_ODD:
		value->flag = loop->index % 2 == 1;
		break;
	}
	if (result->kind == SLOT_NUMBER)
		value->text = text_format(run->scratch, "%ld", value->number);
}

/* Whether a condition is met; a string is true if it has any part. */
static bool holds(const struct result *result)
{
	const struct slot_value *value = &result->value;

	if (result->string != NULL)
		return result->string->part_count > 0;
	if (value->absent)
		return false;
	switch (result->kind) {
	case SLOT_NUMBER:
		return value->number != 0;
	case SLOT_FLAG:
		return value->flag;
	case SLOT_LIST:
		return value->count > 0;
	case SLOT_TEXT:
	case SLOT_DATE:
	case SLOT_URL:
	case SLOT_HTML:
	case SLOT_OBJECT:
		break;
	}
	return true;
}

static void evaluate(struct result *result, const struct run *run,
    const struct expression *expression)
{
	for (;; expression = expression->otherwise) {
		*result = (struct result){ 0 };
		switch (expression->source) {
		case EXPRESSION_PATH:
			follow(result, run, expression);
			break;
		case EXPRESSION_LOOP:
			look_at_loop(result, run, expression);
			return;
		case EXPRESSION_STRING:
			result->string = expression;
			return;
		case EXPRESSION_NOT:
			evaluate(result, run, expression->inner);
			*result = (struct result){ .kind = SLOT_FLAG,
				.value = { .flag = !holds(result) } };
			return;
		case EXPRESSION_NOTHING:
			result->value.absent = true;
			return;
		case EXPRESSION_DEFAULT:
			result->value.absent = true;
			result->is_default = true;
			return;
		}
		if (!result->value.absent || expression->otherwise == NULL)
			return;
	}
}

/* ---- Writing ---- */

static bool is_spoken(const struct result *result)
{
	return result->string == NULL && !result->value.absent &&
	    (result->kind == SLOT_TEXT || result->kind == SLOT_HTML);
}

/* The language of a result if it is not that around it, or NULL. */
static const struct slot_language *foreign(const struct run *run,
    const struct result *result, const struct slot_language *around)
{
	const struct slot_language *language = result->value.language;

	if (!is_spoken(result))
		return NULL;
	if (language == NULL)
		language = run->program->language;
	if (language == around || text_equal(language->tag, around->tag))
		return NULL;
	return language;
}

static void write_language(const struct run *run,
    const struct slot_language *language, bool lang, bool dir)
{
	struct buffer *out = run->out;

	if (lang) {
		buffer_add(out, run->program->is_xml ? TEXT(" xml:lang=\"")
						     : TEXT(" lang=\""));
		escape_attribute(out, language->tag);
		buffer_add_char(out, '"');
	}
	if (dir && !run->program->is_xml)
		buffer_add(out, language->rtl ? TEXT(" dir=\"rtl\"")
					      : TEXT(" dir=\"ltr\""));
}

/* A number where machines read it has no locale. */
static void write_value(const struct run *run, const struct result *result)
{
	if (result->kind == SLOT_NUMBER)
		buffer_format(run->out, "%ld", result->value.number);
	else
		escape_attribute(run->out, result->value.text);
}

static void write_plain(const struct run *run, const struct result *result,
    enum write_context context)
{
	struct text text = result->value.text;

	switch (context) {
	case WRITE_TEXT:
		escape_text(run->out, text);
		break;
	case WRITE_XML:
		escape_xml(run->out, text);
		break;
	case WRITE_MARKUP:
		buffer_add(run->out, text);
		break;
	case WRITE_PROSE:
		escape_attribute(run->out, text);
		break;
	case WRITE_VALUE:
		write_value(run, result);
		break;
	case WRITE_ADDRESS:
		if (escape_url_safe(text))
			escape_url(run->out, text);
		break;
	}
}

static void write_result(const struct run *run, const struct result *result,
    const struct instruction *how, enum write_wrap wrap)
{
	static const struct text tags[] = { TEXT(""), TEXT("span"),
		TEXT("div") };
	const struct slot_language *language;
	size_t i;

	if (result->string != NULL) {
		for (i = 0; i < result->string->part_count; i++) {
			const struct part *part = &result->string->parts[i];
			struct result inner = { .kind = SLOT_TEXT,
				.value = { .text = part->text } };

			if (part->expression != NULL)
				evaluate(&inner, run, part->expression);
			write_result(run, &inner, how,
			    part->expression != NULL ? how->part_wrap
						     : WRAP_NONE);
		}
		return;
	}
	if (result->value.absent)
		return;
	language = wrap != WRAP_NONE ? foreign(run, result, how->around)
				     : NULL;
	if (language == NULL) {
		write_plain(run, result, how->context);
		return;
	}
	buffer_add_char(run->out, '<');
	buffer_add(run->out, tags[wrap]);
	write_language(run, language, true, true);
	buffer_add_char(run->out, '>');
	write_plain(run, result, how->context);
	buffer_add(run->out, TEXT("</"));
	buffer_add(run->out, tags[wrap]);
	buffer_add_char(run->out, '>');
}

/* The parts of an address: addresses as they are, all else encoded. */
static void join_address(struct buffer *joined, const struct run *run,
    const struct expression *string)
{
	size_t i;

	for (i = 0; i < string->part_count; i++) {
		struct result inner;

		if (string->parts[i].expression == NULL) {
			buffer_add(joined, string->parts[i].text);
			continue;
		}
		evaluate(&inner, run, string->parts[i].expression);
		if (inner.string != NULL)
			join_address(joined, run, inner.string);
		else if (inner.value.absent)
			continue;
		else if (inner.kind == SLOT_URL)
			buffer_add(joined, inner.value.text);
		else if (inner.kind == SLOT_NUMBER)
			buffer_format(joined, "%ld", inner.value.number);
		else
			escape_url_part(joined, inner.value.text);
	}
}

static void write_attribute(const struct run *run,
    const struct result *result, const struct instruction *how)
{
	struct buffer joined = { 0 };

	if (result->string == NULL && result->value.absent)
		return;
	if (result->string == NULL && result->kind == SLOT_FLAG) {
		if (result->value.flag)
			buffer_add(run->out, how->flagged);
		return;
	}
	buffer_add(run->out, how->text);
	buffer_add(run->out, TEXT("=\""));
	if (result->string != NULL && how->context == WRITE_ADDRESS) {
		join_address(&joined, run, result->string);
		if (escape_url_safe(buffer_text(&joined)))
			escape_url(run->out, buffer_text(&joined));
		buffer_release(&joined);
	} else {
		write_result(run, result, how, WRAP_NONE);
	}
	buffer_add_char(run->out, '"');
}

/* ---- The loop ---- */

static void set_item(struct run *run, const struct instruction *instruction)
{
	const struct loop *loop = &run->loops[instruction->loop];
	struct result *item = &run->registers[instruction->index];

	*item = (struct result){ .kind = SLOT_OBJECT };
	item->value.object = loop->items[loop->index];
	settle(item);
}

static bool begin_loop(struct run *run, const struct instruction *instruction)
{
	struct result list;

	evaluate(&list, run, instruction->expression);
	if (list.value.absent || list.value.count == 0)
		return false;
	run->loops[instruction->loop] =
	    (struct loop){ list.value.items, list.value.count, 0 };
	set_item(run, instruction);
	return true;
}

static bool continue_loop(struct run *run,
    const struct instruction *instruction)
{
	struct loop *loop = &run->loops[instruction->loop];

	if (++loop->index >= loop->count)
		return false;
	set_item(run, instruction);
	return true;
}

static size_t choose_plural(const struct run *run,
    const struct instruction *instruction)
{
	const struct plural_targets *plural = instruction->plural;
	struct result result;
	unsigned long number;
	size_t form;

	evaluate(&result, run, instruction->expression);
	number = result.value.number < 0
	    ? 0 - (unsigned long)result.value.number
	    : (unsigned long)result.value.number;
	form = plural->catalog != NULL
	    ? catalog_plural(plural->catalog, number)
	    : number != 1;
	return plural->targets[form < plural->count ? form
						    : plural->count - 1];
}

/* Line ends between statements that wrote nothing are not repeated. */
static void write_static(const struct run *run,
    const struct instruction *instruction)
{
	const struct buffer *out = run->out;
	bool skip = instruction->new_line &&
	    (out->length == 0 || out->bytes[out->length - 1] == '\n');

	buffer_add(run->out, text_after(instruction->text, skip));
}

static void execute(struct run *run)
{
	const struct instruction *all = run->program->instructions;
	struct result result;
	size_t at = 0;

	for (;;) {
		const struct instruction *now = &all[at++];

		switch (now->operation) {
		case OPERATION_STATIC:
			write_static(run, now);
			break;
		case OPERATION_LOAD:
			evaluate(&run->registers[now->index], run,
			    now->expression);
			break;
		case OPERATION_UNLESS:
			evaluate(&result, run, now->expression);
			if (!holds(&result))
				at = now->target;
			break;
		case OPERATION_GIVEN:
			if (!run->registers[now->index].is_default)
				at = now->target;
			break;
		case OPERATION_JUMP:
			at = now->target;
			break;
		case OPERATION_REPEAT:
			if (!begin_loop(run, now))
				at = now->target;
			break;
		case OPERATION_NEXT:
			if (continue_loop(run, now))
				at = now->target;
			break;
		case OPERATION_WRITE:
			evaluate(&result, run, now->expression);
			write_result(run, &result, now, now->wrap);
			break;
		case OPERATION_LANGUAGE: {
			const struct slot_language *language = foreign(run,
			    &run->registers[now->index], now->around);

			if (language != NULL)
				write_language(run, language, now->sets_lang,
				    now->sets_dir);
			break;
		}
		case OPERATION_ATTRIBUTE:
			evaluate(&result, run, now->expression);
			if (!result.is_default) {
				write_attribute(run, &result, now);
				at = now->target;
			}
			break;
		case OPERATION_PLURAL:
			at = choose_plural(run, now);
			break;
		case OPERATION_END:
			return;
		}
	}
}

void program_run(const struct program *program, struct buffer *out,
    struct arena *scratch, void *context, const void *root)
{
	struct run run = { program, out, scratch, context, NULL, NULL };

	run.registers = arena_array(scratch, struct result,
	    program->register_count);
	run.loops = arena_array(scratch, struct loop, program->loop_count);
	run.registers[0] = (struct result){ .kind = SLOT_OBJECT };
	run.registers[0].value.object = root;
	execute(&run);
}
