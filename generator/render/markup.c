#include "render/markup.h"

#include "base/arena.h"
#include "base/list.h"
#include "render/scan.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include <libxml/parser.h>

#define XHTML "http://www.w3.org/1999/xhtml"
#define SVG "http://www.w3.org/2000/svg"
#define ZOPE "http://xml.zope.org/namespaces/"

/* ---- What libxml2 says is wrong ---- */

struct problems {
	struct arena *arena;
	struct report *report;
	const struct source *source;
	bool broken; /* what follows the first break is seldom a fault */
	bool any;
};

static size_t find_back(struct text text, size_t from, char c)
{
	const char *found = from > 0 ? memrchr(text.at, c, from) : NULL;

	return found != NULL ? (size_t)(found - text.at) : from;
}

/* libxml2 reports where it stopped reading; this is where the fault began. */
static size_t fault_offset(struct text bytes, size_t stopped,
    const xmlError *error)
{
	struct text prefix = text_from(error->str1);
	size_t at;

	if (stopped > bytes.length)
		stopped = bytes.length;
	if (error->code == XML_ERR_UNDECLARED_ENTITY)
		return find_back(bytes, stopped, '&');
	if (error->code == XML_ERR_TAG_NAME_MISMATCH)
		return find_back(bytes, stopped, '<');
	if (error->code != XML_NS_ERR_UNDEFINED_NAMESPACE)
		return stopped;
	for (at = stopped; at > 0;) {
		at = find_back(bytes, at, ':');
		if (at >= stopped || bytes.at[at] != ':')
			break;
		if (text_ends(text_slice(bytes, 0, at), prefix))
			return at - prefix.length;
	}
	return stopped;
}

static const char *advice(const xmlError *error)
{
	struct text prefix = text_from(error->str1);

	if (error->code == XML_ERR_UNDECLARED_ENTITY)
		return "; HTML's named characters are not available, write "
		       "the character itself";
	if (error->code != XML_NS_ERR_UNDEFINED_NAMESPACE)
		return "";
	if (text_equal(prefix, TEXT("tal")))
		return "; add xmlns:tal=\"" ZOPE "tal\" to the root element";
	if (text_equal(prefix, TEXT("metal")))
		return "; add xmlns:metal=\"" ZOPE
		       "metal\" to the root element";
	if (text_equal(prefix, TEXT("i18n")))
		return "; add xmlns:i18n=\"" ZOPE "i18n\" to the root element";
	return "";
}

static void note_problem(void *user, xmlErrorPtr error)
{
	xmlParserCtxtPtr parser = user;
	struct problems *problems = parser->_private;
	const xmlParserInput *input = parser->input;
	struct place place = { problems->source, PLACE_FILE };
	bool harmless = error->code == XML_ERR_UNDECLARED_ENTITY ||
	    error->domain == XML_FROM_NAMESPACE;
	struct text said = text_trim(text_from(error->message));

	problems->any = true;
	if (problems->broken)
		return;
	problems->broken = !harmless;
	if (input != NULL)
		place.offset = fault_offset(problems->source->bytes,
		    (size_t)(input->cur - input->base) + input->consumed,
		    error);
	report_add(problems->report, MESSAGE_TEMPLATE_XML, place,
	    text_format(problems->arena, "%.*s%s", TEXT_ARGUMENTS(said),
		advice(error)));
}

/* ---- From libxml2's tree to ours ---- */

struct raw_attributes {
	struct raw_attribute *items;
	size_t count;
	size_t capacity;
};

struct reader {
	struct arena *arena;
	struct report *report;
	const struct source *source;
	bool is_xml;
	bool failed;
	struct scan scan;
};

static struct place place_of(const struct reader *reader, struct text in_file)
{
	return (struct place){ reader->source,
		(size_t)(in_file.at - reader->source->bytes.at) };
}

static struct text from_xml(const xmlChar *string)
{
	return text_from((const char *)string);
}

static bool space_of_statement(enum markup_space *space, const xmlNs *ns)
{
	struct text uri = from_xml(ns != NULL ? ns->href : NULL);

	if (text_equal(uri, TEXT(ZOPE "tal")))
		*space = MARKUP_TAL;
	else if (text_equal(uri, TEXT(ZOPE "metal")))
		*space = MARKUP_METAL;
	else if (text_equal(uri, TEXT(ZOPE "i18n")))
		*space = MARKUP_I18N;
	else
		return false;
	return true;
}

static enum markup_space space_of(const struct reader *reader,
    const xmlNode *node, const struct markup_node *parent)
{
	struct text name = from_xml(node->name);
	enum markup_space space;

	while (parent != NULL && markup_is_tagless(parent))
		parent = parent->parent;
	if (space_of_statement(&space, node->ns))
		return space;
	if (reader->is_xml)
		return MARKUP_XML;
	if (node->ns != NULL &&
	    text_equal(from_xml(node->ns->href), TEXT(SVG)))
		return MARKUP_SVG;
	if (text_equal(name, TEXT("svg")))
		return MARKUP_SVG;
	if (parent != NULL && parent->space == MARKUP_SVG &&
	    !text_equal(parent->name, TEXT("foreignObject")))
		return MARKUP_SVG;
	return MARKUP_HTML;
}

static struct text qualified(struct arena *arena, const xmlNs *ns,
    const xmlChar *name)
{
	if (ns == NULL || ns->prefix == NULL)
		return text_copy(arena, from_xml(name));
	return text_format(arena, "%s:%s", (const char *)ns->prefix,
	    (const char *)name);
}

static struct markup_attribute *add_attribute(struct reader *reader,
    struct markup_node *node, const struct raw_attribute *raw,
    const xmlChar *value)
{
	struct markup_attribute *attribute;

	attribute = &node->attributes[node->attribute_count++];
	attribute->place = place_of(reader, raw->name);
	attribute->name = raw->name;
	attribute->value.text = text_copy(reader->arena, from_xml(value));
	attribute->value.place = place_of(reader, raw->value);
	/* References shorten a value, and so move what follows them. */
	attribute->value.exact =
	    attribute->value.text.length == raw->value.length;
	attribute->space = node->space;
	return attribute;
}

static void read_declaration(struct reader *reader, struct markup_node *node,
    const xmlNode *from, const struct raw_attribute *raw)
{
	struct text prefix = { 0 };
	enum markup_space space;
	const xmlNs *ns;

	if (raw->name.length > 6)
		prefix = text_after(raw->name, 6);
	for (ns = from->nsDef; ns != NULL; ns = ns->next) {
		if (!text_equal(from_xml(ns->prefix), prefix))
			continue;
		if (!space_of_statement(&space, ns))
			(void)add_attribute(reader, node, raw, ns->href);
	}
}

static void read_attribute(struct reader *reader, struct markup_node *node,
    const xmlNode *from, const struct raw_attribute *raw)
{
	const xmlAttr *attribute = from->properties;
	struct markup_attribute *added;
	xmlChar *value;

	while (attribute != NULL &&
	    !text_equal(raw->name,
		qualified(reader->arena, attribute->ns, attribute->name)))
		attribute = attribute->next;
	assert(attribute != NULL); /* libxml2 has read the same file */
	value = xmlNodeListGetString(from->doc, attribute->children, 1);
	added = add_attribute(reader, node, raw, value);
	xmlFree(value);
	if (space_of_statement(&added->space, attribute->ns))
		added->name = text_copy(reader->arena,
		    from_xml(attribute->name));
}

static void read_start_tag(struct reader *reader, struct markup_node *node,
    const xmlNode *from)
{
	struct raw_attributes list = { 0 };
	struct raw_attribute raw;
	size_t i;

	node->place = (struct place){ reader->source,
		scan_tag(&reader->scan) };
	while (scan_attribute(&reader->scan, &raw))
		*list_add(reader->arena, &list) = raw;
	node->attributes = arena_array(reader->arena, struct markup_attribute,
	    list.count);
	for (i = 0; i < list.count; i++) {
		struct text name = list.items[i].name;

		if (!text_equal(name, TEXT("xmlns")) &&
		    !text_starts(name, TEXT("xmlns:")))
			read_attribute(reader, node, from, &list.items[i]);
		else if (reader->is_xml)
			read_declaration(reader, node, from, &list.items[i]);
	}
}

static void append(struct markup_node *parent, struct markup_node **last,
    struct markup_node *node)
{
	if (*last == NULL)
		parent->first = node;
	else
		(*last)->next = node;
	*last = node;
}

static void read_text(struct reader *reader, struct markup_node *parent,
    struct markup_node **last, const xmlNode *from)
{
	struct text text = from_xml(from->content);
	struct markup_node *node;

	if (*last != NULL && markup_is_text(*last)) {
		struct text both[2] = { (*last)->text, text };

		(*last)->text = text_join(reader->arena, both, 2);
		return;
	}
	node = arena_new(reader->arena, struct markup_node);
	node->parent = parent;
	node->space = parent->space;
	node->text = text_copy(reader->arena, text);
	node->place = parent->place;
	append(parent, last, node);
}

/* Recursion is bounded: libxml2 refuses more than 256 levels. */
static struct markup_node *read_element(struct reader *reader,
    struct markup_node *parent, const xmlNode *from)
{
	struct markup_node *node = arena_new(reader->arena,
	    struct markup_node);
	struct markup_node *last = NULL;
	const xmlNode *child;

	node->parent = parent;
	node->space = space_of(reader, from, parent);
	node->name = node->space == MARKUP_XML
	    ? qualified(reader->arena, from->ns, from->name)
	    : text_copy(reader->arena, from_xml(from->name));
	read_start_tag(reader, node, from);
	for (child = from->children; child != NULL; child = child->next) {
		if (child->type == XML_ELEMENT_NODE) {
			append(node, &last, read_element(reader, node, child));
		} else if (child->type == XML_TEXT_NODE) {
			read_text(reader, node, &last, child);
		} else if (child->type == XML_PI_NODE) {
			report_add(reader->report, MESSAGE_TEMPLATE_XML,
			    node->place,
			    TEXT("this element holds a processing "
				 "instruction; remove it"));
			reader->failed = true;
		}
	}
	return node;
}

static bool has_plain_doctype(const xmlDoc *document)
{
	const xmlDtd *dtd = document->intSubset;

	return dtd == NULL || (dtd->children == NULL &&
	    dtd->ExternalID == NULL && dtd->SystemID == NULL);
}

static const struct markup_node *read_document(struct reader *reader,
    xmlDoc *document)
{
	const struct markup_node *root;
	const xmlNode *top = xmlDocGetRootElement(document);
	struct place start = { reader->source, 0 };

	if (!has_plain_doctype(document)) {
		report_add(reader->report, MESSAGE_TEMPLATE_XML, start,
		    TEXT("the only document type that may be written is "
			 "<!DOCTYPE html>"));
		return NULL;
	}
	assert(top != NULL);
	root = read_element(reader, NULL, top);
	return reader->failed ? NULL : root;
}

const struct markup_node *markup_read(struct arena *arena,
    struct report *report, const struct source *source, bool is_xml)
{
	struct problems problems = { arena, report, source, false, false };
	struct reader reader = { arena, report, source, is_xml, false,
		{ source->bytes, 0 } };
	const struct markup_node *root = NULL;
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	xmlDoc *document;

	assert(parser != NULL && source->bytes.length < INT_MAX);
	parser->_private = &problems;
	parser->sax->serror = note_problem;
	document = xmlCtxtReadMemory(parser,
	    source->bytes.at != NULL ? source->bytes.at : "",
	    (int)source->bytes.length, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOCDATA);
	if (document != NULL && !problems.any)
		root = read_document(&reader, document);
	xmlFreeDoc(document);
	xmlFreeParserCtxt(parser);
	return root;
}

bool markup_is_text(const struct markup_node *node)
{
	return node->name.length == 0;
}

bool markup_is_tagless(const struct markup_node *node)
{
	return node->space == MARKUP_TAL || node->space == MARKUP_METAL ||
	    node->space == MARKUP_I18N;
}

const struct markup_attribute *markup_attribute(
    const struct markup_node *node, struct text name)
{
	size_t i;

	for (i = 0; i < node->attribute_count; i++) {
		const struct markup_attribute *attribute =
		    &node->attributes[i];

		if (attribute->space < MARKUP_TAL &&
		    text_equal(attribute->name, name))
			return attribute;
	}
	return NULL;
}

bool markup_is_blank(struct text text)
{
	return text_trim(text).length == 0;
}

const struct markup_node *markup_next(const struct markup_node *node,
    const struct markup_node *root, bool inside)
{
	do {
		if (inside && node->first != NULL) {
			node = node->first;
		} else {
			while (node != root && node->next == NULL)
				node = node->parent;
			if (node == root)
				return NULL;
			node = node->next;
		}
		inside = true;
	} while (markup_is_text(node));
	return node;
}
