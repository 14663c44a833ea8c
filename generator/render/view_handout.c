/* The slots of handouts: the whole, what it lists, and where links lead. */
#include "render/view_handout.h"

#include "render/link_targets.h"
#include "render/qr.h"

const struct handout_plan *view_plan(const struct view *view)
{
	if (view->plan != NULL)
		return view->plan;
	if (view->page->kind != PAGE_HANDOUT_ARTICLE &&
	    view->page->kind != PAGE_HANDOUT_PRINCIPLE)
		return NULL;
	return handout_plan_make(view, handout_of_page(view));
}

static const struct handout_item *only_item(const struct handout_plan *plan)
{
	return plan->item_count == 1 ? &plan->items[0] : NULL;
}

GETTER(handout_class)
{
	const struct handout_plan *plan = object;

	(void)context;
	if (plan->handout->with != NULL)
		value_text(value, plan->handout->large
			? TEXT("sheet double large")
			: TEXT("sheet double"));
	else
		value_text(value,
		    plan->handout->large ? TEXT("sheet large")
					 : TEXT("sheet"));
}

GETTER(handout_paired)
{
	const struct handout_plan *plan = object;

	(void)context;
	value_flag(value, plan->handout->with != NULL);
}

GETTER(handout_several)
{
	const struct handout_plan *plan = object;

	(void)context;
	value_flag(value, plan->item_count > 1);
}

GETTER(handout_lines)
{
	const struct handout_plan *plan = object;

	(void)context;
	value_flag(value, plan->handout->lines);
}

GETTER(handout_item)
{
	(void)context;
	value_object(value, only_item(object));
}

GETTER(handout_items)
{
	const struct handout_plan *plan = object;

	value_array(value, context, plan->items, sizeof(*plan->items),
	    plan->item_count);
}

GETTER(handout_entries)
{
	const struct handout_plan *plan = object;

	value_array(value, context, plan->entries, sizeof(*plan->entries),
	    plan->entry_count);
}

/* The page that an item is of; the home page stands for several. */
static struct text online_path(const struct view *view,
    const struct handout_plan *plan)
{
	const struct handout_item *item = only_item(plan);

	if (item == NULL)
		return address_home(view->arena, view->locale);
	if (item->principle != NULL)
		return address_principle(
		    view->arena, view->locale, item->principle);
	return address_edition(view->arena, item->edition);
}

GETTER(handout_online)
{
	const struct view *view = context;

	value_absolute(value, view, online_path(view, object));
}

GETTER(handout_code)
{
	const struct view *view = context;
	struct slot_value url = { 0 };
	struct buffer out = { 0 };

	value_absolute(&url, view, online_path(view, object));
	if (!url.absent)
		(void)qr_add(&out, url.text); /* too long: no code */
	value_text(value, buffer_copy(&out, view->arena));
	buffer_release(&out);
}

static bool has_link(const struct edition *edition, const struct body *body)
{
	size_t i;

	for (i = 0; i < body->hole_count; i++)
		if (body->holes[i].kind == HOLE_REFERENCE &&
		    !edition->document.references[body->holes[i].reference]
			 .is_image)
			return true;
	return text_find(body->bytes, TEXT("<a href=\"http"), 0) != TEXT_NONE;
}

static bool item_links(const struct handout_item *item)
{
	size_t i, j;

	for (i = 0; i < item->part_count; i++)
		for (j = 0; j < item->parts[i].topic_count; j++) {
			const struct section *section =
			    item->parts[i].topics[j].own;

			if (section != NULL &&
			    has_link(section->edition, &section->text->body))
				return true;
		}
	return false;
}

/* Whether links of the text will have numbers, told before it is made. */
GETTER(handout_linked)
{
	const struct view *view = context;
	const struct handout_plan *plan = object;
	bool linked = false;
	size_t i;

	for (i = 0; i < plan->item_count && !linked; i++)
		linked = item_links(&plan->items[i]);
	value_flag(value, linked &&
		view->site->guide->configuration.base_url.text.length > 0);
}

SLOT_TYPE(handout,
    { "class", SLOT_TEXT, NULL, handout_class,
	"sheet, and double with two languages, large in large print" },
    { "paired", SLOT_FLAG, NULL, handout_paired, "it has two languages" },
    { "several", SLOT_FLAG, NULL, handout_several,
	"it has several articles or principles" },
    { "lines", SLOT_FLAG, NULL, handout_lines, "it has lines for notes" },
    { "linked", SLOT_FLAG, NULL, handout_linked,
	"there are links with numbers in its text" },
    { "item", SLOT_OBJECT, &view_item, handout_item,
	"the only article or principle; absent if there are several" },
    { "items", SLOT_LIST, &view_item, handout_items,
	"its articles and principles" },
    { "entries", SLOT_LIST, &view_outline, handout_entries,
	"its contents" },
    { "online", SLOT_URL, NULL, handout_online,
	"absolute address of the page it is made of; absent without "
	"base_url" },
    { "code", SLOT_HTML, NULL, handout_code,
	"that address as a QR code" });

GETTER(outline_number)
{
	const struct handout_entry *entry = object;

	(void)context;
	value_text(value, entry->number);
}

GETTER(outline_title)
{
	const struct handout_entry *entry = object;
	const struct section *section;

	if (entry->topic == NULL) {
		item_title_of(value, context, entry->item);
		return;
	}
	section = entry->topic->own != NULL ? entry->topic->own
					    : entry->topic->other;
	value_in(value, context, section->text->title,
	    view_locale_of(section->edition, section->text->title_state));
}

GETTER(outline_exercises)
{
	const struct handout_entry *entry = object;

	(void)context;
	value_flag(value, entry->exercises);
}

GETTER(outline_facilitator)
{
	const struct handout_entry *entry = object;

	(void)context;
	value_flag(value, entry->facilitator);
}

GETTER(outline_titled)
{
	const struct handout_entry *entry = object;

	(void)context;
	value_flag(value, !entry->exercises && !entry->facilitator);
}

GETTER(outline_class)
{
	const struct handout_entry *entry = object;
	bool below = entry->item->number.length > 0 &&
	    (entry->topic != NULL || entry->exercises || entry->facilitator);

	(void)context;
	value_text(value, below ? TEXT("deep") : TEXT(""));
}

GETTER(outline_link)
{
	const struct view *view = context;
	const struct handout_entry *entry = object;

	value_text(value, address_relative(view->arena, view->page->path,
			      view->page->path, entry->id));
}

GETTER(outline_page)
{
	const struct handout_entry *entry = object;
	const struct table *numbers = entry->plan->handout->numbers;
	const size_t *page =
	    numbers != NULL ? table_get(numbers, entry->id) : NULL;

	if (page != NULL)
		value_number(value, context, *page);
	else
		value->absent = true;
}

SLOT_TYPE(outline,
    { "number", SLOT_TEXT, NULL, outline_number,
	"its number, as before its heading" },
    { "title", SLOT_TEXT, NULL, outline_title, "the heading" },
    { "exercises", SLOT_FLAG, NULL, outline_exercises,
	"it is the exercises" },
    { "facilitator", SLOT_FLAG, NULL, outline_facilitator,
	"it is the facilitator's page" },
    { "titled", SLOT_FLAG, NULL, outline_titled, "it is neither" },
    { "class", SLOT_TEXT, NULL, outline_class,
	"deep below an article or principle, else absent" },
    { "link", SLOT_URL, NULL, outline_link, "link to it" },
    { "page", SLOT_NUMBER, NULL, outline_page,
	"the sheet on which it begins; absent until that is known" });

GETTER(target_number)
{
	const struct link_target *target = object;

	value_number(value, context, target->number);
}

GETTER(target_url)
{
	const struct link_target *target = object;

	(void)context;
	value_text(value, target->address);
}

/* Readers type what they see: without what browsers put in themselves. */
GETTER(target_address)
{
	const struct text mail = TEXT("mailto:"), telephone = TEXT("tel:");
	const struct link_target *target = object;
	struct text address = target->address;

	(void)context;
	if (text_starts(address, mail))
		address = text_after(address, mail.length);
	else if (text_starts(address, telephone))
		address = text_after(address, telephone.length);
	value_text(value, address);
}

SLOT_TYPE(target,
    { "number", SLOT_NUMBER, NULL, target_number,
	"the number that links to it carry" },
    { "url", SLOT_URL, NULL, target_url, "where they lead" },
    { "address", SLOT_TEXT, NULL, target_address,
	"the same as readers see it" });

void root_handout(
    struct slot_value *value, void *context, const void *object)
{
	(void)object;
	value_object(value, view_plan(context));
}

void root_targets(
    struct slot_value *value, void *context, const void *object)
{
	const struct view *view = context;
	const struct link_targets *targets = view->targets;

	(void)object;
	if (targets != NULL)
		value_array(value, view, targets->list.items,
		    sizeof(*targets->list.items), targets->list.count);
	else
		value->absent = true;
}
