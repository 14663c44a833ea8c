#include "search/pack.h"

#include "base/hash.h"
#include "base/list.h"
#include "search/engine.h"
#include "search/leb.h"

enum {
	SMALL = 64 * 1024,       /* below it, an index is one file */
	PRINCIPLES = 16 * 1024   /* of a file with several such parts */
};

size_t pack_target(size_t total, size_t least, size_t most)
{
	return total / most > least ? total / most : least;
}

struct pack_part *pack_part_add(struct pack_parts *parts,
    struct arena *arena, uint32_t kind, struct buffer *buffer)
{
	struct pack_part *part = list_add(arena, parts);

	part->kind = kind;
	part->bytes = buffer_copy(buffer, arena);
	buffer_clear(buffer);
	return part;
}

static void string_add(struct buffer *buffer, struct text text)
{
	leb_add(buffer, (uint32_t)text.length);
	buffer_add(buffer, text);
}

static void part_add(struct buffer *buffer, const struct pack_part *part)
{
	buffer_add_char(buffer, (char)part->kind);
	leb_add(buffer, part->number);
	string_add(buffer, part->bytes);
}

static void strings_add(struct buffer *buffer, const struct text *items,
    size_t count)
{
	size_t i;

	leb_add(buffer, (uint32_t)count);
	for (i = 0; i < count; i++)
		string_add(buffer, items[i]);
}

static void letters_add(struct buffer *buffer, const uint16_t *items,
    size_t count)
{
	uint32_t last = 0;
	size_t i;

	leb_add(buffer, (uint32_t)count);
	for (i = 0; i < count; i++) {
		leb_add(buffer, items[i] - last);
		last = items[i];
	}
}

/* Where the parts of one kind are. */
static void places_add(struct buffer *buffer, const struct pack_parts *parts,
    enum index_part kind)
{
	uint32_t count = 0, last = 0;
	size_t i;

	for (i = 0; i < parts->count; i++)
		count += parts->items[i].kind == kind;
	leb_add(buffer, count);
	for (i = 0; i < parts->count; i++) {
		const struct pack_part *part = &parts->items[i];

		if (part->kind != kind)
			continue;
		if (kind == INDEX_WORDS)
			string_add(buffer, part->first_word);
		if (kind == INDEX_POSTINGS || kind == INDEX_RESULTS)
			leb_add(buffer, part->first - last);
		leb_add(buffer, part->file);
		last = part->first;
	}
}

static void header_add(struct buffer *buffer,
    const struct pack_source *source, const struct pack_parts *parts)
{
	const struct collection *collection = source->collection;
	const struct letters *letters = &source->arrangement->letters;
	const struct endings *endings = source->endings;
	const struct language *language =
	    collection->lexicon.languages[0].language;
	size_t i;

	buffer_add_string(buffer, "opas");
	buffer_add_char(buffer, INDEX_VERSION);
	leb_add(buffer, language->fold);
	leb_add(buffer, language->rules != NULL ? language->rules->stem : 3);
	leb_add(buffer, (uint32_t)collection->count);
	leb_add(buffer, (uint32_t)collection->hub_count);
	leb_add(buffer, source->arrangement->class_count);
	letters_add(buffer, letters->common, letters->common_count);
	letters_add(buffer, letters->rare, letters->rare_count);
	strings_add(buffer, endings->suffixes, endings->suffix_count);
	strings_add(buffer, endings->prefixes, endings->prefix_count);
	leb_add(buffer, (uint32_t)endings->alternation_count);
	for (i = 0; i < endings->alternation_count; i++) {
		string_add(buffer, endings->alternations[i][0]);
		string_add(buffer, endings->alternations[i][1]);
	}
	places_add(buffer, parts, INDEX_WORDS);
	places_add(buffer, parts, INDEX_POSTINGS);
	places_add(buffer, parts, INDEX_RESULTS);
	places_add(buffer, parts, INDEX_PRINCIPLE);
}

/* Numbers the parts of each kind, and says in which file each is. */
static size_t files_assign(struct pack_parts *parts)
{
	uint32_t numbers[INDEX_PRINCIPLE + 1] = { 0 };
	size_t total = 0, room = 0, count = 1, i;

	for (i = 0; i < parts->count; i++)
		total += parts->items[i].bytes.length;
	for (i = 0; i < parts->count; i++) {
		struct pack_part *part = &parts->items[i];
		size_t length = part->bytes.length;

		part->number = numbers[part->kind]++;
		if (total < SMALL)
			continue;
		if (part->kind != INDEX_PRINCIPLE || room < length) {
			count++;
			room = PRINCIPLES;
		}
		room -= room < length ? room : length;
		part->file = (uint32_t)(count - 1);
	}
	return count;
}

static void file_finish(struct pack_file *file, struct arena *arena,
    struct buffer *buffer)
{
	file->bytes = buffer_copy(buffer, arena);
	file->hash = hash_name(arena, hash_bytes(file->bytes));
	buffer_clear(buffer);
}

/* The first file comes last: it names the others. */
static void files_make(struct pack *pack, struct arena *arena,
    const struct pack_source *source, const struct pack_parts *parts)
{
	struct buffer buffer = { 0 }, header = { 0 };
	size_t i = 0, j;

	while (i < parts->count && parts->items[i].file == 0)
		i++;
	for (j = 1; j < pack->file_count; j++) {
		for (; i < parts->count && parts->items[i].file == j; i++)
			part_add(&buffer, &parts->items[i]);
		file_finish(&pack->files[j], arena, &buffer);
	}
	header_add(&header, source, parts);
	leb_add(&header, (uint32_t)(pack->file_count - 1));
	for (j = 1; j < pack->file_count; j++)
		buffer_add(&header, pack->files[j].hash);
	part_add(&buffer, &(struct pack_part){ .kind = INDEX_HEADER,
			      .bytes = buffer_text(&header) });
	for (i = 0; i < parts->count && parts->items[i].file == 0; i++)
		part_add(&buffer, &parts->items[i]);
	file_finish(&pack->files[0], arena, &buffer);
	buffer_release(&header);
	buffer_release(&buffer);
}

void pack_make(struct pack *pack, struct arena *arena,
    const struct pack_source *source)
{
	struct arena scratch = { 0 };
	struct pack_parts parts = { 0 };

	pack_words(&parts, &scratch, source);
	pack_postings(&parts, &scratch, source);
	pack_results(&parts, &scratch, source);
	pack_principles(&parts, &scratch, source);
	pack->file_count = files_assign(&parts);
	pack->files =
	    arena_array(arena, struct pack_file, pack->file_count);
	files_make(pack, arena, source, &parts);
	arena_release(&scratch);
}
