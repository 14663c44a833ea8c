#include "render/compile.h"

#include "render/escape.h"
#include "render/statement.h"

const struct slot_language compile_english = { { "en", 2 }, false };

static bool is_english(const struct slot_language *language)
{
	struct text tag = language->tag;

	return text_equal(tag, compile_english.tag) ||
	    text_starts(tag, TEXT("en-"));
}

static const struct catalog_entry *find_entry(const struct catalog **holder,
    const struct compiler *compiler, const struct markup_node *node,
    struct text id)
{
	const struct markup_attribute *context = statement_get(node,
	    STATEMENT_CONTEXT);

	return catalogs_find(holder, compiler->catalogs,
	    context != NULL ? context->value.text : (struct text){ 0 }, id);
}

/* ---- Finding the words ---- */

static size_t form_count(const struct wording *wording)
{
	return wording->is_plural ? 2 : 1;
}

/* Reads a translation as that of the last form or else of the first. */
static const struct phrase *parse_form(struct phrase_tokens *tokens,
    struct text *problem, struct compiler *compiler,
    const struct wording *wording, struct text translation)
{
	struct text later = { 0 };
	size_t i;

	for (i = form_count(wording); i-- > 0; problem = &later) {
		if (phrase_parse(tokens, problem, compiler->arena,
			&wording->forms[i], translation))
			return &wording->forms[i];
	}
	return NULL;
}

static bool check_translations(struct compiler *compiler,
    const struct wording *wording)
{
	const struct catalog_entry *entry = wording->entry;
	struct phrase_tokens tokens;
	struct text problem;
	size_t i;

	for (i = 0; i < entry->string_count; i++) {
		if (parse_form(&tokens, &problem, compiler, wording,
			entry->strings[i]) != NULL)
			continue;
		report_add(compiler->report, MESSAGE_PO_MARKUP,
		    ((struct place){ wording->holder->source, entry->offset }),
		    problem);
		return false;
	}
	return true;
}

bool compile_find_wording(struct wording *wording, struct compiler *compiler,
    const struct markup_node *node)
{
	*wording = (struct wording){ 0 };
	wording->number = statement_get(node, STATEMENT_PLURAL);
	wording->is_plural = wording->number != NULL;
	if (wording->is_plural) {
		if (!phrase_read_plural(&wording->forms[0],
			&wording->forms[1], compiler->arena, compiler->report,
			node))
			return false;
	} else if (statement_get(node, STATEMENT_TRANSLATE) == NULL ||
	    !phrase_read(&wording->forms[0], compiler->arena,
		compiler->report, node)) {
		return false;
	}
	wording->entry = find_entry(&wording->holder, compiler, node,
	    wording->forms[0].id);
	if (wording->entry != NULL &&
	    (wording->entry->string_count == 0 ||
		!check_translations(compiler, wording)))
		wording->entry = NULL;
	return true;
}

const struct slot_language *compile_wording_language(
    const struct compiler *compiler, const struct wording *wording)
{
	if (wording->entry != NULL || is_english(compiler->language))
		return NULL;
	return &compile_english;
}

/* ---- Writing them ---- */

static void compile_variable(struct compiler *compiler, struct place place,
    struct text name, struct around around)
{
	const struct expression *expression;

	expression = expression_read_name(compiler->arena, compiler->report,
	    &compiler->scope, (struct snippet){ name, place, false });
	if (expression != NULL &&
	    expression_accept(expression, compiler->report, KIND_PROSE,
		"text"))
		code_write(compiler, expression, around, false, true);
}

static void compile_place(struct compiler *compiler,
    const struct wording *wording, const struct phrase *phrase,
    struct text name, struct around around)
{
	const struct phrase_child *child = phrase_child(phrase, name);
	size_t i;

	for (i = form_count(wording); child == NULL && i-- > 0;)
		child = phrase_child(&wording->forms[i], name);
	if (child != NULL)
		compile_node(compiler, child->node, around);
	else
		compile_variable(compiler, phrase->node->place, name, around);
}

static void compile_form(struct compiler *compiler,
    const struct wording *wording, struct text translation,
    struct around around)
{
	const struct spoken unmarked = { 0 };
	const struct markup_node *node;
	struct phrase_tokens tokens;
	const struct phrase *phrase;
	struct text problem;
	struct around *stack;
	size_t depth = 0;
	size_t i;

	phrase = parse_form(&tokens, &problem, compiler, wording, translation);
	if (phrase == NULL)
		return; /* the message itself is at odds: reported before */
	stack = arena_array(compiler->arena, struct around,
	    phrase->element_count + 1);
	stack[0] = around;
	for (i = 0; i < tokens.count; i++) {
		const struct phrase_token *token = &tokens.items[i];

		switch (token->kind) {
		case PHRASE_TEXT:
			code_text(compiler, token->text);
			break;
		case PHRASE_PLACE:
			compile_place(compiler, wording, phrase, token->text,
			    stack[depth]);
			break;
		case PHRASE_OPEN:
			node = phrase->elements[token->element].node;
			compile_start_tag(compiler, node, unmarked);
			if (node->first == NULL) {
				compile_end_tag(compiler, node);
				break;
			}
			stack[depth + 1] = compile_inside(compiler, node,
			    stack[depth]);
			depth++;
			break;
		case PHRASE_CLOSE:
			node = phrase->elements[token->element].node;
			compile_end_tag(compiler, node);
			depth--;
			break;
		}
	}
}

/* "path" or "name path": the number, in a register. */
static const struct expression *load_number(struct compiler *compiler,
    struct snippet written)
{
	const struct expression *expression;
	struct snippet name;
	struct snippet value;
	size_t index;

	snippet_split(&name, &value, snippet_trim(written));
	if (value.text.length == 0 || value.text.at[0] == '|')
		value = written;
	else if (!expression_is_name(name.text)) {
		report_add(compiler->report, MESSAGE_TEMPLATE_SYNTAX,
		    name.place, name.text,
		    TEXT("it cannot be the name of a variable"));
		return NULL;
	}
	expression = expression_read(compiler->arena, compiler->report,
	    &compiler->scope, value, false);
	if (expression == NULL ||
	    !expression_accept(expression, compiler->report,
		KIND(SLOT_NUMBER), "a number"))
		return NULL;
	index = code_load(compiler, expression);
	if (value.text.at != written.text.at)
		(void)code_variable(compiler, name.text, index,
		    KIND(SLOT_NUMBER), NULL);
	return expression_register(compiler->arena, index, KIND(SLOT_NUMBER));
}

static void compile_plural(struct compiler *compiler,
    const struct wording *wording, struct around around)
{
	const struct catalog_entry *entry = wording->entry;
	size_t count = entry != NULL ? entry->string_count : 2;
	struct plural_targets *plural = arena_new(compiler->arena,
	    struct plural_targets);
	const struct expression *number;
	size_t *ends = arena_array(compiler->arena, size_t, count);
	size_t i;

	number = load_number(compiler, wording->number->value);
	if (number == NULL)
		return;
	plural->catalog = entry != NULL ? wording->holder : NULL;
	plural->targets = arena_array(compiler->arena, size_t, count);
	plural->count = count;
	(void)code_add(compiler,
	    (struct instruction){ .operation = OPERATION_PLURAL,
		.expression = number,
		.plural = plural });
	for (i = 0; i < count; i++) {
		plural->targets[i] = code_here(compiler);
		compile_form(compiler, wording,
		    entry != NULL ? entry->strings[i] : wording->forms[i].id,
		    around);
		ends[i] = code_add(compiler,
		    (struct instruction){ .operation = OPERATION_JUMP });
	}
	for (i = 0; i < count; i++)
		code_land(compiler, ends[i]);
}

void compile_wording(struct compiler *compiler, const struct wording *wording,
    struct around around, bool wrap)
{
	const struct variable *variables = compiler->scope.variables;
	const struct slot_language *language = compile_wording_language(
	    compiler, wording);

	wrap = wrap && language != NULL && around.model != CONTENT_PLAIN;
	around.language = language != NULL ? language : compiler->language;
	if (wrap)
		code_static_string(compiler, "<span lang=\"en\" dir=\"ltr\">");
	if (wording->is_plural)
		compile_plural(compiler, wording, around);
	else
		compile_form(compiler, wording,
		    wording->entry != NULL ? wording->entry->strings[0]
					   : wording->forms[0].id,
		    around);
	if (wrap)
		code_static_string(compiler, "</span>");
	compiler->scope.variables = variables;
}

/* ---- Attributes ---- */

static bool has_same_places(struct text translation, struct text id,
    struct text *strange)
{
	size_t at;

	for (at = 0; at < translation.length; at++) {
		struct text name = phrase_placeholder(translation, at);

		if (name.length == 0)
			continue;
		*strange = text_slice(translation, at, name.length + 2);
		if (text_find(id, *strange, 0) == TEXT_NONE)
			return false;
	}
	return true;
}

static struct text translate_value(struct compiler *compiler,
    const struct markup_node *node, struct text id)
{
	const struct catalog *holder;
	const struct catalog_entry *entry = find_entry(&holder, compiler, node,
	    id);
	struct text strange;

	if (entry == NULL || entry->string_count == 0)
		return id;
	if (has_same_places(entry->strings[0], id, &strange))
		return entry->strings[0];
	report_add(compiler->report, MESSAGE_PO_MARKUP,
	    ((struct place){ holder->source, entry->offset }),
	    text_format(compiler->arena, "'%.*s' is not in the message",
		TEXT_ARGUMENTS(strange)));
	return id;
}

void compile_translated_value(struct compiler *compiler,
    const struct markup_node *node, const struct markup_attribute *attribute)
{
	struct text id = phrase_normalise(compiler->arena,
	    attribute->value.text);
	struct text text = translate_value(compiler, node, id);
	const struct expression *expression;
	struct text name;
	size_t from = 0;
	size_t at;

	for (at = 0; at < text.length; at++) {
		name = phrase_placeholder(text, at);
		if (name.length == 0)
			continue;
		escape_attribute(&compiler->pending,
		    text_slice(text, from, at - from));
		from = at + name.length + 2;
		expression = expression_read_name(compiler->arena,
		    compiler->report, &compiler->scope,
		    (struct snippet){ name, attribute->value.place, false });
		if (expression != NULL &&
		    expression_accept(expression, compiler->report,
			KIND_PROSE, "text"))
			(void)code_add(compiler,
			    (struct instruction){
				.operation = OPERATION_WRITE,
				.context = WRITE_PROSE,
				.expression = expression,
				.around = compiler->language });
	}
	escape_attribute(&compiler->pending, text_after(text, from));
}
