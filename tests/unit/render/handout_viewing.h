/*
 * A guide with handouts: a Finnish article with exercises, notes for trainers
 * and footnotes, its English translation block by block, and two principles.
 */
#ifndef UNIT_RENDER_HANDOUT_VIEWING_H
#define UNIT_RENDER_HANDOUT_VIEWING_H

#include "render/handout_plan.h"
#include "render/viewing.h"

static inline void handout_guide(struct viewing *viewing)
{
	struct guiding *guiding = viewing->guiding;

	guiding_configure(guiding,
	    "title: Small\nbase_url: https://guide.example/\n"
	    "handouts: true\nlocales: [fi, fa, en]\n");
	guiding_principles(guiding,
	    "- {id: listen, name: Listen, phase: during, definition: Hear.,"
	    " when_not: Fire., question: Who?}\n"
	    "- {id: calm, name: Calm, phase: before}\n");
	guiding_file(guiding, "fi/hei.md",
	    "---\ntitle: Hei\ngoals: [Osaa]\ndate: 2026-09-14\n---\n"
	    "Alku [x](#ears) [y](toinen.md).\n\n"
	    "## Kuule {#ears principles=listen}\n\n"
	    "Hiljaa.[^1]\n\n### Koe\n\n"
	    "> [!EXERCISE]{minutes=5}\n> Kokeile.\n\n"
	    "> [!FACILITATOR]\n> Auta.\n\n"
	    "## Harjoitus {#drill}\n\n"
	    "> [!EXERCISE]{minutes=10}\n> ### Puhu & kuule\n>\n> Sano.\n\n"
	    "[^1]: Alaviite.\n");
	guiding_file(guiding, "fi/toinen.md",
	    "---\ntitle: Toinen\n---\n## Muu {#ears principles=listen}\n\n"
	    "Muuta.[^1] Ja.[^2]\n\n## Loppu {#end}\n\nOhi.[^3]\n\n"
	    "[^1]: Yksi.\n\n[^2]: Kaksi.\n\n[^3]: Kolme.\n");
	guiding_file(guiding, "en/hei.md",
	    "---\ntitle: Hi\ntranslated-from: fi\ngoals: [Can]\n---\n"
	    "Start [x](#ears).\n\n## Ears {#ears}\n\nQuiet.\n");
	viewing_start(viewing);
}

/* The view of a page, with the plan of a handout. */
static inline struct view handout_view(struct viewing *viewing,
    const char *path)
{
	struct view view = {
		.site = &viewing->site,
		.page = viewing_page(viewing, path),
		.arena = &viewing->guiding->arena,
		.out = &viewing->out,
	};

	view.locale = view.page->locale;
	return view;
}

#endif
