#include "render/link_targets.h"

#include "base/list.h"
#include "render/html_tag.h"

struct text link_targets_resolve(struct arena *arena, struct text base,
    struct text relative)
{
	const struct text up = TEXT("../"), here = TEXT("./");
	size_t root = text_find(base, TEXT("://"), 0), end = base.length;

	root = root == TEXT_NONE ? 0 : text_find_char(base, '/', root + 3);
	if (root == TEXT_NONE)
		root = 0;
	while (end > root && base.at[end - 1] != '/')
		end--;
	for (; text_starts(relative, here);
	     relative = text_after(relative, here.length))
		;
	while (text_starts(relative, up)) {
		relative = text_after(relative, up.length);
		if (end > root + 1)
			end--;
		while (end > root + 1 && base.at[end - 1] != '/')
			end--;
	}
	return text_join(arena,
	    (struct text[]){ text_slice(base, 0, end), relative }, 2);
}

/* As it was before it was written into an attribute. */
static struct text unescaped(struct arena *arena, struct text value)
{
	struct buffer out = { 0 };
	struct text text;
	size_t at = 0, next;

	while ((next = text_find(value, TEXT("&amp;"), at)) != TEXT_NONE) {
		buffer_add(&out, text_slice(value, at, next + 1 - at));
		at = next + 5;
	}
	buffer_add(&out, text_after(value, at));
	text = buffer_copy(&out, arena);
	buffer_release(&out);
	return text;
}

static bool leads_out(struct text url)
{
	return text_find(url, TEXT("://"), 0) != TEXT_NONE ||
	    text_starts(url, TEXT("//")) || text_starts(url, TEXT("mailto:")) ||
	    text_starts(url, TEXT("tel:"));
}

/* The target of a link's start tag; NULL if it needs no number. */
static const struct link_target *target_of(struct link_targets *targets,
    const struct html_tag *tag)
{
	const struct link_target *known;
	struct link_target *target;
	struct text href, address;

	if (tag->closing || !text_equal(tag->name, TEXT("a")) ||
	    !html_tag_value(&href, tag, TEXT("href")) || href.length == 0 ||
	    href.at[0] == '#')
		return NULL;
	address = unescaped(targets->arena, href);
	if (!leads_out(address)) {
		if (!targets->all || targets->base.length == 0)
			return NULL;
		address = link_targets_resolve(
		    targets->arena, targets->base, address);
	}
	known = table_get(&targets->numbers, address);
	if (known != NULL)
		return known;
	target = arena_new(targets->arena, struct link_target);
	*target = (struct link_target){ targets->list.count + 1, address };
	*list_add(targets->arena, &targets->list) = *target;
	table_put(&targets->numbers, targets->arena, address, target);
	return target;
}

void link_targets_mark(struct buffer *out, struct link_targets *targets,
    struct text html)
{
	struct html_tag tag;
	size_t at = 0;

	while (html_tag_next(&tag, html, at)) {
		const struct link_target *target = target_of(targets, &tag);
		size_t end = html_tag_end(&tag, html);

		buffer_add(out, text_slice(html, at, end - 1 - at));
		if (target != NULL) {
			struct text number = locale_number(targets->locale,
			    targets->arena, (long)target->number);

			buffer_format(out, " data-n=\"%.*s\"",
			    TEXT_ARGUMENTS(number));
		}
		buffer_add(out, text_slice(html, end - 1, 1));
		at = end;
	}
	buffer_add(out, text_after(html, at));
}
