#include "render/vocabulary.h"

#include "base/arena.h"
#include "base/list.h"

#define VOID VOCABULARY_VOID
#define PLAIN VOCABULARY_PLAIN
#define VERBATIM VOCABULARY_VERBATIM
#define PHRASING VOCABULARY_PHRASING

struct element {
	const char *name;
	unsigned flags;
	const char *attributes; /* its own, beside the global ones */
};

static const struct element html[] = {
	{ "a", PHRASING, "download href hreflang rel target type" },
	{ "abbr", PHRASING, "" },
	{ "address", 0, "" },
	{ "article", 0, "" },
	{ "aside", 0, "" },
	{ "audio", 0, "autoplay controls loop muted preload src" },
	{ "b", PHRASING, "" },
	{ "base", VOID, "href target" },
	{ "bdi", PHRASING, "" },
	{ "bdo", PHRASING, "" },
	{ "blockquote", 0, "cite" },
	{ "body", 0, "" },
	{ "br", VOID, "" },
	{ "button", PHRASING,
	    "disabled form formaction formmethod formnovalidate formtarget "
	    "name popovertarget popovertargetaction type value" },
	{ "canvas", 0, "height width" },
	{ "caption", 0, "" },
	{ "cite", PHRASING, "" },
	{ "code", PHRASING, "" },
	{ "col", VOID, "span" },
	{ "colgroup", 0, "span" },
	{ "data", PHRASING, "value" },
	{ "datalist", 0, "" },
	{ "dd", 0, "" },
	{ "del", PHRASING, "cite datetime" },
	{ "details", 0, "name open" },
	{ "dfn", PHRASING, "" },
	{ "dialog", 0, "open" },
	{ "div", 0, "" },
	{ "dl", 0, "" },
	{ "dt", 0, "" },
	{ "em", PHRASING, "" },
	{ "fieldset", 0, "disabled form name" },
	{ "figcaption", 0, "" },
	{ "figure", 0, "" },
	{ "footer", 0, "" },
	{ "form", 0,
	    "action autocomplete enctype method name novalidate rel target" },
	{ "h1", PHRASING, "" },
	{ "h2", PHRASING, "" },
	{ "h3", PHRASING, "" },
	{ "h4", PHRASING, "" },
	{ "h5", PHRASING, "" },
	{ "h6", PHRASING, "" },
	{ "head", 0, "" },
	{ "header", 0, "" },
	{ "hgroup", 0, "" },
	{ "hr", VOID, "" },
	{ "html", 0, "" },
	{ "i", PHRASING, "" },
	{ "iframe", 0,
	    "allow allowfullscreen height loading name referrerpolicy "
	    "sandbox src width" },
	{ "img", VOID,
	    "alt decoding fetchpriority height loading sizes src width" },
	{ "input", VOID,
	    "accept autocomplete checked disabled form list max maxlength "
	    "min minlength multiple name pattern placeholder readonly "
	    "required size step type value" },
	{ "ins", PHRASING, "cite datetime" },
	{ "kbd", PHRASING, "" },
	{ "label", PHRASING, "for" },
	{ "legend", PHRASING, "" },
	{ "li", 0, "value" },
	{ "link", VOID,
	    "as crossorigin href hreflang integrity media rel sizes type" },
	{ "main", 0, "" },
	{ "mark", PHRASING, "" },
	{ "menu", 0, "" },
	{ "meta", VOID, "charset content http-equiv media name property" },
	{ "meter", PHRASING, "high low max min optimum value" },
	{ "nav", 0, "" },
	{ "noscript", 0, "" },
	{ "ol", 0, "reversed start type" },
	{ "optgroup", 0, "disabled label" },
	{ "option", PLAIN, "disabled label selected value" },
	{ "output", PHRASING, "for form name" },
	{ "p", PHRASING, "" },
	{ "picture", 0, "" },
	{ "pre", PHRASING | VERBATIM, "" },
	{ "progress", PHRASING, "max value" },
	{ "q", PHRASING, "cite" },
	{ "rp", PHRASING, "" },
	{ "rt", PHRASING, "" },
	{ "ruby", PHRASING, "" },
	{ "s", PHRASING, "" },
	{ "samp", PHRASING, "" },
	{ "script", PLAIN, "async crossorigin defer integrity nomodule src "
			   "type" },
	{ "search", 0, "" },
	{ "section", 0, "" },
	{ "select", 0,
	    "autocomplete disabled form multiple name required size" },
	{ "small", PHRASING, "" },
	{ "source", VOID, "height media sizes src type width" },
	{ "span", PHRASING, "" },
	{ "strong", PHRASING, "" },
	{ "sub", PHRASING, "" },
	{ "summary", PHRASING, "" },
	{ "sup", PHRASING, "" },
	{ "table", 0, "" },
	{ "tbody", 0, "" },
	{ "td", 0, "colspan headers rowspan" },
	{ "template", 0, "" },
	{ "textarea", PLAIN | VERBATIM,
	    "autocomplete cols disabled form maxlength minlength name "
	    "placeholder readonly required rows wrap" },
	{ "tfoot", 0, "" },
	{ "th", 0, "abbr colspan headers rowspan scope" },
	{ "thead", 0, "" },
	{ "time", PHRASING, "datetime" },
	{ "title", PLAIN, "" },
	{ "tr", 0, "" },
	{ "track", VOID, "default kind label src srclang" },
	{ "u", PHRASING, "" },
	{ "ul", 0, "" },
	{ "var", PHRASING, "" },
	{ "video", 0,
	    "autoplay controls height loop muted playsinline poster preload "
	    "src width" },
	{ "wbr", VOID, "" },
};

/* In SVG all attributes are allowed on all elements: fewer tables, and a
 * misspelt one is still found. */
static const char svg_elements[] =
    "svg a circle clipPath defs desc ellipse foreignObject g image line "
    "linearGradient marker mask metadata path pattern polygon polyline "
    "radialGradient rect stop switch symbol text textPath title tspan use "
    "view";
static const char svg_attributes[] =
    "class clip-path clip-rule clipPathUnits cx cy d dir display "
    "dominant-baseline dx dy fill fill-opacity fill-rule focusable "
    "font-family font-size font-style font-weight fx fy gradientTransform "
    "gradientUnits height href hreflang id lang letter-spacing marker-end "
    "marker-mid marker-start markerHeight markerUnits markerWidth mask "
    "offset opacity orient overflow paint-order pathLength patternUnits "
    "points preserveAspectRatio r refX refY rel role rotate rx ry "
    "shape-rendering startOffset stop-color stop-opacity stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width tabindex target "
    "text-anchor textLength text-rendering transform transform-origin type "
    "vector-effect viewBox visibility width word-spacing x x1 x2 y y1 y2";
static const char html_attributes[] =
    "accesskey autocapitalize autofocus class contenteditable dir draggable "
    "enterkeyhint hidden id inert inputmode itemid itemprop itemref "
    "itemscope itemtype lang nonce popover role slot spellcheck tabindex "
    "title translate";
static const char aria_attributes[] =
    "aria-activedescendant aria-atomic aria-autocomplete aria-braillelabel "
    "aria-brailleroledescription aria-busy aria-checked aria-colcount "
    "aria-colindex aria-colindextext aria-colspan aria-controls "
    "aria-current aria-describedby aria-description aria-details "
    "aria-disabled aria-errormessage aria-expanded aria-flowto "
    "aria-haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label "
    "aria-labelledby aria-level aria-live aria-modal aria-multiline "
    "aria-multiselectable aria-orientation aria-owns aria-placeholder "
    "aria-posinset aria-pressed aria-readonly aria-relevant aria-required "
    "aria-roledescription aria-rowcount aria-rowindex aria-rowindextext "
    "aria-rowspan aria-selected aria-setsize aria-sort aria-valuemax "
    "aria-valuemin aria-valuenow aria-valuetext";
static const char boolean_attributes[] =
    "allowfullscreen async autofocus autoplay checked controls default "
    "defer disabled formnovalidate hidden inert itemscope loop multiple "
    "muted nomodule novalidate open playsinline readonly required reversed "
    "selected";
static const char url_attributes[] =
    "action cite data formaction href poster src";
static const char prose_attributes[] =
    "abbr alt aria-braillelabel aria-brailleroledescription "
    "aria-colindextext aria-description aria-label aria-placeholder "
    "aria-roledescription aria-rowindextext aria-valuetext content label "
    "placeholder title";

static bool list_has(const char *list, struct text name)
{
	struct text rest = text_from(list);
	struct text word;

	while (text_word(&word, &rest)) {
		if (text_equal(word, name))
			return true;
	}
	return false;
}

struct names {
	struct text *items;
	size_t count;
	size_t capacity;
};

static void add_names(struct names *names, struct arena *arena,
    const char *list)
{
	struct text rest = text_from(list);
	struct text word;

	while (text_word(&word, &rest))
		*list_add(arena, names) = word;
}

static const struct element *find(struct text name)
{
	size_t i;

	for (i = 0; i < sizeof(html) / sizeof(html[0]); i++) {
		if (text_equal_string(name, html[i].name))
			return &html[i];
	}
	return NULL;
}

unsigned vocabulary_flags(struct text element)
{
	const struct element *row = find(element);

	return row != NULL ? row->flags : 0;
}

bool vocabulary_has_element(struct text *near, enum markup_space space,
    struct text element)
{
	struct arena arena = { 0 };
	struct names names = { 0 };
	size_t i;

	if (space == MARKUP_SVG ? list_has(svg_elements, element)
				: find(element) != NULL)
		return true;
	if (space == MARKUP_SVG)
		add_names(&names, &arena, svg_elements);
	for (i = 0; space == MARKUP_HTML && i < sizeof(html) / sizeof(html[0]);
	    i++)
		add_names(&names, &arena, html[i].name);
	*near = text_nearest(element, names.items, names.count);
	arena_release(&arena); /* near points to the tables */
	return false;
}

bool vocabulary_has_attribute(struct text *near, enum markup_space space,
    struct text element, struct text attribute)
{
	const struct element *row = find(element);
	const char *lists[3] = { svg_attributes, aria_attributes, "" };
	struct arena arena = { 0 };
	struct names names = { 0 };
	size_t i;

	if (text_starts(attribute, TEXT("data-")))
		return true;
	if (space == MARKUP_HTML) {
		lists[0] = row != NULL ? row->attributes : "";
		lists[2] = html_attributes;
	}
	for (i = 0; i < 3; i++) {
		if (list_has(lists[i], attribute))
			return true;
	}
	for (i = 0; i < 3; i++)
		add_names(&names, &arena, lists[i]);
	*near = text_nearest(attribute, names.items, names.count);
	arena_release(&arena);
	return false;
}

const char *vocabulary_attribute_barred(struct text attribute)
{
	if (text_equal(attribute, TEXT("style")))
		return "styles belong in a stylesheet, under a class";
	if (text_starts(attribute, TEXT("on")))
		return "scripts belong in a file";
	if (text_equal(attribute, TEXT("srcdoc")))
		return "a page in a page needs a file and src";
	if (text_equal(attribute, TEXT("xml:base")))
		return "addresses are relative to the page";
	return NULL;
}

const char *vocabulary_element_barred(struct text element)
{
	if (text_equal(element, TEXT("style")))
		return "styles belong in a stylesheet";
	if (text_equal(element, TEXT("object")) ||
	    text_equal(element, TEXT("embed")))
		return "the policy of the site bars plug-ins; use img, audio, "
		       "video or iframe";
	return NULL;
}

bool vocabulary_is_boolean(struct text attribute)
{
	return list_has(boolean_attributes, attribute);
}

bool vocabulary_is_url(struct text attribute)
{
	return list_has(url_attributes, attribute);
}

bool vocabulary_is_prose(struct text attribute)
{
	return list_has(prose_attributes, attribute);
}

bool vocabulary_takes_flag(struct text attribute)
{
	return vocabulary_is_boolean(attribute) ||
	    text_starts(attribute, TEXT("aria-")) ||
	    text_starts(attribute, TEXT("data-"));
}
