/*
 * One escaper for each place that text can go to on a page; nothing reaches a
 * page but through one of them, as markup that the generator wrote itself, or
 * as static bytes of a template.  Text is taken to be well-formed UTF-8.
 */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/buffer.h"

/* Text between tags of HTML: & < > and CR become references; control
 * characters, which no page may hold, become U+FFFD. */
void escape_text(struct buffer *out, struct text text);

/* The value of a double-quoted attribute, in HTML or XML: as text, and the
 * quote; tabs and line ends become references, or XML would turn them into
 * blanks. */
void escape_attribute(struct buffer *out, struct text text);

/* Text between tags of XML: as escape_text, and U+FFFE and U+FFFF, which XML
 * 1.0 bars, become U+FFFD too. */
void escape_xml(struct buffer *out, struct text text);

/*
 * A whole address as the value of a double-quoted attribute.  Percent-encoded
 * are blanks, controls, " < > \ ^ ` { | } and a % that no two hexadecimal
 * digits follow; & becomes a reference.  Letters beyond ASCII stay as they
 * are: browsers encode them, and readers can read them.
 */
void escape_url(struct buffer *out, struct text url);

/* Text as a part of an address, to be escaped by escape_url as a whole: all
 * of ASCII but letters, digits and - . _ ~ is percent-encoded. */
void escape_url_part(struct buffer *out, struct text text);

/*
 * False if the address has a scheme other than http, https, mailto or tel
 * (without regard to case); an address without a scheme is relative.  A colon
 * behind bytes that no scheme can hold makes none: escape_url encodes those
 * bytes, so that browsers see none either.  URL standard, "scheme state".
 */
bool escape_url_safe(struct text url);

/*
 * The inside of a JSON string (without its quotes), fit for a script in a
 * page as well as for a file: " \ and controls are escaped as JSON wants it,
 * < is written \u003c, so that no </script> or <!-- can arise, and U+2028 and
 * U+2029, which end lines in older JavaScript, as \u2028 and \u2029.
 */
void escape_json(struct buffer *out, struct text text);

#endif
