#include "search/indexing.h"

#include "base/workers.h"
#include "search/endings.h"

/* What is only needed to pack an index is gone afterwards. */
static void index_pack(void *context, size_t worker, size_t job)
{
	struct indexing *indexing = context;
	struct arena scratch = { 0 };
	struct classes classes;
	struct arrangement arrangement;
	struct endings endings;
	struct postings postings;
	struct pack_source source = { &indexing->collections[job], &classes,
		&arrangement, &endings, &postings };

	classes_make(&classes, &scratch, source.collection);
	arrange(&arrangement, &scratch, &classes);
	endings_make(&endings, &scratch, &classes, &arrangement);
	postings_make(&postings, &scratch, source.collection, &classes);
	pack_make(&indexing->packs[job], &indexing->workers[worker], &source);
	arena_release(&scratch);
}

void indexing_make(struct indexing *indexing, const struct guide *guide,
    const struct collection_texts *texts, size_t workers)
{
	struct lexicon *lexicons;
	struct hubs hubs;
	size_t count = guide->locale_count, i;

	*indexing = (struct indexing){ .count = count,
		.worker_count = workers };
	indexing->workers =
	    arena_array(&indexing->arena, struct arena, workers);
	indexing->collections =
	    arena_array(&indexing->arena, struct collection, count);
	indexing->packs = arena_array(&indexing->arena, struct pack, count);
	lexicons = arena_array(&indexing->arena, struct lexicon, count);
	hubs_make(&hubs, &indexing->arena, guide);
	for (i = 0; i < count; i++) {
		collection_make(&indexing->collections[i], &indexing->arena,
		    guide, guide->locales[i], &hubs, texts);
		lexicons[i] = indexing->collections[i].lexicon;
	}
	lexicons_analyse(lexicons, count, indexing->workers, workers);
	workers_run(workers, count, index_pack, indexing);
}

void indexing_release(struct indexing *indexing)
{
	size_t i;

	for (i = 0; i < indexing->worker_count; i++)
		arena_release(&indexing->workers[i]);
	arena_release(&indexing->arena);
	*indexing = (struct indexing){ 0 };
}
