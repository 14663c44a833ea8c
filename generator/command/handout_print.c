#include "command/handout_print.h"

#include "command/handout_browser.h"
#include "command/handout_pack.h"
#include "command/handout_pdf.h"

/* Numbers may move what they number; after so many times, those that are
 * there are right or the document never rests. */
enum { PASSES = 4 };

void handout_write_html(struct buffer *out, const struct handout_job *job,
    struct text rules)
{
	struct publish *publish = job->publish;
	struct buffer page = { 0 };
	struct arena scratch = { 0 };

	handout_render(&page, &scratch, &publish->site, &publish->programs,
	    &job->handout, job->path);
	handout_pack(out, job->arena, publish, job->handout.locale, job->path,
	    buffer_text(&page), rules);
	buffer_release(&page);
	arena_release(&scratch);
}

static bool numbers_equal(const struct table *a, const struct table *b)
{
	size_t i;

	if (a->count != b->count)
		return false;
	for (i = 0; i < a->capacity; i++) {
		const size_t *number = a->entries[i].value, *other;

		if (number == NULL)
			continue;
		other = table_get(b, a->entries[i].key);
		if (other == NULL || *other != *number)
			return false;
	}
	return true;
}

static bool sheets_read(struct table *numbers, const struct handout_job *job,
    struct text pdf)
{
	struct text reason;

	*numbers = (struct table){ 0 };
	if (handout_pdf_numbers(numbers, &reason, job->arena, pdf))
		return true;
	report_add(job->report, MESSAGE_BROWSER_FAILED, place_nowhere(),
	    text_from(job->browser), reason);
	return false;
}

/* Prints until the numbers in the contents are those of the sheets. */
static bool sheets_print(struct text *pdf, struct handout_job *job,
    const struct handout_browser *browser)
{
	/* Browsers print on what they were made for if nobody says. */
	static const char paper[] = "@page { size: A4; }\n";
	struct table numbers[2] = { { 0 }, { 0 } };
	struct buffer html = { 0 };
	bool printed = true, rests = false;
	int pass;

	for (pass = 0; pass < PASSES && printed && !rests; pass++) {
		struct table *now = &numbers[pass % 2];

		buffer_clear(&html);
		handout_write_html(&html, job, text_from(paper));
		printed = handout_browser_print(pdf, job->arena, job->report,
			      browser, buffer_text(&html)) &&
		    sheets_read(now, job, *pdf);
		rests = printed && pass > 0 &&
		    numbers_equal(now, &numbers[(pass + 1) % 2]);
		job->handout.numbers = now;
	}
	job->handout.numbers = NULL;
	buffer_release(&html);
	return printed;
}

bool handout_write_pdf(struct buffer *out, struct handout_job *job)
{
	struct handout_browser browser = { 0 };
	struct text pdf, reason;
	bool done = false;

	if (!handout_browser_open(
		&browser, job->arena, job->report, job->browser))
		return false;
	job->browser = browser.program;
	if (!sheets_print(&pdf, job, &browser))
		goto out;
	done = handout_pdf_finish(
	    out, &reason, job->arena, pdf, job->handout.locale->tag);
	if (!done)
		report_add(job->report, MESSAGE_BROWSER_FAILED,
		    place_nowhere(), text_from(browser.program), reason);
out:
	handout_browser_close(&browser);
	return done;
}
