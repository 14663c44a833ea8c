#include "search/language.h"

#include "search/fold.h"
#include "search/serbian_word.h"

enum { READINGS = 4 };

/* Words of grammar: they have no other forms worth finding. */
static const char functional[] =
    "a ako ali bez bi bih bila bile bili bilo bio biti bude budu će ćemo "
    "ćete ćeš ću čak čemu čega da dakle do dok dva dve dvije gde gdje i ih "
    "ili im između ipak iz iza ja je jer još ka kad kada kako kao kod koga "
    "koja koje kojeg kojem koji kojih kojim kojima kojoj kojom koju kroz ko "
    "li među međutim mi mnogo moj moja moje mu na nad nakon najmanje "
    "najviše nas nam naš neće nego neke neki nekih ni nije nisam nismo nisu "
    "niti no nju njega njih njima njoj njom o od oko on ona one oni ono osim "
    "ova ovaj ove ovi ovih ovim ovo ovog ovoj ovom ovu pa po pod posle "
    "poslije pored preko prema prije pre pri protiv s sa sada sam samo "
    "se sebe si smo ste su sva sve svi svih što šta ta taj tada tako takođe "
    "također te ti tih tim to toga tog toj tokom tom tome tu u uz vam van "
    "vas već veoma vi više vrlo za zar zato zbog manje ovde ovdje tamo "
    "onda opet uvek uvijek nikad ništa neko netko nešto niko nitko";

static void add(struct analysis *analysis, struct arena *arena,
    const struct serbian_readings *readings)
{
	size_t first = analysis->readings.count, i;

	for (i = 0; i < readings->count && first + i < READINGS; i++)
		analysis_reading(analysis, arena, readings->items[i].key,
		    readings->items[i].loose);
	for (i = 0; i < readings->form_count; i++)
		if (first + readings->forms[i].reading <
		    analysis->readings.count)
			analysis_form(analysis, arena, readings->forms[i].word,
			    first + readings->forms[i].reading);
}

static void add_dictionary_forms(struct analysis *analysis, struct arena *arena)
{
	struct text rest;
	struct text form;

	if (analysis->readings.count == 0)
		return;
	rest = text_from(
	    serbian_dictionary_forms(analysis->readings.items[0].key));
	while (text_word(&form, &rest))
		analysis_form(analysis, arena, form, 0);
}

/* Who writes prosek looks for prosjek too. */
static void add_ekavian(
    struct analysis *analysis, struct arena *arena, struct text word)
{
	struct text ekavian = serbian_ekavian(arena, word);

	if (!text_equal(ekavian, word))
		analysis_form(analysis, arena, ekavian, 0);
}

static void analyse(struct analysis *analysis, struct arena *arena, void *state,
    struct text word)
{
	struct serbian_readings noun = { 0 };
	struct serbian_readings verb = { 0 };
	struct text latin = serbian_latin(arena, word);
	struct text action;

	(void)state;
	if (serbian_listed(functional, latin)) {
		/* nad is not nad-a */
		latin = serbian_change(arena, latin, 0, ".");
		analysis_reading(analysis, arena, latin, latin);
		return;
	}
	serbian_noun(&noun, arena, latin);
	action = serbian_action(arena, noun.stem);
	if (action.length > 0)
		noun.items[0].loose = action;
	serbian_verb(&verb, arena, latin, &noun);
	if (!verb.sure || noun.sure)
		add(analysis, arena, &noun);
	add_dictionary_forms(analysis, arena);
	add(analysis, arena, &verb);
	if (noun.bare)
		add_ekavian(analysis, arena, latin);
}

const struct language language_serbian = {
	.tag = "sr", .rules = &serbian_rules, .analyse = analyse
};
