#include "read/picture_formats.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include <libxml/xmlreader.h>

#define SVG "http://www.w3.org/2000/svg"

/* CSS, "Absolute lengths"; em and ex are of the initial font of 16 px. */
static const struct {
	const char *name;
	double pixels;
} units[] = {
	{ "", 1 }, { "px", 1 }, { "pt", 96 / 72. }, { "pc", 16 },
	{ "in", 96 }, { "cm", 96 / 2.54 }, { "mm", 96 / 25.4 },
	{ "q", 96 / 101.6 }, { "em", 16 }, { "rem", 16 }, { "ex", 8 },
};

/* Takes a number off the front, as CSS writes them; the machine's locale has
 * no say. */
static bool cut_number(double *number, struct text *rest)
{
	double value = 0, scale = 1;
	bool any = false, fraction = false;

	for (; rest->length > 0; *rest = text_after(*rest, 1)) {
		char c = rest->at[0];

		if (c == '.' && !fraction) {
			fraction = true;
		} else if (c >= '0' && c <= '9') {
			any = true;
			value = value * 10 + (c - '0');
			if (fraction)
				scale *= 10;
		} else {
			break;
		}
	}
	*number = value / scale;
	return any;
}

static bool is_unit(struct text text, const char *name)
{
	size_t i;

	for (i = 0; i < text.length && name[i] != '\0'; i++)
		if ((text.at[i] | 0x20) != name[i])
			return false;
	return i == text.length && name[i] == '\0';
}

/* A length in pixels; -1 if there is none, or only a part of what is around
 * the image. */
static double read_length(const xmlChar *value)
{
	struct text rest = text_trim(text_from((const char *)value));
	double number;
	size_t i;

	if (value == NULL || !cut_number(&number, &rest))
		return -1;
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (is_unit(rest, units[i].name))
			return number * units[i].pixels;
	return -1;
}

/* The width and height of "min-x min-y width height". */
static bool read_box(double size[2], const xmlChar *value)
{
	struct text rest = text_from((const char *)value);
	double numbers[4];
	size_t i;

	for (i = 0; i < 4; i++) {
		while (rest.length > 0 &&
		    strchr(" \t\r\n,-+", rest.at[0]) != NULL)
			rest = text_after(rest, 1);
		if (!cut_number(&numbers[i], &rest))
			return false;
	}
	if (numbers[2] <= 0 || numbers[3] <= 0)
		return false;
	size[0] = numbers[2];
	size[1] = numbers[3];
	return true;
}

static size_t whole(double pixels)
{
	if (pixels <= 0)
		return 0;
	if (pixels < 1)
		return 1;
	return pixels < INT_MAX ? (size_t)lround(pixels) : INT_MAX;
}

static void measure(struct picture *picture, xmlTextReaderPtr reader)
{
	xmlChar *width = xmlTextReaderGetAttribute(reader, BAD_CAST "width");
	xmlChar *height = xmlTextReaderGetAttribute(reader, BAD_CAST "height");
	xmlChar *box = xmlTextReaderGetAttribute(reader, BAD_CAST "viewBox");
	double wide = read_length(width), high = read_length(height);
	double size[2] = { 300, 150 };

	if (read_box(size, box)) {
		if (wide >= 0 && high < 0)
			high = wide * size[1] / size[0];
		else if (high >= 0 && wide < 0)
			wide = high * size[0] / size[1];
	}
	picture->width = whole(wide < 0 ? size[0] : wide);
	picture->height = whole(high < 0 ? size[1] : high);
	xmlFree(width);
	xmlFree(height);
	xmlFree(box);
}

static bool is_svg(xmlTextReaderPtr reader)
{
	return xmlStrEqual(xmlTextReaderConstLocalName(reader),
		   BAD_CAST "svg") != 0 &&
	    xmlStrEqual(xmlTextReaderConstNamespaceUri(reader),
		BAD_CAST SVG) != 0;
}

/* Reads to the end; true if the root was SVG and all was well-formed. */
static bool read_all(struct picture *picture, struct text *reason,
    struct arena *arena, xmlTextReaderPtr reader)
{
	bool measured = false;
	int state = xmlTextReaderRead(reader);

	for (; state == 1; state = xmlTextReaderRead(reader)) {
		if (measured ||
		    xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
			continue;
		if (!is_svg(reader)) {
			*reason = TEXT("SVG: it must begin with "
				       "<svg xmlns=\"" SVG "\">");
			return false;
		}
		measure(picture, reader);
		measured = true;
	}
	*reason = text_format(arena, "SVG: line %d is not well-formed XML",
	    xmlTextReaderGetParserLineNumber(reader));
	return measured && state == 0;
}

bool picture_svg(struct picture *picture, struct text *reason,
    struct arena *arena, struct text bytes)
{
	xmlTextReaderPtr reader;
	bool done;

	*reason = TEXT("SVG: it is too large");
	if (bytes.length > INT_MAX)
		return false;
	reader = xmlReaderForMemory(bytes.at, (int)bytes.length, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (reader == NULL)
		return false;
	done = read_all(picture, reason, arena, reader);
	xmlFreeTextReader(reader);
	return done;
}
