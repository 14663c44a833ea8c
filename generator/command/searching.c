#include "command/searching.h"

#include "base/hash.h"
#include "base/workers.h"
#include "search/indexing.h"
#include "search/proof.h"
#include "search/wasm.h"
#include "write/compress.h"

/* Sections that a build tries. */
enum { SAMPLES = 500 };

static void files_name(struct searching *searching, struct arena *arena,
    struct assets *assets, const struct guide *guide, size_t locale)
{
	const struct pack *pack = &searching->indexing->packs[locale];
	struct text tag = guide->locales[locale]->tag;
	size_t i;

	for (i = 0; i < pack->file_count; i++) {
		struct searching_file *file =
		    &searching->files[searching->file_count++];
		struct text name = i == 0 ? TEXT("index")
					  : text_format(arena, "%zu", i);

		file->hash = pack->files[i].hash;
		file->bytes = pack->files[i].bytes;
		file->path = text_format(arena, "%.*s/search/%.*s.%.*s.js",
		    TEXT_ARGUMENTS(tag), TEXT_ARGUMENTS(name),
		    TEXT_ARGUMENTS(file->hash));
		if (i == 0)
			assets->search_indexes[locale] = file->path;
	}
}

static void engine_name(struct searching *searching, struct arena *arena,
    struct assets *assets)
{
	struct searching_file *file =
	    &searching->files[searching->file_count++];

	file->bytes = (struct text){ (const char *)engine_wasm,
		engine_wasm_length };
	file->hash = hash_name(arena, hash_bytes(file->bytes));
	file->path = text_format(arena, "assets/engine.%.*s.js",
	    TEXT_ARGUMENTS(file->hash));
	assets->engine = file->path;
}

void searching_make(struct searching *searching, struct arena *arena,
    struct assets *assets, const struct load *load, size_t jobs)
{
	const struct guide *guide = &load->guide;
	const struct collection_texts texts = { load->terms,
		load->worker_count };
	size_t count = 1, i;

	if (load->terms == NULL)
		return;
	searching->indexing = arena_new(arena, struct indexing);
	indexing_make(searching->indexing, guide, &texts, jobs);
	for (i = 0; i < searching->indexing->count; i++)
		count += searching->indexing->packs[i].file_count;
	searching->files = arena_array(arena, struct searching_file, count);
	for (i = 0; i < searching->indexing->count; i++)
		files_name(searching, arena, assets, guide, i);
	engine_name(searching, arena, assets);
}

void searching_prove(const struct searching *searching, struct report *report,
    bool all, size_t jobs)
{
	if (searching->file_count > 0)
		proof_run(searching->indexing, report, all ? 0 : SAMPLES,
		    jobs);
}

struct writing {
	const struct searching *searching;
	struct output *output;
	struct arena *scratch; /* by worker */
};

static void file_write(void *context, size_t worker, size_t job)
{
	const struct writing *writing = context;
	const struct searching_file *file = &writing->searching->files[job];
	struct arena *scratch = &writing->scratch[worker];

	(void)output_write(writing->output, file->path,
	    compress_script(scratch, file->hash, file->bytes));
	arena_reset(scratch);
}

void searching_write(const struct searching *searching,
    struct output *output, size_t jobs)
{
	struct arena arena = { 0 };
	struct writing writing = { searching, output,
		arena_array(&arena, struct arena, jobs) };
	size_t i;

	workers_run(jobs, searching->file_count, file_write, &writing);
	for (i = 0; i < jobs; i++)
		arena_release(&writing.scratch[i]);
	arena_release(&arena);
}

void searching_release(struct searching *searching)
{
	if (searching->indexing != NULL)
		indexing_release(searching->indexing);
	*searching = (struct searching){ 0 };
}
