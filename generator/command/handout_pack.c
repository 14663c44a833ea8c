#include "command/handout_pack.h"

#include "command/handout_file.h"
#include "command/handout_tag.h"
#include "render/escape.h"

#include <string.h>

struct packing {
	struct buffer *out;
	struct arena *arena;
	const struct publish *publish;
	const struct locale *locale;
	struct text path; /* of the page in the site */
	struct text html;
	struct text rules;
	size_t items; /* parts with a head of their own, so far */
	bool unlinked; /* the <a> that is open is written as <span> */
};

/* Elements that are of no use in a file of its own, by name and class. */
static const struct {
	const char *name, *class; /* class NULL: all of that name */
} dropped[] = {
	{ "header", "masthead" },
	{ "footer", "foot" },
	{ "nav", "crumbs" },
	{ "a", "skip" },
	{ "script", NULL },
	{ "noscript", NULL },
	{ "template", NULL },
	{ "button", NULL },
};

static const char policy[] =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">";

static bool is_dropped(const struct handout_tag *tag)
{
	size_t i;

	for (i = 0; i < sizeof(dropped) / sizeof(dropped[0]); i++)
		if (text_equal_string(tag->name, dropped[i].name) &&
		    (dropped[i].class == NULL ||
			handout_tag_has_class(tag, dropped[i].class)))
			return true;
	return false;
}

/* A copy of an attribute's value with its references decoded. */
static struct text value_of(struct packing *packing, struct text value)
{
	struct buffer decoded = { 0 };
	struct text copy;

	handout_value_decode(&decoded, value);
	copy = buffer_copy(&decoded, packing->arena);
	buffer_release(&decoded);
	return copy;
}

/* CSS with the files that it names inside it, and without what would end the
 * element. */
static void style_add(struct packing *packing, struct text path,
    struct text css)
{
	size_t i = 0;

	while (i < css.length) {
		struct text rest = text_after(css, i), file, bytes;
		size_t end = text_find_char(rest, ')', 0);

		if (text_starts(rest, TEXT("</"))) {
			buffer_add_string(packing->out, "<\\/");
			i += 2;
			continue;
		}
		if (!text_starts(rest, TEXT("url(")) || end == TEXT_NONE) {
			buffer_add_char(packing->out, css.at[i++]);
			continue;
		}
		file = handout_path(packing->arena, path,
		    text_slice(rest, 4, end - 4));
		if (!handout_file(
			&bytes, packing->arena, packing->publish, file)) {
			buffer_add_char(packing->out, css.at[i++]);
			continue;
		}
		buffer_add_string(packing->out, "url(");
		handout_data(packing->out, file, bytes);
		buffer_add_char(packing->out, ')');
		i += end + 1;
	}
}

/* Stylesheets come in; of what else a <link> may be, nothing is needed. */
static void link_pack(struct packing *packing, const struct handout_tag *tag)
{
	struct text path, css;

	if (!text_equal(handout_attribute(tag, "rel"), TEXT("stylesheet")))
		return;
	path = handout_path(packing->arena, packing->path,
	    value_of(packing, handout_attribute(tag, "href")));
	if (!handout_file(&css, packing->arena, packing->publish, path))
		return;
	buffer_add_string(packing->out, "<style>\n");
	style_add(packing, path, css);
	buffer_add_string(packing->out, "</style>\n");
}

static bool address_is_absolute(struct text address)
{
	size_t colon = text_find_char(address, ':', 0);
	size_t slash = text_find_char(address, '/', 0);

	return text_starts(address, TEXT("//")) ||
	    (colon != TEXT_NONE && (slash == TEXT_NONE || colon < slash));
}

/* The address as it is from anywhere; the empty text if it leads to the site
 * and nobody knows where that will be. */
static struct text address_pack(struct packing *packing, struct text address)
{
	struct text base =
	    packing->publish->site.guide->configuration.base_url.text;
	struct text part, path;
	struct buffer whole = { 0 };
	size_t end;

	if (text_starts(address, TEXT("#")) || address_is_absolute(address))
		return address;
	if (base.length == 0)
		return (struct text){ 0 };
	for (end = 0; end < address.length && address.at[end] != '?' &&
	     address.at[end] != '#';
	     end++)
		continue;
	path = handout_path(packing->arena, packing->path, address);
	buffer_add(&whole, base);
	while (text_cut(&part, &path, '/')) {
		escape_url_part(&whole, part);
		if (path.length > 0)
			buffer_add_char(&whole, '/');
	}
	buffer_add(&whole, text_after(address, end));
	path = buffer_copy(&whole, packing->arena);
	buffer_release(&whole);
	return path;
}

/* Images come in; a file that is not there leaves the words in its place. */
static void source_pack(struct packing *packing, struct text value)
{
	struct text address = value_of(packing, value), path, bytes;

	if (text_starts(address, TEXT("data:"))) {
		buffer_add_string(packing->out, " src=\"");
		buffer_add(packing->out, value);
		buffer_add_char(packing->out, '"');
		return;
	}
	path = handout_path(packing->arena, packing->path, address);
	if (!handout_file(&bytes, packing->arena, packing->publish, path))
		return;
	buffer_add_string(packing->out, " src=\"");
	handout_data(packing->out, path, bytes);
	buffer_add_char(packing->out, '"');
}

static bool is_for_scripts(struct text name)
{
	static const char *const names[] = { "srcset", "loading", "decoding",
		"nonce", "integrity" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_equal_string(name, names[i]))
			return true;
	return text_starts(name, TEXT("on"));
}

/* What only a link has. */
static bool is_of_link(struct text name)
{
	return text_equal_string(name, "hreflang") ||
	    text_equal_string(name, "rel") ||
	    text_equal_string(name, "target") ||
	    text_equal_string(name, "download");
}

static void attribute_pack(struct packing *packing, struct text name,
    struct text value)
{
	if (is_for_scripts(name) || (packing->unlinked && is_of_link(name)))
		return;
	if (text_equal_string(name, "src")) {
		source_pack(packing, value);
		return;
	}
	if (text_equal_string(name, "href")) {
		struct text address =
		    address_pack(packing, value_of(packing, value));

		if (packing->unlinked)
			return;
		buffer_add_string(packing->out, " href=\"");
		escape_url(packing->out, address);
		buffer_add_char(packing->out, '"');
		return;
	}
	buffer_add_char(packing->out, ' ');
	buffer_add(packing->out, name);
	if (value.at == NULL)
		return;
	buffer_add_string(packing->out, "=\"");
	if (text_find_char(value, '"', 0) == TEXT_NONE)
		buffer_add(packing->out, value);
	else
		escape_attribute(packing->out, value_of(packing, value));
	buffer_add_char(packing->out, '"');
}

/* A tag that stays, with what it refers to. */
static void tag_pack(struct packing *packing, const struct handout_tag *tag)
{
	struct text rest = tag->attributes, name, value;
	bool link = text_equal_string(tag->name, "a");

	if (link && tag->closing) {
		buffer_add_string(
		    packing->out, packing->unlinked ? "</span>" : "</a>");
		packing->unlinked = false;
		return;
	}
	if (tag->closing) {
		buffer_add(packing->out,
		    text_slice(
			packing->html, tag->start, tag->end - tag->start));
		return;
	}
	value = handout_attribute(tag, "href");
	packing->unlinked = link && value.length > 0 &&
	    address_pack(packing, value_of(packing, value)).length == 0;
	buffer_add_char(packing->out, '<');
	buffer_add(packing->out,
	    packing->unlinked ? TEXT("span") : tag->name);
	while (handout_attribute_cut(&name, &value, &rest))
		attribute_pack(packing, name, value);
	if (text_ends(tag->attributes, TEXT("/")))
		buffer_add_string(packing->out, " /");
	buffer_add_char(packing->out, '>');
}

/* The head of the sheets of one part: a named page for each, since no style
 * sheet can ask which part a sheet belongs to. */
static void item_add(struct packing *packing, struct buffer *out,
    const struct handout_tag *tag)
{
	const struct guide *guide = packing->publish->site.guide;
	struct text id = value_of(packing, handout_attribute(tag, "id"));
	struct text title =
	    value_of(packing, handout_attribute(tag, "data-title"));
	struct text name = catalogs_translate(&packing->locale->catalogs,
	    TEXT(""), guide->configuration.title.text);

	if (id.length == 0 || title.length == 0)
		return;
	packing->items++;
	buffer_format(out, "@page item-%zu { %s { content: ", packing->items,
	    packing->locale->rtl ? "@top-right" : "@top-left");
	stylesheet_string(out,
	    text_format(packing->arena, "%.*s \302\267 %.*s",
		TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(title)));
	buffer_add_string(out, "; } }\n[id=");
	stylesheet_string(out, id);
	buffer_format(out, "] { page: item-%zu; }\n", packing->items);
}

/* Several parts have a head of their own each; one has the document's. */
static void items_add(struct packing *packing, struct buffer *out)
{
	struct handout_tag tag;
	size_t at, count = 0;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (at = 0; handout_tag_next(&tag, packing->html, at);
		     at = tag.end) {
			if (tag.closing ||
			    !text_equal_string(tag.name, "section") ||
			    !handout_tag_has_class(&tag, "item"))
				continue;
			if (pass == 0)
				count++;
			else if (count > 1)
				item_add(packing, out, &tag);
		}
}

static void head_end(struct packing *packing)
{
	struct buffer rules = { 0 };

	items_add(packing, &rules);
	buffer_add(&rules, packing->rules);
	if (rules.length > 0) {
		buffer_add_string(packing->out, "<style>\n");
		style_add(packing, TEXT(""), buffer_text(&rules));
		buffer_add_string(packing->out, "</style>\n");
	}
	buffer_release(&rules);
}

/* Of a page's head stay its charset, title and description. */
static void meta_pack(struct packing *packing, const struct handout_tag *tag)
{
	if (handout_attribute(tag, "charset").length > 0) {
		tag_pack(packing, tag);
		buffer_add_string(packing->out, "\n");
		buffer_add_string(packing->out, policy);
	} else if (handout_attribute(tag, "http-equiv").length == 0 &&
	    handout_attribute(tag, "property").length == 0) {
		tag_pack(packing, tag);
	}
}

/* Adds what becomes of a tag, and gives the offset behind what it stands
 * for. */
static size_t tag_replace(struct packing *packing,
    const struct handout_tag *tag)
{
	struct handout_tag end;

	if (!tag->closing && is_dropped(tag))
		return handout_tag_end(&end, packing->html, tag) ? end.end
								 : tag->end;
	if (text_equal_string(tag->name, "link"))
		link_pack(packing, tag);
	else if (text_equal_string(tag->name, "meta"))
		meta_pack(packing, tag);
	else if (text_equal_string(tag->name, "base"))
		return tag->end;
	else {
		if (tag->closing && text_equal_string(tag->name, "head"))
			head_end(packing);
		tag_pack(packing, tag);
	}
	return tag->end;
}

void handout_pack(struct buffer *out, struct arena *arena,
    const struct publish *publish, const struct locale *locale,
    struct text path, struct text html, struct text rules)
{
	struct packing packing = {
		.out = out,
		.arena = arena,
		.publish = publish,
		.locale = locale,
		.path = path,
		.html = html,
		.rules = rules,
	};
	struct handout_tag tag;
	size_t at = 0;

	while (handout_tag_next(&tag, html, at)) {
		buffer_add(out, text_slice(html, at, tag.start - at));
		at = tag_replace(&packing, &tag);
	}
	buffer_add(out, text_after(html, at));
}
