#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"

#include "base/hash.h"
#include "scratch.h"

#include <errno.h>
#include <sys/resource.h>

static void read_gives_every_byte(void **state)
{
	struct scratch *scratch = *state;
	const char *path = scratch_path(scratch, "read");
	struct buffer buffer = { 0 };
	struct text bytes;
	size_t i;

	for (i = 0; i < 200000; i++)
		buffer_add_char(&buffer, (char)(i * 7));
	assert_true(file_replace(path, buffer_text(&buffer)));
	assert_true(file_read(&bytes, &scratch->arena, path));
	assert_true(text_equal(bytes, buffer_text(&buffer)));
	buffer_release(&buffer);
}

static void read_of_an_empty_file_is_empty(void **state)
{
	struct scratch *scratch = *state;
	struct text bytes = TEXT("old");

	scratch_write(scratch, "empty", "");
	assert_true(file_read(&bytes, &scratch->arena,
	    scratch_path(scratch, "empty")));
	assert_int_equal(bytes.length, 0);
}

static void read_does_not_trust_the_size(void **state)
{
	struct scratch *scratch = *state;
	struct text bytes;

	/* Its size is 0 for stat. */
	assert_true(
	    file_read(&bytes, &scratch->arena, "/proc/self/mountinfo"));
	assert_true(bytes.length > 10);
	assert_int_equal(bytes.at[bytes.length - 1], '\n');
}

static void read_refuses_what_is_no_file(void **state)
{
	struct scratch *scratch = *state;
	const char *pipe = scratch_path(scratch, "pipe");
	struct text bytes = TEXT("old");

	assert_int_equal(mkfifo(pipe, 0600), 0);
	assert_false(file_read(&bytes, &scratch->arena, pipe));
	assert_false(file_read(&bytes, &scratch->arena, scratch->folder));
	assert_int_equal(errno, EISDIR);
	assert_false(file_read(&bytes, &scratch->arena,
	    scratch_path(scratch, "none")));
	assert_int_equal(errno, ENOENT);
	assert_true(text_equal_string(bytes, "old"));
}

static void replace_creates_and_replaces(void **state)
{
	struct scratch *scratch = *state;
	const char *path = scratch_path(scratch, "replaced");

	assert_true(file_replace(path, TEXT("first, longer")));
	assert_string_equal(scratch_read(scratch, "replaced"),
	    "first, longer");
	assert_true(file_replace(path, TEXT("second")));
	assert_string_equal(scratch_read(scratch, "replaced"), "second");
	assert_true(file_replace(path, (struct text){ 0 }));
	assert_string_equal(scratch_read(scratch, "replaced"), "");
	assert_false(file_exists(scratch_path(scratch, "replaced.opas-new")));
}

static void replace_leaves_open_readers_the_old_bytes(void **state)
{
	struct scratch *scratch = *state;
	const char *path = scratch_path(scratch, "open");
	char bytes[4] = "";
	FILE *stream;

	scratch_write(scratch, "open", "old");
	stream = fopen(path, "r");
	assert_non_null(stream);
	assert_true(file_replace(path, TEXT("new")));
	assert_int_equal(fread(bytes, 1, 3, stream), 3);
	assert_string_equal(bytes, "old");
	(void)fclose(stream);
}

static void replace_has_the_mode_of_the_umask(void **state)
{
	struct scratch *scratch = *state;
	const char *path = scratch_path(scratch, "mode");
	mode_t mask = umask(027);
	struct stat status;

	assert_true(file_replace(path, TEXT("x")));
	(void)umask(mask);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
}

static void replace_gets_over_an_old_temporary(void **state)
{
	struct scratch *scratch = *state;

	scratch_write(scratch, "other", "untouched");
	assert_int_equal(symlink(scratch_path(scratch, "other"),
			     scratch_path(scratch, "page.opas-new")), 0);
	assert_true(file_replace(scratch_path(scratch, "page"), TEXT("new")));
	assert_string_equal(scratch_read(scratch, "page"), "new");
	assert_string_equal(scratch_read(scratch, "other"), "untouched");
}

static void failed_replace_leaves_nothing(void **state)
{
	struct scratch *scratch = *state;
	const char *folder = scratch_path(scratch, "folder");

	assert_true(file_make_folder(folder));
	assert_false(file_replace(folder, TEXT("x")));
	assert_int_equal(errno, EISDIR);
	assert_true(file_is_folder(folder));
	assert_false(file_exists(scratch_path(scratch, "folder.opas-new")));
	assert_false(
	    file_replace(scratch_path(scratch, "none/x"), TEXT("x")));
	assert_int_equal(errno, ENOENT);
}

static void full_disk_leaves_the_file_as_it_was(void **state)
{
	struct scratch *scratch = *state;
	struct buffer buffer = { 0 };
	struct rlimit old, small;
	bool done;
	int reason;

	scratch_write(scratch, "kept", "old");
	while (buffer.length < 100000)
		buffer_add_string(&buffer, "0123456789");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 50000;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	done = file_replace(scratch_path(scratch, "kept"),
	    buffer_text(&buffer));
	reason = errno;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_false(done);
	assert_int_equal(reason, EFBIG);
	assert_string_equal(scratch_read(scratch, "kept"), "old");
	assert_false(file_exists(scratch_path(scratch, "kept.opas-new")));
	buffer_release(&buffer);
}

static void holds_compares_every_byte(void **state)
{
	struct scratch *scratch = *state;
	const char *path = scratch_path(scratch, "held");
	struct buffer buffer = { 0 };

	while (buffer.length < 70000)
		buffer_add_string(&buffer, "0123456789");
	assert_true(file_replace(path, buffer_text(&buffer)));
	assert_true(file_holds(path, buffer_text(&buffer)));
	buffer.bytes[69999] = 'X';
	assert_false(file_holds(path, buffer_text(&buffer)));
	buffer.bytes[69999] = '9';
	buffer.bytes[0] = 'X';
	assert_false(file_holds(path, buffer_text(&buffer)));
	buffer.bytes[0] = '0';
	buffer_cut(&buffer, 69999);
	assert_false(file_holds(path, buffer_text(&buffer)));
	assert_false(file_holds(path, (struct text){ 0 }));
	assert_false(file_holds(scratch->folder, (struct text){ 0 }));
	assert_false(file_holds(scratch_path(scratch, "none"),
	    (struct text){ 0 }));
	scratch_write(scratch, "held", "");
	assert_true(file_holds(path, (struct text){ 0 }));
	buffer_release(&buffer);
}

static void make_folder_makes_the_parents(void **state)
{
	struct scratch *scratch = *state;

	assert_true(file_make_folder(scratch_path(scratch, "a/b//c/")));
	assert_true(file_is_folder(scratch_path(scratch, "a/b/c")));
	assert_true(file_make_folder(scratch_path(scratch, "a/b/c")));
	assert_true(file_make_folder(scratch_path(scratch, "a/./d")));
	assert_true(file_is_folder(scratch_path(scratch, "a/d")));
	assert_true(file_make_folder("/"));
	assert_true(file_make_folder("."));
}

static void make_folder_works_from_where_we_are(void **state)
{
	struct scratch *scratch = *state;
	const char *before = file_real_path(&scratch->arena, ".");
	bool done;

	assert_int_equal(chdir(scratch->folder), 0);
	done = file_make_folder("here/there");
	assert_int_equal(chdir(before), 0);
	assert_true(done);
	assert_true(file_is_folder(scratch_path(scratch, "here/there")));
}

static void make_folder_stops_at_a_file(void **state)
{
	struct scratch *scratch = *state;

	scratch_write(scratch, "file", "");
	assert_false(file_make_folder(scratch_path(scratch, "file")));
	assert_int_equal(errno, ENOTDIR);
	assert_false(file_make_folder(scratch_path(scratch, "file/a/b")));
	assert_int_equal(errno, ENOTDIR);
	assert_false(file_make_folder("/proc/none/such"));
	assert_false(file_make_folder(""));
}

static void removing_what_is_missing_succeeds(void **state)
{
	struct scratch *scratch = *state;

	scratch_write(scratch, "removed", "");
	assert_true(file_remove(scratch_path(scratch, "removed")));
	assert_false(file_exists(scratch_path(scratch, "removed")));
	assert_true(file_remove(scratch_path(scratch, "removed")));
	assert_true(file_remove(scratch_path(scratch, "none/removed")));
	assert_false(file_remove(scratch->folder));
	assert_true(file_is_folder(scratch->folder));
}

static void only_empty_folders_are_removed(void **state)
{
	struct scratch *scratch = *state;

	assert_true(file_make_folder(scratch_path(scratch, "outer/inner")));
	assert_false(file_remove_folder(scratch_path(scratch, "outer")));
	assert_true(file_remove_folder(scratch_path(scratch, "outer/inner")));
	assert_true(file_remove_folder(scratch_path(scratch, "outer")));
	assert_false(file_exists(scratch_path(scratch, "outer")));
}

static void broken_link_exists(void **state)
{
	struct scratch *scratch = *state;

	assert_int_equal(symlink("none", scratch_path(scratch, "broken")), 0);
	assert_true(file_exists(scratch_path(scratch, "broken")));
	assert_false(file_exists(scratch_path(scratch, "none")));
	assert_false(file_is_folder(scratch_path(scratch, "broken")));
	assert_null(file_real_path(&scratch->arena,
	    scratch_path(scratch, "broken")));
}

static void real_path_follows_links(void **state)
{
	struct scratch *scratch = *state;

	scratch_write(scratch, "target", "");
	assert_int_equal(symlink("target", scratch_path(scratch, "link")), 0);
	assert_string_equal(file_real_path(&scratch->arena,
				scratch_path(scratch, "./link")),
	    scratch_path(scratch, "target"));
}

static void second_lock_is_refused(void **state)
{
	struct scratch *scratch = *state;
	int first, second = 42;

	assert_true(file_lock(&first, scratch->folder));
	assert_false(file_lock(&second, scratch->folder));
	assert_int_equal(errno, EWOULDBLOCK);
	assert_int_equal(second, 42);
	file_unlock(first);
	assert_true(file_lock(&second, scratch->folder));
	file_unlock(second);
	file_unlock(-1);
	assert_false(file_lock(&first, scratch_path(scratch, "none")));
	assert_int_equal(errno, ENOENT);
}

static void path_joins_folder_and_name(void **state)
{
	struct scratch *scratch = *state;
	struct arena *arena = &scratch->arena;

	assert_string_equal(file_path(arena, "a", TEXT("b/c")), "a/b/c");
	assert_string_equal(file_path(arena, "a/", TEXT("b")), "a/b");
	assert_string_equal(file_path(arena, "/", TEXT("b")), "/b");
	assert_string_equal(file_path(arena, "", TEXT("b")), "b");
}

static void program_folder_is_ours(void **state)
{
	struct scratch *scratch = *state;
	const char *folder = file_program_folder(&scratch->arena);

	assert_non_null(folder);
	assert_int_equal(folder[0], '/');
	assert_true(file_is_folder(folder));
	assert_true(file_exists(file_path(&scratch->arena, folder,
	    text_from(program_invocation_short_name))));
}

/* More than one block of whatever size the copy has. */
static struct text large_file(struct scratch *scratch, const char *name,
    char last)
{
	enum { LENGTH = 300 * 1000 + 3 };
	char *bytes = arena_alloc(&scratch->arena, LENGTH);
	size_t i;

	for (i = 0; i < LENGTH; i++)
		bytes[i] = (char)(i * 7 % 251);
	bytes[LENGTH - 1] = last;
	assert_true(file_replace(scratch_path(scratch, name),
	    (struct text){ bytes, LENGTH }));
	return (struct text){ bytes, LENGTH };
}

static void copy_holds_the_same_bytes(void **state)
{
	struct scratch *scratch = *state;
	const char *from = scratch_path(scratch, "large");
	const char *to = scratch_path(scratch, "copy");
	struct text bytes = large_file(scratch, "large", 'x');

	assert_true(file_copy(to, from));
	assert_true(file_holds(to, bytes));
	assert_true(file_same(to, from));
	(void)large_file(scratch, "large", 'y');
	assert_false(file_same(to, from));
	assert_true(file_copy(to, from));
	assert_true(file_same(from, to));
	assert_false(file_same(from, scratch_path(scratch, "none")));
	assert_false(file_same(scratch_path(scratch, "none"), from));
	assert_false(file_copy(to, scratch_path(scratch, "none")));
	assert_int_equal(errno, ENOENT);
	assert_true(file_same(from, to));
	assert_false(file_copy(scratch_path(scratch, "none/x"), from));
	assert_int_equal(errno, ENOENT);
}

static void hash_of_a_file_is_that_of_its_bytes(void **state)
{
	struct scratch *scratch = *state;
	struct text bytes = large_file(scratch, "hashed", 'x');
	uint64_t hash = 0;
	size_t length = 0;

	assert_true(file_hash(&hash, &length, scratch_path(scratch, "hashed")));
	assert_true(hash == hash_bytes(bytes));
	assert_int_equal(length, bytes.length);
	scratch_write(scratch, "hashed", "");
	assert_true(file_hash(&hash, &length, scratch_path(scratch, "hashed")));
	assert_true(hash == hash_bytes((struct text){ 0 }));
	assert_int_equal(length, 0);
	assert_false(file_hash(&hash, &length, scratch_path(scratch, "none")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_gives_every_byte),
		cmocka_unit_test(read_of_an_empty_file_is_empty),
		cmocka_unit_test(read_does_not_trust_the_size),
		cmocka_unit_test(read_refuses_what_is_no_file),
		cmocka_unit_test(replace_creates_and_replaces),
		cmocka_unit_test(replace_leaves_open_readers_the_old_bytes),
		cmocka_unit_test(replace_has_the_mode_of_the_umask),
		cmocka_unit_test(replace_gets_over_an_old_temporary),
		cmocka_unit_test(failed_replace_leaves_nothing),
		cmocka_unit_test(full_disk_leaves_the_file_as_it_was),
		cmocka_unit_test(holds_compares_every_byte),
		cmocka_unit_test(make_folder_makes_the_parents),
		cmocka_unit_test(make_folder_works_from_where_we_are),
		cmocka_unit_test(make_folder_stops_at_a_file),
		cmocka_unit_test(removing_what_is_missing_succeeds),
		cmocka_unit_test(only_empty_folders_are_removed),
		cmocka_unit_test(broken_link_exists),
		cmocka_unit_test(real_path_follows_links),
		cmocka_unit_test(second_lock_is_refused),
		cmocka_unit_test(path_joins_folder_and_name),
		cmocka_unit_test(program_folder_is_ours),
		cmocka_unit_test(copy_holds_the_same_bytes),
		cmocka_unit_test(hash_of_a_file_is_that_of_its_bytes),
	};

	return cmocka_run_group_tests_name("base/file", tests, scratch_setup,
	    scratch_teardown);
}
