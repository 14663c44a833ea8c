#include "read/id.h"

/* Microsoft, "Naming Files, Paths, and Namespaces". */
bool id_device(struct text id)
{
	static const char *const devices[] = { "con", "prn", "aux", "nul" };
	size_t i;

	for (i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (text_equal_string(id, devices[i]))
			return true;
	return id.length == 4 && id.at[3] >= '1' && id.at[3] <= '9' &&
	    (text_starts(id, TEXT("com")) || text_starts(id, TEXT("lpt")));
}

static bool is_id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool id_portable(struct text id)
{
	size_t i;

	if (id.length == 0 || id.length > ID_LONGEST)
		return false;
	for (i = 0; i < id.length; i++)
		if (!is_id_char(id.at[i]))
			return false;
	return !id_device(id);
}

bool id_reserved(struct text id)
{
	static const char *const reserved[] = { "ui", "guide", "opas", "index",
		"search", "404", "principles", "handouts", "tags", "a-z",
		"translations", "compare" };
	size_t i;

	for (i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (text_equal_string(id, reserved[i]))
			return true;
	return false;
}

struct text id_suggestion(struct arena *arena, struct text name)
{
	char *bytes = arena_alloc(arena, name.length + 1);
	struct text id = { bytes, 0 };
	size_t i;

	for (i = 0; i < name.length && id.length < ID_LONGEST; i++) {
		char c = name.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (!is_id_char(c))
			c = '-';
		if (c != '-' || (id.length > 0 && bytes[id.length - 1] != '-'))
			bytes[id.length++] = c;
	}
	if (id.length > 0 && bytes[id.length - 1] == '-')
		id.length--;
	bytes[id.length] = '\0';
	return id_portable(id) ? id : (struct text){ 0 };
}

bool id_check(struct report *report, struct place place, struct text id)
{
	struct arena arena = { 0 };

	if (id_portable(id))
		return true;
	report_add(report, MESSAGE_ID_UNPORTABLE, place, id,
	    id_suggestion(&arena, id));
	arena_release(&arena);
	return false;
}
