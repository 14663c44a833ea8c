/*
 * What kinds of messages are called in the comments that translators read,
 * "Paragraph listen.3", from which pairing knows them again.
 */
#ifndef MODEL_MESSAGE_KIND_H
#define MODEL_MESSAGE_KIND_H

#include "parse/message.h"

/* "Paragraph", "List item". */
const char *message_kind_name(enum message_kind kind);

/* The kind that the first line of extracted comments names; false if it names
 * none. */
bool message_kind_of(enum message_kind *kind, struct text extracted);

#endif
