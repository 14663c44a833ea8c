#include "render/scan.h"

#include <assert.h>
#include <string.h>

static void scan_past(struct scan *scan, struct text end)
{
	size_t found = text_find(scan->text, end, scan->at);

	assert(found != TEXT_NONE);
	scan->at = found + end.length;
}

size_t scan_tag(struct scan *scan)
{
	for (;;) {
		size_t tag = text_find_char(scan->text, '<', scan->at);
		struct text rest;

		assert(tag != TEXT_NONE && tag + 1 < scan->text.length);
		rest = text_after(scan->text, tag);
		scan->at = tag;
		if (text_starts(rest, TEXT("<!--"))) {
			scan_past(scan, TEXT("-->"));
		} else if (text_starts(rest, TEXT("<![CDATA["))) {
			scan_past(scan, TEXT("]]>"));
		} else if (text_starts(rest, TEXT("<?"))) {
			scan_past(scan, TEXT("?>"));
		} else if (rest.at[1] == '!' || rest.at[1] == '/') {
			scan_past(scan, TEXT(">"));
		} else {
			while (strchr(" \t\r\n/>", scan->text.at[scan->at]) ==
			    NULL)
				scan->at++;
			return tag;
		}
	}
}

static void scan_blanks(struct scan *scan)
{
	while (strchr(" \t\r\n", scan->text.at[scan->at]) != NULL)
		scan->at++;
}

bool scan_attribute(struct scan *scan, struct raw_attribute *raw)
{
	size_t start;
	size_t end;

	scan_blanks(scan);
	start = scan->at;
	if (strchr("/>", scan->text.at[start]) != NULL)
		return false;
	end = start;
	while (strchr(" \t\r\n=", scan->text.at[end]) == NULL)
		end++;
	raw->name = text_slice(scan->text, start, end - start);
	scan->at = end;
	scan_past(scan, TEXT("="));
	scan_blanks(scan);
	start = scan->at + 1;
	end = text_find_char(scan->text, scan->text.at[scan->at], start);
	assert(end != TEXT_NONE);
	raw->value = text_slice(scan->text, start, end - start);
	scan->at = end + 1;
	return true;
}
