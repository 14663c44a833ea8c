#include "command/extract.h"

#include "base/list.h"
#include "link/index.h"
#include "render/asset.h"
#include "render/body_message.h"
#include "render/script.h"
#include "render/template.h"

bool extract_templates(struct catalog_messages *messages, struct arena *arena,
    struct report *report, struct theme *theme, const struct text *names,
    size_t name_count)
{
	struct template_set *set = template_set_new(
	    arena, theme_load, theme, theme->names, theme->name_count);
	bool extracted = true;
	size_t i;

	for (i = 0; i < name_count; i++)
		extracted = template_messages(set, arena, report, names[i],
				messages) &&
		    extracted;
	template_set_release(set);
	return extracted;
}

void extract_scripts(struct catalog_messages *messages, struct arena *arena,
    struct theme *theme)
{
	const char *const *names;
	size_t count = asset_scripts(&names), i;

	for (i = 0; i < count; i++) {
		struct text name = text_from(names[i]);
		const struct source *source = theme_owns(theme, name)
		    ? theme_load(theme, name)
		    : NULL;

		if (source != NULL)
			script_messages(messages, arena, source->bytes,
			    text_format(arena, "templates/%s", names[i]));
	}
}

static void add(struct catalog_messages *messages, struct arena *arena,
    const char *file, const char *context, struct text id,
    struct text comment)
{
	struct catalog_message *message;

	if (id.length == 0)
		return;
	message = list_add(arena, messages);
	message->context = text_from(context);
	message->id = id;
	message->comment = comment;
	message->reference = text_from(file);
}

static void principle_add(struct catalog_messages *messages,
    struct arena *arena, const struct principle_entry *entry)
{
	static const char file[] = "content/principles.yaml";
	const struct {
		struct text id;
		const char *what;
	} parts[] = {
		{ entry->name.text, "its name" },
		{ entry->definition.text, "its definition" },
		{ entry->when_not.text, "when it does not apply" },
		{ entry->question.text, "a question to practise with" },
		{ index_alias_message(arena, entry),
		    "search words, separated by commas; as many or as few as "
		    "readers would type" },
	};
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add(messages, arena, file, NULL, parts[i].id,
		    text_format(arena, "Principle %.*s: %s.",
			TEXT_ARGUMENTS(entry->id.text), parts[i].what));
}

void extract_guide(struct catalog_messages *messages, struct arena *arena,
    const struct guide *guide)
{
	static const char file[] = "content/guide.yaml";
	const struct configuration *configuration = &guide->configuration;
	size_t i;

	/* What a guide without a title is called is a message of ours. */
	if (configuration->title.place.source != NULL)
		add(messages, arena, file, NULL, configuration->title.text,
		    TEXT("The name of the guide."));
	add(messages, arena, file, NULL, configuration->tagline.text,
	    TEXT("Heading of the home page."));
	add(messages, arena, file, NULL, configuration->description.text,
	    TEXT("Text of the home page."));
	for (i = 0; i < guide->principle_count; i++)
		principle_add(messages, arena, guide->principles[i].entry);
	for (i = 0; i < guide->tag_count; i++)
		add(messages, arena, "content", "tag", guide->tags[i].name,
		    TEXT("A tag: the topic of some articles."));
}

void extract_defaults(struct catalog_messages *messages, struct arena *arena)
{
	int i;

	add(messages, arena, "generator/read/configuration.c", NULL,
	    TEXT("Guide"), TEXT("Title of a guide that gives itself none."));
	for (i = 0; i < BODY_MESSAGE_COUNT; i++) {
		const struct body_message_row *row =
		    body_message_row((enum body_message)i);
		struct catalog_message *message;

		add(messages, arena, "generator/render/body_message.c", NULL,
		    text_from(row->id), text_from(row->comment));
		message = &messages->items[messages->count - 1];
		message->plural_id = text_from(row->plural);
		if (row->plural != NULL)
			message->flag = "python-brace-format";
	}
}
