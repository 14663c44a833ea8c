/*
 * QR codes of addresses, as drawings for the page.  The only home of
 * libqrencode.
 */
#ifndef RENDER_QR_H
#define RENDER_QR_H

#include "base/buffer.h"

/*
 * Adds an <svg class="qr"> of the code, with error correction M: 15 per cent
 * of it may be dirty.  One unit is a module; the quiet zone of four modules
 * (ISO 18004) is a part of the drawing.  Returns the number of modules of a
 * side without it; 0, and adds nothing, if the address is too long.
 */
size_t qr_add(struct buffer *out, struct text address);

#endif
