#include "render/compile.h"

#include "base/list.h"
#include "render/escape.h"

size_t code_here(struct compiler *compiler)
{
	struct instruction *added;

	if (compiler->pending.length > 0) {
		added = list_add(compiler->arena, &compiler->code);
		added->operation = OPERATION_STATIC;
		added->text = buffer_copy(&compiler->pending, compiler->arena);
		added->new_line = compiler->new_line;
		buffer_clear(&compiler->pending);
		compiler->new_line = false;
	}
	return compiler->code.count;
}

void code_static(struct compiler *compiler, struct text text)
{
	buffer_add(&compiler->pending, text);
}

void code_static_string(struct compiler *compiler, const char *string)
{
	buffer_add_string(&compiler->pending, string);
}

void code_new_line(struct compiler *compiler)
{
	struct buffer *pending = &compiler->pending;

	if (pending->length == 0)
		compiler->new_line = true;
	else if (pending->bytes[pending->length - 1] == '\n')
		return;
	buffer_add_char(pending, '\n');
}

size_t code_add(struct compiler *compiler, struct instruction instruction)
{
	size_t here = code_here(compiler);

	*list_add(compiler->arena, &compiler->code) = instruction;
	return here;
}

void code_land(struct compiler *compiler, size_t jump)
{
	size_t here = code_here(compiler);

	compiler->code.items[jump].target = here;
}

size_t code_load(struct compiler *compiler,
    const struct expression *expression)
{
	size_t index = compiler->register_count++;

	(void)code_add(compiler,
	    (struct instruction){ .operation = OPERATION_LOAD,
		.index = index,
		.expression = expression });
	return index;
}

struct variable *code_variable(struct compiler *compiler, struct text name,
    size_t start, unsigned kinds, const struct slot_type *of)
{
	struct variable *variable = arena_new(compiler->arena,
	    struct variable);

	variable->outer = compiler->scope.variables;
	variable->name = name;
	variable->start = start;
	variable->kinds = kinds;
	variable->of = of;
	compiler->scope.variables = variable;
	return variable;
}

void code_text(struct compiler *compiler, struct text text)
{
	if (compiler->is_xml)
		escape_xml(&compiler->pending, text);
	else
		escape_text(&compiler->pending, text);
}

void code_write(struct compiler *compiler,
    const struct expression *expression, struct around around, bool structure,
    bool wrap)
{
	struct instruction write = { .operation = OPERATION_WRITE,
		.expression = expression,
		.around = around.language };

	if (structure)
		write.context = WRITE_MARKUP;
	else
		write.context = compiler->is_xml ? WRITE_XML : WRITE_TEXT;
	if (around.model != CONTENT_PLAIN) {
		write.part_wrap = WRAP_SPAN;
		write.wrap = structure && around.model == CONTENT_FLOW
		    ? WRAP_DIV
		    : WRAP_SPAN;
	}
	if (!wrap)
		write.wrap = WRAP_NONE;
	(void)code_add(compiler, write);
}
