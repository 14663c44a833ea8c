#include "parse/target.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <string.h>

static const struct {
	const char *name;
	enum reference_kind kind;
} schemes[] = {
	{ "http", REFERENCE_EXTERNAL },
	{ "https", REFERENCE_EXTERNAL },
	{ "mailto", REFERENCE_EXTERNAL },
	{ "tel", REFERENCE_EXTERNAL },
	{ "principle", REFERENCE_PRINCIPLE },
};

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Without regard to case, which in the machine's locale may be Turkish. */
static bool is_scheme(struct text text, const char *name)
{
	size_t i;

	for (i = 0; i < text.length && name[i] != '\0'; i++)
		if ((text.at[i] | 0x20) != name[i])
			return false;
	return i == text.length && name[i] == '\0';
}

/* Length of the scheme, ':' not counted; 0 if there is none (RFC 3986,
 * 3.1). */
static size_t scheme_length(struct text url)
{
	size_t length = 0;

	if (url.length == 0 || !is_letter(url.at[0]))
		return 0;
	while (length < url.length &&
	    (is_letter(url.at[length]) ||
		(url.at[length] >= '0' && url.at[length] <= '9') ||
		url.at[length] == '+' || url.at[length] == '-' ||
		url.at[length] == '.'))
		length++;
	return length < url.length && url.at[length] == ':' ? length : 0;
}

static int hexadecimal(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/* What decodes to a control character or to no UTF-8 stays as it is. */
static struct text percent_decoded(struct arena *arena, struct text text)
{
	struct text decoded = text_copy(arena, text);
	char *to = memchr(decoded.at, '%', text.length);
	size_t i;

	if (to == NULL)
		return decoded;
	for (i = (size_t)(to - decoded.at); i < text.length; i++) {
		int high = -1;
		int low = -1;

		if (text.at[i] == '%' && text.length - i > 2) {
			high = hexadecimal(text.at[i + 1]);
			low = hexadecimal(text.at[i + 2]);
		}
		if (high < 0 || low < 0) {
			*to++ = text.at[i];
		} else if (high < 2) {
			return text_copy(arena, text);
		} else {
			*to++ = (char)(high * 16 + low);
			i += 2;
		}
	}
	decoded.length = (size_t)(to - decoded.at);
	if (text_malformed(decoded) != TEXT_NONE)
		return text_copy(arena, text);
	return decoded;
}

static struct text normal(struct arena *arena, struct text text)
{
	if (text.length == 0)
		return (struct text){ 0 };
	return unicode_nfc(arena, percent_decoded(arena, text));
}

/* Splits "target#fragment". */
static void read_parts(struct reference *reference, struct arena *arena,
    struct text url)
{
	size_t hash = text_find_char(url, '#', 0);

	if (hash != TEXT_NONE) {
		reference->fragment =
		    normal(arena, text_after(url, hash + 1));
		url = text_slice(url, 0, hash);
	}
	reference->target = normal(arena, url);
}

static enum target_fault read_scheme(struct reference *reference,
    struct arena *arena, struct text *scheme, struct text url, size_t length)
{
	struct text written = text_slice(url, 0, length);
	size_t i;

	reference->kind = REFERENCE_EXTERNAL;
	for (i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (!is_scheme(written, schemes[i].name))
			continue;
		if (schemes[i].kind == REFERENCE_EXTERNAL) {
			reference->target = text_copy(arena, url);
			return reference->is_image ? TARGET_IMAGE : TARGET_FINE;
		}
		if (reference->is_image)
			break;
		reference->kind = schemes[i].kind;
		read_parts(reference, arena, text_after(url, length + 1));
		return TARGET_FINE;
	}
	*scheme = written;
	return TARGET_SCHEME;
}

/* "../fi/name.md" means the article "name", wherever it lies; its language
 * is the reader's. */
static void read_article(struct reference *reference)
{
	struct text name = reference->target;
	const char *slash = memrchr(name.at, '/', name.length);

	if (slash != NULL)
		name = text_after(name, (size_t)(slash - name.at) + 1);
	if (name.length <= 3)
		return;
	reference->kind = REFERENCE_ARTICLE;
	reference->target = text_slice(name, 0, name.length - 3);
}

enum target_fault target_read(struct reference *reference,
    struct arena *arena, struct text *scheme, const char *url)
{
	struct text text = text_from(url);
	size_t length = scheme_length(text);

	if (length > 0)
		return read_scheme(reference, arena, scheme, text, length);
	if (text_starts(text, TEXT("//"))) {
		reference->kind = REFERENCE_EXTERNAL;
		reference->target = text_copy(arena, text);
		return reference->is_image ? TARGET_IMAGE : TARGET_FINE;
	}
	read_parts(reference, arena, text);
	reference->kind = REFERENCE_FILE;
	if (!reference->is_image) {
		if (text_is_empty(reference->target))
			reference->kind = REFERENCE_ANCHOR;
		else if (text_ends(reference->target, TEXT(".md")))
			read_article(reference);
	}
	return TARGET_FINE;
}
