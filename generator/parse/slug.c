#include "parse/slug.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <string.h>

struct text slug_from(struct arena *arena, struct text title,
    const char *language)
{
	struct text lower = unicode_nfc(arena,
	    unicode_lower(arena, title, language));
	char *slug = arena_alloc(arena, lower.length + 1);
	size_t length = 0;
	size_t offset = 0;

	while (offset < lower.length) {
		size_t start = offset;
		uint32_t code = text_decode(lower, &offset);

		if (code == ' ' || code == '-' || code == '\t' ||
		    code == 0xA0) {
			if (length > 0 && slug[length - 1] != '-')
				slug[length++] = '-';
		} else if (code == '_' || unicode_is_word(code)) {
			memcpy(slug + length, lower.at + start, offset - start);
			length += offset - start;
		}
	}
	if (length > 0 && slug[length - 1] == '-')
		length--;
	if (length == 0)
		return TEXT("section");
	return (struct text){ slug, length };
}
