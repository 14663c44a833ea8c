/*
 * Every message of the program, one row each, grouped by the stage that gives
 * it.  No guard: included with MESSAGE defined as wanted.
 *
 * MESSAGE(name, level, code, text, hint): {placeholders} are filled from the
 * values of report_add in the order of first appearance, text before hint; a
 * hint (or NULL) is printed only if all of its values are non-empty.  N_()
 * marks what translators get.  A message names the thing, says what is wrong
 * and what would be right.
 */
#ifndef N_
#define N_(text) text
#endif

/* read: files, front matter, configuration */
MESSAGE(FILE_UNREADABLE, REPORT_ERROR, "file-unreadable",
    N_("this file cannot be read: {reason}"), NULL)
MESSAGE(CONTENT_MISSING, REPORT_FATAL, "content-missing",
    N_("there is no folder {folder} and no Markdown file to build; "
       "'opas init DIR' writes a small guide to start from"), NULL)
MESSAGE(LINK_LEAVES_GUIDE, REPORT_ERROR, "link-leaves-guide",
    N_("this symbolic link leads out of the guide; copy the file into it"),
    NULL)
MESSAGE(LINK_BROKEN, REPORT_ERROR, "link-broken",
    N_("this symbolic link leads to nothing; mend or remove it"), NULL)
MESSAGE(UTF8_INVALID, REPORT_ERROR, "utf8-invalid",
    N_("the byte {byte} is not UTF-8 here; save the file as UTF-8"), NULL)
MESSAGE(ID_UNPORTABLE, REPORT_ERROR, "id-unportable",
    N_("'{id}' cannot be an id: use at most 80 of a-z, 0-9 and '-'; "
       "con, prn, aux, nul, com1-9 and lpt1-9 are barred too"),
    N_("'{near}' would do"))
MESSAGE(ID_RESERVED, REPORT_ERROR, "id-reserved",
    N_("the id '{id}' is reserved for the site itself; rename the file"), NULL)
MESSAGE(ID_TWICE, REPORT_ERROR, "id-twice",
    N_("'{id}' is already the id of {other}; rename one of them"), NULL)
MESSAGE(YAML_SYNTAX, REPORT_ERROR, "yaml-syntax",
    N_("YAML: {problem}"), NULL)
MESSAGE(YAML_KIND, REPORT_ERROR, "yaml-kind",
    N_("'{key}' must be {kind}"), NULL)
MESSAGE(YAML_VALUE, REPORT_ERROR, "yaml-value",
    N_("'{value}' is no value for '{key}'; it must be {kind}"), NULL)
MESSAGE(KEY_UNKNOWN, REPORT_WARNING, "key-unknown",
    N_("the key '{key}' is not known here and is ignored"),
    N_("did you mean '{near}'?"))
MESSAGE(KEY_TWICE, REPORT_ERROR, "key-twice",
    N_("the key '{key}' is given twice; keep one"), NULL)
MESSAGE(KEY_MISSING, REPORT_ERROR, "key-missing",
    N_("the key '{key}' is missing"), NULL)
MESSAGE(FRONT_UNCLOSED, REPORT_ERROR, "front-unclosed",
    N_("the front matter that begins here has no closing line '---'"), NULL)
MESSAGE(DATE_INVALID, REPORT_ERROR, "date-invalid",
    N_("'{date}' is no date; write it as 2026-11-21"), NULL)
MESSAGE(LOCALE_TAG, REPORT_ERROR, "locale-tag",
    N_("'{tag}' is no language tag; write it as fi, sr or pt-BR"), NULL)
MESSAGE(LOCALE_UNLISTED, REPORT_WARNING, "locale-unlisted",
    N_("the folder '{folder}' is a language that guide.yaml does not list "
       "under 'locales'; its articles are not built"), NULL)
MESSAGE(LOCALE_TWICE, REPORT_ERROR, "locale-twice",
    N_("the language '{tag}' is listed twice; keep one"), NULL)
MESSAGE(LOCALE_UNKNOWN, REPORT_ERROR, "locale-unknown",
    N_("guide.yaml does not list '{tag}' under 'locales'"),
    N_("did you mean '{near}'?"))
MESSAGE(LOCALE_FOLDER, REPORT_WARNING, "locale-folder",
    N_("the Markdown files below this folder are not built, since "
       "'{folder}' is no language tag; name it as fi, sr or pt-BR"), NULL)
MESSAGE(CONTENT_EMPTY, REPORT_WARNING, "content-empty",
    N_("there is no article in this folder; write one as {path}"), NULL)
MESSAGE(CONFIGURATION_VERSION, REPORT_ERROR, "configuration-version",
    N_("this guide is written for version {version} of the format; "
       "this program knows version 1"), NULL)

/* parse: Markdown */
MESSAGE(ANCHOR_TWICE, REPORT_ERROR, "anchor-twice",
    N_("the anchor '{anchor}' is given twice in this article"), NULL)
MESSAGE(ANCHOR_INVALID, REPORT_ERROR, "anchor-invalid",
    N_("'{anchor}' cannot be an anchor: no blanks, quotes, '<', '>' or '&'"),
    NULL)
MESSAGE(ATTRIBUTES_SYNTAX, REPORT_ERROR, "attributes-syntax",
    N_("these attributes are not understood from here on; write them as "
       "{example}"), NULL)
MESSAGE(ATTRIBUTE_UNKNOWN, REPORT_WARNING, "attribute-unknown",
    N_("the attribute '{name}' is not known here and is ignored"),
    N_("did you mean '{near}'?"))
MESSAGE(CALLOUT_UNKNOWN, REPORT_WARNING, "callout-unknown",
    N_("there is no callout '{name}', so this is a quotation; the kinds are "
       "NOTE, TIP, WARNING, SCRIPT, EXERCISE and FACILITATOR"),
    N_("did you mean '{near}'?"))
MESSAGE(FOOTNOTE_UNKNOWN, REPORT_WARNING, "footnote-unknown",
    N_("there is no footnote '{label}', so these signs are shown as they "
       "are; write its text as '[^{label}]: ...'"),
    N_("did you mean '{near}'?"))
MESSAGE(FOOTNOTE_UNUSED, REPORT_WARNING, "footnote-unused",
    N_("nothing refers to the footnote '{label}', so it is left out; write "
       "[^{label}] where it belongs"), NULL)
MESSAGE(FOOTNOTE_TWICE, REPORT_WARNING, "footnote-twice",
    N_("the footnote '{label}' is given twice; the first one is used"), NULL)
MESSAGE(TABLE_ROW, REPORT_WARNING, "table-row",
    N_("this row has {count} cells, but the table {columns} columns; what is "
       "beyond them is left out"), NULL)
MESSAGE(TITLE_MISSING, REPORT_ERROR, "title-missing",
    N_("this article has no title; give 'title' in the front matter or "
       "begin with a '# heading'"), NULL)
MESSAGE(RAW_HTML, REPORT_WARNING, "raw-html",
    N_("raw HTML is left out, since guide.yaml does not allow it "
       "(raw_html: true)"), NULL)
MESSAGE(URL_SCHEME, REPORT_ERROR, "url-scheme",
    N_("a link may not begin with '{scheme}:'; use http, https, mailto, tel "
       "or a file of the guide"), NULL)

MESSAGE(IMAGE_EXTERNAL, REPORT_ERROR, "image-external",
    N_("an image must be a file of the guide, since its pages load nothing "
       "from elsewhere; save it beside the article"), NULL)
MESSAGE(IMAGE_ALT, REPORT_WARNING, "image-alt",
    N_("this image has no text for people who cannot see it; say between "
       "the brackets what it shows"), NULL)

/* link: references between pages */
MESSAGE(PRINCIPLE_UNKNOWN, REPORT_ERROR, "principle-unknown",
    N_("no principle has the id '{id}'"), N_("did you mean '{near}'?"))
MESSAGE(ARTICLE_UNKNOWN, REPORT_ERROR, "article-unknown",
    N_("there is no article '{id}' in any language"),
    N_("did you mean '{near}'?"))
MESSAGE(ANCHOR_UNKNOWN, REPORT_ERROR, "anchor-unknown",
    N_("the article '{id}' has no anchor '{anchor}'"),
    N_("did you mean '{near}'?"))
MESSAGE(FILE_UNKNOWN, REPORT_ERROR, "file-unknown",
    N_("there is no file '{path}' beside this article"),
    N_("did you mean '{near}'?"))
MESSAGE(IMAGE_DAMAGED, REPORT_ERROR, "image-damaged",
    N_("{path} cannot be shown as an image: {reason}"), NULL)
MESSAGE(IMAGE_HUGE, REPORT_WARNING, "image-huge",
    N_("{path} has {width} x {height} pixels, which some devices do not "
       "show; make it smaller"), NULL)
MESSAGE(ADDRESS_TWICE, REPORT_ERROR, "address-twice",
    N_("{first} and {second} would both be written as {path}"), NULL)
MESSAGE(ALIAS_INVALID, REPORT_ERROR, "alias-invalid",
    N_("'{alias}' cannot be an alias: use a former id, such as 'old-name', "
       "or a path of such names joined by '/'"), NULL)
MESSAGE(PRINCIPLE_UNTAUGHT, REPORT_NOTE, "principle-untaught",
    N_("no section teaches the principle '{id}' yet"), NULL)

/* model: catalogs and locales */
MESSAGE(PO_SYNTAX, REPORT_ERROR, "po-syntax",
    N_("PO: {problem}"), NULL)
MESSAGE(PO_TWICE, REPORT_ERROR, "po-twice",
    N_("this message is defined twice in the file; keep one"), NULL)
MESSAGE(PO_CHARSET, REPORT_ERROR, "po-charset",
    N_("this catalog is in {charset}; convert it with 'msgconv -t UTF-8'"),
    NULL)
MESSAGE(PO_PLURAL_RULE, REPORT_ERROR, "po-plural-rule",
    N_("the Plural-Forms header cannot be used: {problem}"), NULL)
MESSAGE(PO_PLURAL_COUNT, REPORT_ERROR, "po-plural-count",
    N_("this message has {count} plural forms where the catalog's header "
       "says {expected}"), NULL)
MESSAGE(PO_PLACEHOLDER, REPORT_ERROR, "po-placeholder",
    N_("the translation must hold the same placeholders as the message; "
       "'{placeholder}' is {fault}"), NULL)
MESSAGE(PO_MARKUP, REPORT_ERROR, "po-markup",
    N_("the translation must hold the same markup as the message: {problem}"),
    NULL)
MESSAGE(PO_SPANS, REPORT_WARNING, "po-spans",
    N_("the message has '{mark}' {count} times, its translation {other}; keep "
       "the markup"), N_("'# opas: ignore {check}' above it says that it is "
    "right"))
MESSAGE(PO_BIDI, REPORT_WARNING, "po-bidi",
    N_("the invisible mark {mark} stands here; pages set directions "
       "themselves, so take it out"), N_("'# opas: ignore {check}' above it "
    "says that it is right"))
MESSAGE(PO_LETTER, REPORT_WARNING, "po-letter",
    N_("'{letter}' is an Arabic letter; Persian has '{other}'"),
    N_("'# opas: ignore {check}' above it says that it is right"))
MESSAGE(PO_DIGIT, REPORT_WARNING, "po-digit",
    N_("the digit '{digit}' is not this language's; write '{other}'"),
    N_("'# opas: ignore {check}' above it says that it is right"))
MESSAGE(PO_QUOTE, REPORT_WARNING, "po-quote",
    N_("the straight quotation mark {mark} stands here; this language has "
       "{open} and {close}"), N_("'# opas: ignore {check}' above it says that "
    "it is right"))
MESSAGE(PO_JOINER, REPORT_WARNING, "po-joiner",
    N_("'{words}' lacks its zero width non-joiner; write '{other}'"),
    N_("'# opas: ignore {check}' above it says that it is right"))
MESSAGE(PO_TERM, REPORT_WARNING, "po-term",
    N_("the message says '{term}', which the glossary calls '{other}'; the "
       "translation does not"), N_("'# opas: ignore {check}' above it says "
    "that it is right"))
MESSAGE(PO_SAME, REPORT_WARNING, "po-same",
    N_("this translation is the message itself; translate it, or leave it "
       "empty until somebody does"), N_("'# opas: ignore {check}' above it "
    "says that it is right"))
MESSAGE(PO_LENGTH, REPORT_WARNING, "po-length",
    N_("a button of {count} characters, where the message has {other}, is "
       "too long; make it shorter"), N_("'# opas: ignore {check}' above it "
    "says that it is right"))
MESSAGE(BLOCKS_DIFFER, REPORT_WARNING, "blocks-differ",
    N_("{section} has {blocks}, its source {others}: they cannot be shown "
       "side by side"), NULL)
MESSAGE(BASE_URL_INVALID, REPORT_ERROR, "base-url-invalid",
    N_("'{url}' cannot be base_url; write it as https://guide.example/"), NULL)
MESSAGE(BASE_URL_MISSING, REPORT_NOTE, "base-url-missing",
    N_("base_url is not set in guide.yaml: sitemap and feeds are left out"),
    NULL)

/* render: templates */
MESSAGE(TEMPLATE_XML, REPORT_ERROR, "template-xml",
    N_("this template is no well-formed XML: {problem}"), NULL)
MESSAGE(FONT_MISSING, REPORT_ERROR, "font-missing",
    N_("there is no font file 'templates/{name}'"), NULL)
MESSAGE(TEMPLATE_MISSING, REPORT_ERROR, "template-missing",
    N_("there is no template '{name}'"), N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_MACRO, REPORT_ERROR, "template-macro",
    N_("the template {file} has no macro '{name}'"),
    N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_RECURSION, REPORT_ERROR, "template-recursion",
    N_("the macro '{name}' uses itself; macros cannot be recursive"), NULL)
MESSAGE(TEMPLATE_SLOT, REPORT_ERROR, "template-slot",
    N_("'{name}' is no slot of {type}"), N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_KIND, REPORT_ERROR, "template-kind",
    N_("'{path}' is {kind}, and {wanted} is needed here"), NULL)
MESSAGE(TEMPLATE_ATTRIBUTE, REPORT_ERROR, "template-attribute",
    N_("the attribute '{name}' may not stand in a template; {reason}"), NULL)
MESSAGE(TEMPLATE_ELEMENT, REPORT_ERROR, "template-element",
    N_("the element '{name}' may not stand in a template; {reason}"), NULL)
MESSAGE(TEMPLATE_STATEMENT, REPORT_ERROR, "template-statement",
    N_("'{name}' is no statement of the template language"),
    N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_SYNTAX, REPORT_ERROR, "template-syntax",
    N_("'{text}' is not understood: {reason}"), NULL)
MESSAGE(TEMPLATE_ATTRIBUTE_UNKNOWN, REPORT_ERROR, "template-attribute-unknown",
    N_("'{name}' is no attribute of <{element}>"),
    N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_ELEMENT_UNKNOWN, REPORT_ERROR, "template-element-unknown",
    N_("'{name}' is no element of {language}"), N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_FILL, REPORT_ERROR, "template-fill",
    N_("the macro '{macro}' has no slot '{name}'"),
    N_("did you mean '{near}'?"))
MESSAGE(TEMPLATE_CONFLICT, REPORT_ERROR, "template-conflict",
    N_("'{name}' cannot stand on one element with '{other}'"), NULL)
MESSAGE(TEMPLATE_TWICE, REPORT_ERROR, "template-twice",
    N_("'{name}' is given twice by '{statement}'; keep one"), NULL)
MESSAGE(TEMPLATE_PHRASE, REPORT_ERROR, "template-phrase",
    N_("this text cannot be translated as it is: {reason}"), NULL)

/* render: typography */
MESSAGE(DICTIONARY_MISSING, REPORT_WARNING, "dictionary-missing",
    N_("long Finnish words are divided by syllable only, since the "
       "dictionary of their parts is not there; install voikko-fi"), NULL)

/* write: output */
MESSAGE(OUTPUT_UNWRITABLE, REPORT_FATAL, "output-unwritable",
    N_("{path} cannot be written: {reason}"), NULL)
MESSAGE(OUTPUT_FOREIGN, REPORT_FATAL, "output-foreign",
    N_("{path} is in the way and was not written by opas; "
       "move it or choose another --output"), NULL)
MESSAGE(OUTPUT_BUSY, REPORT_FATAL, "output-busy",
    N_("another opas is writing to {path}; wait until it is done"), NULL)
MESSAGE(OUTPUT_CHANGED, REPORT_WARNING, "output-changed",
    N_("{path} is no longer a page of the guide, but is kept, since somebody "
       "changed it after opas wrote it; remove it by hand"), NULL)
MESSAGE(OUTPUT_UNREMOVABLE, REPORT_FATAL, "output-unremovable",
    N_("{path} is no longer a page of the guide and cannot be removed: "
       "{reason}"), NULL)
MESSAGE(RECORD_DAMAGED, REPORT_WARNING, "record-damaged",
    N_("the record of the last build is damaged from here on; files that it "
       "listed are kept"), NULL)

/* search: its indexes */
MESSAGE(SEARCH_UNFOUND, REPORT_ERROR, "search-unfound",
    N_("search in '{locale}' does not find this by its word '{word}'; that is "
       "a fault of opas, please report it"), NULL)
MESSAGE(SEARCH_EMPTY, REPORT_ERROR, "search-empty",
    N_("the search index of '{locale}' is empty, though its articles are "
       "not; that is a fault of opas, please report it"), NULL)
MESSAGE(SEARCH_MISSING, REPORT_FATAL, "search-missing",
    N_("there is no search index in {folder}; 'opas build' writes one, "
       "unless guide.yaml says 'search: false'"), NULL)
MESSAGE(SEARCH_LOCALE, REPORT_FATAL, "search-locale",
    N_("the site has no search index for '{tag}'; it has {tags}"), NULL)
MESSAGE(SEARCH_DAMAGED, REPORT_FATAL, "search-damaged",
    N_("{path} is damaged or not there; build the site again"), NULL)

/* command: usage and environment */
MESSAGE(USAGE, REPORT_FATAL, "usage", N_("{problem}"),
    N_("see 'opas help {command}'"))
MESSAGE(PROGRAM_MISSING, REPORT_FATAL, "program-missing",
    N_("the program '{name}' cannot be run: {reason}; install gettext"), NULL)
MESSAGE(PROGRAM_FAILED, REPORT_FATAL, "program-failed",
    N_("{name} stopped with status {status}: {errors}"), NULL)
MESSAGE(DATA_MISSING, REPORT_FATAL, "data-missing",
    N_("the program's templates are not beside it; install it again"), NULL)
MESSAGE(ACCEPT_NOTHING, REPORT_FATAL, "accept-nothing",
    N_("there is no stale translation of {what} in {path}; "
       "'opas locale status' says what is stale"), NULL)
MESSAGE(LOCALE_EXISTS, REPORT_FATAL, "locale-exists",
    N_("the guide has the language '{tag}' already"), NULL)
MESSAGE(LOCALE_REFUSED, REPORT_FATAL, "locale-refused",
    N_("'{tag}' is no language tag; write it as fi, sr or pt-BR"),
    N_("did you mean '{near}'?"))
MESSAGE(GUIDE_UNEDITABLE, REPORT_FATAL, "guide-uneditable",
    N_("opas cannot add a language to {path} as it is written; add '{tag}' "
       "to 'locales' there"), NULL)
MESSAGE(TARGET_EXISTS, REPORT_FATAL, "target-exists",
    N_("{path} exists already; choose another name"), NULL)

/* command: handouts */
MESSAGE(HANDOUT_ARTICLE, REPORT_FATAL, "handout-article",
    N_("the guide has no article '{id}'"), N_("did you mean '{near}'?"))
MESSAGE(HANDOUT_PRINCIPLE, REPORT_FATAL, "handout-principle",
    N_("the guide has no principle '{id}'"), N_("did you mean '{near}'?"))
MESSAGE(HANDOUT_LOCALE, REPORT_FATAL, "handout-locale",
    N_("the guide has no language '{tag}'; it has {tags}"),
    N_("did you mean '{near}'?"))
MESSAGE(HANDOUT_EDITION, REPORT_FATAL, "handout-edition",
    N_("the article '{id}' has no edition in '{tag}'; it has {tags}"), NULL)
MESSAGE(BROWSER_MISSING, REPORT_FATAL, "browser-missing",
    N_("a PDF is printed by a browser, and there is no {names}; install "
       "Chromium, name one with --browser PATH, or make FILE.html and print "
       "that"), NULL)
MESSAGE(BROWSER_FAILED, REPORT_FATAL, "browser-failed",
    N_("{browser} printed no PDF: {reason}"), NULL)
MESSAGE(BROWSER_SLOW, REPORT_FATAL, "browser-slow",
    N_("{browser} had printed nothing after {seconds} seconds and was "
       "stopped"), NULL)
