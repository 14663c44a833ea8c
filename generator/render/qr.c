#include "render/qr.h"

#include <qrencode.h>

enum { QUIET = 4 }; /* modules around the code */

/* A row's dark runs, each one rectangle of a path. */
static void add_row(struct buffer *out, const unsigned char *row,
    size_t width, size_t y)
{
	size_t x = 0, end;

	while (x < width) {
		for (end = x; end < width && (row[end] & 1) != 0; end++)
			;
		if (end > x)
			buffer_format(out, "M%zu %zuh%zuv1h-%zuz", x + QUIET,
			    y + QUIET, end - x, end - x);
		x = end + 1;
	}
}

size_t qr_add(struct buffer *out, struct text address)
{
	QRcode *code;
	size_t width, y;

	if (address.length == 0 || address.length > 2000)
		return 0;
	code = QRcode_encodeData((int)address.length,
	    (const unsigned char *)address.at, 0, QR_ECLEVEL_M);
	if (code == NULL)
		return 0;
	width = (size_t)code->width;
	buffer_format(out,
	    "<svg class=\"qr\" viewBox=\"0 0 %zu %zu\" aria-hidden=\"true\" "
	    "shape-rendering=\"crispEdges\"><path d=\"",
	    width + 2 * QUIET, width + 2 * QUIET);
	for (y = 0; y < width; y++)
		add_row(out, code->data + y * width, width, y);
	buffer_add_string(out, "\"/></svg>");
	QRcode_free(code);
	return width;
}
