/* The dictionary and the postings of an index. */
#include "search/pack.h"

#include "base/arena.h"
#include "search/engine.h"
#include "search/leb.h"

enum {
	WORDS = 8 * 1024, /* bytes of a block, and how many blocks at most */
	WORDS_MOST = 20,
	POSTINGS = 8 * 1024,
	POSTINGS_MOST = 92
};

struct words {
	const struct pack_source *source;
	struct buffer buffer;
	struct text last;    /* word of the block, empty before the first */
	uint32_t last_class; /* of the reference before */
};

static uint32_t zigzag(uint32_t to, uint32_t from)
{
	return to >= from ? (to - from) * 2 : (from - to) * 2 - 1;
}

/* log2 of the sections that have any of the forms, at most. */
static uint32_t level_of(const struct classes *classes,
    const uint32_t *forms, size_t count)
{
	uint32_t sections = 0, level = 0;
	size_t i;

	for (i = 0; i < count; i++)
		if (classes->forms.items[forms[i]].sections > sections)
			sections = classes->forms.items[forms[i]].sections;
	while (sections > 1 && level < 15) {
		sections /= 2;
		level++;
	}
	return level;
}

/* A word, which several forms of different classes share. */
static void word_add(struct words *words, const uint32_t *forms, size_t count)
{
	const struct classes *classes = words->source->classes;
	struct text word = classes->forms.items[forms[0]].bytes;
	size_t shared = 0, i;

	while (shared < words->last.length && shared < word.length &&
	    word.at[shared] == words->last.at[shared])
		shared++;
	leb_add(&words->buffer, (uint32_t)shared);
	leb_add(&words->buffer, (uint32_t)(word.length - shared));
	buffer_add(&words->buffer, text_after(word, shared));
	leb_add(&words->buffer,
	    (uint32_t)count * 16 + level_of(classes, forms, count));
	for (i = 0; i < count; i++) {
		const struct form *form = &classes->forms.items[forms[i]];
		uint32_t class = classes->classes.items[form->class].number;

		leb_add(&words->buffer, zigzag(class, words->last_class));
		leb_add(&words->buffer, form->ordinal);
		if (count > 1)
			buffer_add_char(
			    &words->buffer, (char)form->signature);
		words->last_class = class;
	}
	words->last = word;
}

static size_t words_size(const struct pack_source *source)
{
	const struct arrangement *arrangement = source->arrangement;
	size_t size = 0, i;

	/* About: half of a word is as in the one before. */
	for (i = 0; i < arrangement->form_count; i++)
		size += 4 +
		    source->classes->forms.items[arrangement->forms[i]]
			    .bytes.length /
			2;
	return size;
}

void pack_words(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source)
{
	const struct arrangement *arrangement = source->arrangement;
	const struct form *forms = source->classes->forms.items;
	size_t target = pack_target(words_size(source), WORDS, WORDS_MOST);
	struct words words = { .source = source };
	struct text first = { 0 };
	size_t at = 0;

	while (at < arrangement->form_count) {
		const uint32_t *same = arrangement->forms + at;
		struct text word = forms[*same].bytes;
		size_t count = 1;

		while (at + count < arrangement->form_count &&
		    text_equal(forms[same[count]].bytes, word))
			count++;
		if (words.last.length == 0)
			first = word;
		word_add(&words, same, count);
		at += count;
		if (words.buffer.length >= target ||
		    at == arrangement->form_count) {
			pack_part_add(
			    parts, arena, INDEX_WORDS, &words.buffer)
			    ->first_word = first;
			words.last = (struct text){ 0 };
			words.last_class = 0;
		}
	}
	buffer_release(&words.buffer);
}

/* A shard under way: its classes and, behind them, those of a group. */
struct shard {
	struct buffer bytes, group;
	uint32_t first, count; /* classes of the shard */
	uint32_t group_count;  /* of the group */
	uint32_t *lengths;     /* by class of the index */
	const struct pack_source *source;
};

static void shard_end(struct shard *shard, struct pack_parts *parts,
    struct arena *arena)
{
	const struct pack_source *source = shard->source;
	struct buffer part = { 0 };
	uint32_t i;

	if (shard->count == 0)
		return;
	leb_add(&part, shard->count);
	for (i = shard->first; i < shard->first + shard->count; i++)
		leb_add(&part,
		    shard->lengths[i] * 2 +
			source->classes->classes
			    .items[source->arrangement->classes[i]]
			    .continues);
	buffer_add(&part, buffer_text(&shard->bytes));
	pack_part_add(parts, arena, INDEX_POSTINGS, &part)->first =
	    shard->first;
	buffer_release(&part);
	buffer_clear(&shard->bytes);
	shard->first += shard->count;
	shard->count = 0;
}

static void group_end(struct shard *shard, struct pack_parts *parts,
    struct arena *arena, size_t target)
{
	if (shard->bytes.length > 0 &&
	    shard->bytes.length + shard->group.length > target)
		shard_end(shard, parts, arena);
	buffer_add(&shard->bytes, buffer_text(&shard->group));
	buffer_clear(&shard->group);
	shard->count += shard->group_count;
	shard->group_count = 0;
}

void pack_postings(struct pack_parts *parts, struct arena *arena,
    const struct pack_source *source)
{
	const struct arrangement *arrangement = source->arrangement;
	const struct classes *classes = source->classes;
	size_t total = source->postings->starts[classes->classes.count];
	/* About three bytes each. */
	size_t target = pack_target(total * 3, POSTINGS, POSTINGS_MOST);
	struct shard shard = { .source = source };
	uint32_t i;

	shard.lengths =
	    arena_array(arena, uint32_t, arrangement->class_count);
	for (i = 0; i < arrangement->class_count; i++) {
		uint32_t class = arrangement->classes[i];
		size_t before;

		if (!classes->classes.items[class].continues)
			group_end(&shard, parts, arena, target);
		before = shard.group.length;
		postings_pack(&shard.group, source->postings, class);
		shard.lengths[i] = (uint32_t)(shard.group.length - before);
		shard.group_count++;
	}
	group_end(&shard, parts, arena, target);
	shard_end(&shard, parts, arena);
	buffer_release(&shard.bytes);
	buffer_release(&shard.group);
}
