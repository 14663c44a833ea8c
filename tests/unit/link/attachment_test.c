#include "link/attachment.h"

#include "base/file.h"
#include "base/hash.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "guiding.h"
#include "scratch.h"

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' width='6' height='4'/>"

/* A guide with its files on the disk. */
struct shelf {
	struct guiding guiding;
	struct scratch *scratch;
	struct attachments attachments;
};

static int setup(void **state)
{
	struct shelf *shelf = calloc(1, sizeof(*shelf));
	void *scratch = NULL;

	if (shelf == NULL || scratch_setup(&scratch) != 0)
		return 1;
	shelf->scratch = scratch;
	*state = shelf;
	return 0;
}

static int teardown(void **state)
{
	struct shelf *shelf = *state;
	void *scratch = shelf->scratch;

	guiding_again(&shelf->guiding);
	free(shelf);
	return scratch_teardown(&scratch);
}

/* An attachment whose content is these bytes. */
static void put(struct shelf *shelf, const char *path, struct text bytes)
{
	struct arena *arena = &shelf->scratch->arena;
	const char *whole = scratch_path(shelf->scratch,
	    text_format(arena, "content/%s", path).at);
	const char *slash = strrchr(whole, '/');

	assert_true(file_make_folder(text_string(arena,
	    (struct text){ whole, (size_t)(slash - whole) })));
	assert_true(file_replace(whole, bytes));
	guiding_attachment(&shelf->guiding, path);
}

/* Notes what the editions refer to; the name of what is missing is
 * reported. */
static void want_all(struct shelf *shelf)
{
	struct guiding *guiding = &shelf->guiding;
	const struct guide *guide = &guiding->guide;
	size_t i, j, k;

	for (i = 0; i < guide->article_count; i++)
		for (j = 0; j < guide->locale_count; j++) {
			const struct edition *edition =
			    guide->articles[i].editions[j];

			for (k = 0; edition != NULL &&
			     k < edition->document.reference_count;
			     k++)
				assert_true(attachment_want(
				    &shelf->attachments, &guiding->arena,
				    guide, edition,
				    &edition->document.references[k]));
		}
}

static void read_all(struct shelf *shelf, size_t jobs)
{
	struct guiding *guiding = &shelf->guiding;
	size_t i;

	guiding_assemble(guiding);
	for (i = 0; i < guiding->sources.count; i++) {
		struct source_file *file = &guiding->sources.items[i];

		file->source.path = scratch_path(shelf->scratch,
		    text_string(&guiding->arena, file->source.name));
	}
	attachments_open(&shelf->attachments, &guiding->arena,
	    &guiding->sources);
	want_all(shelf);
	attachments_settle(&shelf->attachments);
	attachments_read(&shelf->attachments, &guiding->arena,
	    &guiding->report, jobs);
}

/* The paths of the copies, one a line, with hashes masked and sizes of
 * images behind. */
static const char *copies(struct shelf *shelf)
{
	struct guiding *guiding = &shelf->guiding;
	struct attachment_copy *items;
	struct text list = { 0 };
	size_t count = attachment_copies(&items, &guiding->arena,
	    &shelf->attachments, &guiding->guide);
	size_t i, j, run;

	for (i = 0; i < count; i++) {
		const struct picture *picture = &items[i].attachment->picture;
		char *path = arena_copy(&guiding->arena, items[i].path.at,
		    items[i].path.length);

		for (j = run = 0; j < items[i].path.length; j++) {
			run = strchr("0123456789abcdef", path[j]) != NULL
			    ? run + 1
			    : 0;
			if (run == 10)
				memset(path + j - 9, '#', 10);
		}
		list = text_format(&guiding->arena, "%.*s%.*s %zux%zu\n",
		    TEXT_ARGUMENTS(list), (int)items[i].path.length, path,
		    picture->width, picture->height);
	}
	return text_string(&guiding->arena, list);
}

static void each_language_gets_its_copies(void **state)
{
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;

	guiding_locales(guiding, "fi tr");
	put(shelf, "shared/a.svg", TEXT(SVG));
	put(shelf, "shared/a.fi.svg", TEXT(SVG " "));
	put(shelf, "shared/b.pdf", TEXT("b"));
	put(shelf, "fi/c.pdf", TEXT("c"));
	put(shelf, "fi/unused.pdf", TEXT("d"));
	guiding_file(guiding, "fi/x.md",
	    "---\ntitle: X\n---\n![x](../shared/a.svg) [x](../shared/b.pdf) "
	    "[x](c.pdf)\n");
	guiding_file(guiding, "tr/x.md",
	    "---\ntitle: X\ntranslated-from: fi\n---\n![x](../shared/a.svg) "
	    "[x](../shared/b.pdf)\n");
	read_all(shelf, 2);
	assert_reported("");
	assert_string_equal(copies(shelf),
	    "fi/c.##########.pdf 0x0\n"
	    "fi/a-fi.##########.svg 6x4\n"
	    "tr/a.##########.svg 6x4\n"
	    "fi/b.##########.pdf 0x0\n"
	    "tr/b.##########.pdf 0x0\n");
}

static void names_in_two_folders_do_not_clash(void **state)
{
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;

	guiding_locales(guiding, "fi");
	put(shelf, "fi/a/form.pdf", TEXT("first"));
	put(shelf, "fi/b/form.pdf", TEXT("second"));
	put(shelf, "fi/c/FORM.PDF", TEXT("first"));
	guiding_file(guiding, "fi/x.md",
	    "---\ntitle: X\n---\n[x](a/form.pdf) [x](b/form.pdf) "
	    "[x](c/FORM.PDF)\n");
	read_all(shelf, 1);
	assert_reported("");
	/* The third holds what the first does, under the same name. */
	assert_string_equal(copies(shelf),
	    "fi/form.##########.pdf 0x0\n"
	    "fi/form.##########.pdf 0x0\n");
	assert_false(text_equal(shelf->attachments.items[0]->name,
	    shelf->attachments.items[1]->name));
	assert_true(text_equal(shelf->attachments.items[0]->name,
	    shelf->attachments.items[2]->name));
}

/* An article with a link to a file, each byte of its name encoded. */
static const char *linking(struct guiding *guiding, struct text name)
{
	struct text link = { 0 };
	size_t i;

	for (i = 0; i < name.length; i++)
		link = text_format(&guiding->arena, "%.*s%%%02X",
		    TEXT_ARGUMENTS(link), (unsigned char)name.at[i]);
	return text_format(&guiding->arena,
	    "---\ntitle: X\n---\n[x](%.*s)\n", TEXT_ARGUMENTS(link))
	    .at;
}

static void copies_have_names_that_every_system_takes(void **state)
{
	static const struct {
		const char *file, *copy;
	} rows[] = {
		{ "form.pdf", "form.%s.pdf" },
		{ "form.tar.gz", "form-tar.%s.gz" },
		{ "LICENSE", "license.%s" },
		{ "a.", "a.%s" },
		{ "Lomake ä (uusi).PDF", "lomake-ä-uusi.%s.pdf" },
		{ "a\u0308.pdf", "ä.%s.pdf" },
		{ "한글 양식.pdf", "한글-양식.%s.pdf" },
		{ "a?b#c%d:e*f|g\"h\\i<j>k&l'm", "a-b-c-d-e-f-g-h-i-j-k-l-m.%s" },
		{ "version 1.2 draft", "version-1-2-draft.%s" },
		{ "CON.txt", "con-.%s.txt" },
		{ "com1.txt", "com1-.%s.txt" },
		{ "†.pdf", "file.%s.pdf" },
		{ "x.longerthanten", "x-longerthanten.%s" },
		{ "a\u202Eb.pdf", "a-b.%s.pdf" },
	};
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		shelf->attachments = (struct attachments){ 0 };
		guiding_locales(guiding, "fi");
		put(shelf,
		    text_format(&guiding->arena, "fi/%s", rows[i].file).at,
		    TEXT("x"));
		guiding_file(guiding, "fi/x.md",
		    linking(guiding, text_from(rows[i].file)));
		read_all(shelf, 1);
		assert_reported("");
		assert_is(shelf->attachments.items[0]->name,
		    text_format(&guiding->arena, rows[i].copy,
			hash_name(&guiding->arena, hash_bytes(TEXT("x"))).at)
			.at);
		guiding_again(guiding);
	}
}

static void long_names_are_cut_between_letters(void **state)
{
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;
	struct text long_name = { 0 };
	size_t i;

	for (i = 0; i < 60; i++)
		long_name = text_format(&shelf->scratch->arena, "%.*s한",
		    TEXT_ARGUMENTS(long_name));
	guiding_locales(guiding, "fi");
	put(shelf,
	    text_format(&shelf->scratch->arena, "fi/%.*s.pdf",
		TEXT_ARGUMENTS(long_name)).at,
	    TEXT("x"));
	guiding_file(guiding, "fi/x.md",
	    text_format(&shelf->scratch->arena,
		"---\ntitle: X\n---\n[x](%.*s.pdf)\n",
		TEXT_ARGUMENTS(long_name)).at);
	read_all(shelf, 1);
	assert_reported("");
	assert_int_equal(
	    shelf->attachments.items[0]->name.length, 78 + 11 + 4);
	assert_int_equal(
	    text_malformed(shelf->attachments.items[0]->name), TEXT_NONE);
}

static void images_that_nobody_can_see_are_reported_where_they_are(
    void **state)
{
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;

	guiding_locales(guiding, "fi tr");
	put(shelf, "fi/empty.png", (struct text){ 0 });
	put(shelf, "fi/text.png", TEXT("Hello"));
	put(shelf, "fi/huge.svg",
	    TEXT("<svg xmlns='http://www.w3.org/2000/svg' width='20000' "
		 "height='4'/>"));
	guiding_file(guiding, "fi/x.md",
	    "---\ntitle: X\n---\n[x](text.png) ![x](empty.png)\n"
	    "![x](text.png) ![x](huge.svg) ![x](text.png)\n");
	read_all(shelf, 2);
	assert_reported(
	    "content/fi/x.md:4:20: error: content/fi/empty.png cannot be "
	    "shown as an image: the file is empty [image-damaged]\n"
	    "content/fi/x.md:5:6: error: content/fi/text.png cannot be shown "
	    "as an image: its content is not PNG, JPEG, GIF, WebP or SVG "
	    "[image-damaged]\n"
	    "content/fi/x.md:5:21: warning: content/fi/huge.svg has 20000 x 4 "
	    "pixels, which some devices do not show; make it smaller "
	    "[image-huge]\n");
}

static void linked_images_need_not_be_shown(void **state)
{
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;

	guiding_locales(guiding, "fi");
	put(shelf, "fi/text.png", TEXT("Hello"));
	guiding_file(guiding, "fi/x.md",
	    "---\ntitle: X\n---\n[x](text.png)\n");
	read_all(shelf, 1);
	assert_reported("");
}

static void unreadable_files_are_reported(void **state)
{
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;

	guiding_locales(guiding, "fi");
	guiding_attachment(guiding, "fi/a.png");
	guiding_attachment(guiding, "fi/b.pdf");
	guiding_file(guiding, "fi/x.md",
	    "---\ntitle: X\n---\n![x](a.png) [x](b.pdf)\n");
	read_all(shelf, 1);
	assert_reported(
	    "content/fi/a.png: error: this file cannot be read: No such file "
	    "or directory [file-unreadable]\n"
	    "content/fi/b.pdf: error: this file cannot be read: No such file "
	    "or directory [file-unreadable]\n");
}

static void what_was_meant_is_suggested(void **state)
{
	static const struct {
		const char *target, *near;
	} rows[] = {
		{ "from.pdf", "form.pdf" },
		{ "FORM.pdf", "form.pdf" },
		{ "hand.png", "../shared/hand.png" },
		{ "../images/Hand.PNG", "../shared/hand.png" },
		{ "../share/hnad.png", "../shared/hand.png" },
		{ "other.txt", "" },
	};
	struct shelf *shelf = *state;
	struct guiding *guiding = &shelf->guiding;
	size_t i;

	guiding_locales(guiding, "fi");
	guiding_attachment(guiding, "fi/form.pdf");
	guiding_attachment(guiding, "shared/hand.png");
	guiding_file(guiding, "fi/x.md", "---\ntitle: X\n---\n");
	guiding_assemble(guiding);
	attachments_open(&shelf->attachments, &guiding->arena,
	    &guiding->sources);
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct reference reference = {
			.target = text_from(rows[i].target)
		};

		assert_is(attachment_nearest(&shelf->attachments,
			      &guiding->arena,
			      guiding_edition(guiding, "x", "fi"),
			      &reference),
		    rows[i].near);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_language_gets_its_copies),
		TEST(names_in_two_folders_do_not_clash),
		TEST(copies_have_names_that_every_system_takes),
		TEST(long_names_are_cut_between_letters),
		TEST(images_that_nobody_can_see_are_reported_where_they_are),
		TEST(linked_images_need_not_be_shown),
		TEST(unreadable_files_are_reported),
		TEST(what_was_meant_is_suggested),
	};

	return cmocka_run_group_tests_name(
	    "link/attachment", tests, NULL, NULL);
}
