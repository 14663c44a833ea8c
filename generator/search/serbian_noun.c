/*
 * Serbian nouns and adjectives.  First the ending goes (one table, the same
 * for both), then the stem is made equal for all forms: comparatives find
 * their positive, the mobile a vanishes (nedostatak, nedostatka), consonants
 * are assimilated (težak, teški; vrabac, vrapca), k g h come back from c z s
 * (vojnici, vojnik).
 */
#include "search/serbian_word.h"

#include "base/arena.h"

/* Where an ending may stand. */
enum place {
	ANYWHERE,
	AFTER_PALATAL, /* krajem, sledećeg, but not sistem */
	PLURAL,	       /* -ov-, -ev- of short words: gradovi, noževi */
	FEMININE       /* rečju, stvarju; not oružju */
};

/* Rows with longer ones first: one ending is taken off. */
static const struct ending {
	const char *texts;
	enum place place;
	bool adjective; /* of adjectives only */
} endings[] = {
	{ "ovima evima", PLURAL, false },
	{ "ovi ova ove evi eva eve", PLURAL, false },
	{ "ima ama", ANYWHERE, false },
	{ "oga ome omu", ANYWHERE, true },
	{ "ega emu", AFTER_PALATAL, true },
	{ "om", ANYWHERE, false },
	{ "em", AFTER_PALATAL, false },
	{ "eg", AFTER_PALATAL, true },
	{ "og oj ih im", ANYWHERE, true },
	{ "ju", FEMININE, false },
	{ "a e i o u", ANYWHERE, false },
};

static const struct ending no_ending = { "", ANYWHERE, false };

/* Ends of stems that look like endings: of razlog only razlogu would show
 * that -og belongs to it. */
static const char like_endings[] =
    /* -og, -eg, -ih */
    "olog ialog ijalog atalog ^analog ^nalog razlog prilog zalog ^ulog "
    "^podlog ^oblog izlog edlog epilog pedagog demagog sinagog ^drog "
    "^snijeg ^brijeg ^bijeg tepih ^stih "
    /* -om, -em, -im, -am */
    "^atom diplom ekonom agronom astronom simptom fantom idiom aksiom "
    "sindrom odrom lekom cinom ^lom ^slom ^polom ^prelom prijem najem "
    "zajem objem ^nijem režim intim kostim anonim sinonim maksim ^obim "
    "anizam ritam ^pisam ^pesam ^pjesam reklam program gram islam panoram "
    "balsam ^osam ^sedam "
    "alabam obam pidžam "
    /* -oj */
    "^razvoj ^zavoj ^odvoj ^navoj ^uvoj ^prevoj ^povoj ^konvoj heroj "
    "^pokoj ^spokoj stroj ^boj oboj ^razboj ^naboj ^izboj ^zastoj "
    "^sastoj ^nastoj ^postoj ^dostoj hanoj ^broj ^kroj ^sloj ^spoj ^stoj "
    "^gnoj ^znoj ^soj ^loj ^roj";

/* What may follow them. */
static const char after_like[] = "ima ama ova ovi ove om em a e i o u";

/* Stems that end in -ov, -ev without being plurals. */
static const char ov_stems[] =
    "osnov uslov naslov kosov gotov sirov surov ^olov pokrov ^ulov ^okov "
    "rukov ponov obnov takov kakov svakov bukov dubrov njegov njihov čehov "
    "kirov nekov petrov popov kijev njujev sarajev valjev kraljev pančev "
    "lavrov jakov ribolov poslov";

/* A comparative without doubt, apart from those with -n-: Srbija has the
 * same end. */
static const char compared[] =
    "^starij ^novij ^ranij ^skorij bogatij poznatij očitij ljivij ovitij "
    "ćutij ^slabij ^mudrij ^zdravij ^čistij ^prostij ^gustij ^čestij "
    "^hrabrij ^lošij ^milij ^svetlij ^toplij ^veselij ^jeftinij ^oštrij "
    "^hitrij ^bistrij ^dobrij ^svežij ^svježij ^jasnij ljenij jenij šenij "
    "ženij čenij ćenij đenij";

/* Adjectives of their own in -ij. */
static const char ij_stems[] =
    "drugačij božij dečij dječij ptičij ^čij ^ničij zečij mačij";

/* Clusters that assimilation and loss leave of what the mobile a had parted:
 * vrabac vrapca, težak teškog, radostan radosna, gledalac gledaoca. */
static const struct {
	const char *from;
	const char *to;
} clusters[] = {
	{ "bc", "pc" },
	{ "bk", "pk" },
	{ "dk", "tk" },
	{ "zk", "sk" },
	{ "žk", "šk" },
	{ "gk", "k" },
	{ "dc", "c" },
	{ "tc", "c" },
	{ "stn", "sn" },
	{ "zdn", "zn" },
	{ "štn", "šn" },
	{ "aoc", "alc" },
	{ "ioc", "ilc" },
	{ "eoc", "elc" },
	{ "uoc", "ulc" },
	{ "zc", "sc" },
};

/* The stem if it is one that looks like an ending, or the empty text. */
static struct text like_ending(struct text word)
{
	const char *rest = after_like;
	struct text after;

	if (serbian_ends(like_endings, word))
		return word;
	while (serbian_next(&after, &rest)) {
		struct text stem;

		if (!text_ends(word, after))
			continue;
		stem = serbian_cut(word, after.length);
		if (serbian_ends(like_endings, stem))
			return stem;
	}
	return TEXT("");
}

static bool plural(struct text stem, struct text ending, struct text word)
{
	/* osnova: osnov + a, not osn + ova */
	struct text whole = text_slice(word, 0, stem.length + 2);

	if (serbian_ends(ov_stems, whole))
		return false;
	if (ending.at[0] == 'o')
		return serbian_vowels(stem) == 1 && stem.length > 2;
	return serbian_vowels(stem) <= 2 && serbian_palatal(stem);
}

/* At least two letters, one of them a vowel or an r that is one. */
static bool is_stem(struct text stem)
{
	return stem.length > 1 && serbian_syllable(stem);
}

static bool fits(const struct ending *row, struct text ending, struct text word)
{
	struct text stem;

	if (!text_ends(word, ending))
		return false;
	stem = serbian_cut(word, ending.length);
	if (!is_stem(stem))
		return false;
	switch (row->place) {
	case ANYWHERE:
		return true;
	case AFTER_PALATAL:
		return serbian_palatal(stem) ||
		       serbian_ends("^mor ^car ^put", stem);
	case PLURAL:
		return plural(stem, ending, word);
	case FEMININE:
		return serbian_ends(
		    "eč oč uč stvar zver zvijer ^sol ^glad", stem);
	}
	return false;
}

static struct text strip(
    struct text word, const struct ending **found, bool *bare)
{
	struct text stem = like_ending(word);
	size_t i;

	*bare = false;
	*found = &no_ending;
	if (stem.length > 0)
		return stem;
	for (i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		const char *rest = endings[i].texts;
		struct text ending;

		while (serbian_next(&ending, &rest))
			if (fits(&endings[i], ending, word)) {
				*found = &endings[i];
				return serbian_cut(word, ending.length);
			}
	}
	*bare = true;
	return word;
}

/* najvažnijeg: without naj- if what follows is a comparative. */
static struct text positive(struct text stem, const struct ending *ending)
{
	struct text base = stem;
	bool superlative = text_starts(stem, TEXT("naj")) && stem.length > 5;

	if (superlative)
		base = text_after(stem, 3);
	if (text_ends(base, TEXT("ij")) && !serbian_ends(ij_stems, base)) {
		struct text short_one = serbian_cut(base, 2);

		/* važn-ij-e; but kompan-ij-e, simfon-ij-e */
		if (superlative || (ending->adjective && base.length > 4) ||
		    serbian_ends(compared, base) ||
		    (text_ends(short_one, TEXT("n")) && short_one.length > 3 &&
			serbian_vowels(
			    text_after(short_one, short_one.length - 2)) == 0))
			return short_one;
		return stem;
	}
	return superlative && serbian_palatal(base) ? base : stem;
}

/* Bytes of the last letter if an a before it may be mobile. */
static size_t mobile_end(struct text stem)
{
	if (serbian_ends("alj anj", stem))
		return 2;
	if (serbian_ends("ac ak an ar al av am ab kat nat pat rat", stem))
		return 1;
	return 0;
}

/* The mobile a goes out of all stems that could have one, so that nobody has
 * to know which have: junak and junaka too become junk. */
static struct text without_mobile_a(struct arena *arena, struct text stem)
{
	size_t end = mobile_end(stem);
	struct text front;

	if (end == 0)
		return stem;
	front = serbian_cut(stem, end + 1);
	if (!serbian_syllable(front) ||
	    serbian_vowels(text_after(front, front.length - 1)) > 0)
		return stem;
	return serbian_change(arena, front, 0,
	    text_string(arena, text_after(stem, stem.length - end)));
}

static struct text assimilated(struct arena *arena, struct text stem)
{
	size_t i;

	for (i = 0; i < sizeof(clusters) / sizeof(*clusters); i++) {
		struct text from = text_from(clusters[i].from);

		if (text_ends(stem, from) && stem.length > from.length + 1)
			return serbian_change(
			    arena, stem, from.length, clusters[i].to);
	}
	return stem;
}

static struct text key_of(struct arena *arena, struct text stem)
{
	stem = serbian_main_stem(stem);
	/* građanin, građani */
	if (serbian_ends("anin enin", stem) && stem.length > 6)
		stem = serbian_cut(stem, 2);
	stem = assimilated(arena, without_mobile_a(arena, stem));
	/* podatak, podatka, podaci */
	if (serbian_ends("atk etk itk utk otk", stem) && stem.length > 4 &&
	    !serbian_ends("^kratk ^slatk ^glatk ^plitk", stem)) {
		stem = serbian_change(arena, stem, 2, "k");
		stem = assimilated(arena, without_mobile_a(arena, stem));
	}
	return serbian_main_stem(stem);
}

static void add(struct serbian_readings *noun, struct text key)
{
	(void)serbian_add(noun, key, key); /* one is enough */
}

/* Before i k g h become c z s.  Which stems end in which: rows in order,
 * "to" first or last. */
static const struct {
	const char *stem;
	const char *to;
	bool only; /* the c z s is never the stem's own */
	bool likelier;
} sibilants[] = {
	{ "tc", "k", true, true }, /* nedostatci */
	{ "nic", "k", false, true },
	{ "ic", "k", false, true },
	{ "ac", "k", true, true },
	{ "uc", "k", true, true },
	{ "oc", "k", true, true },
	{ "ec", "k", false, false },
	{ "sc", "k", false, false },
	{ "c", "k", false, false },
	{ "oz", "g", false, true },
	{ "z", "g", false, false },
};

/* Before i and ima; but gledaoci is of gledalac. */
static bool is_softened(struct text word, struct text stem)
{
	return (text_ends(word, TEXT("i")) || text_ends(word, TEXT("ima"))) &&
	       serbian_vowels(stem) > 0 &&
	       !serbian_ends("aoc ioc eoc uoc", stem);
}

static void add_sibilant(struct serbian_readings *noun, struct arena *arena,
    struct text stem, struct text word)
{
	bool plural = text_ends(word, TEXT("ima"));
	struct text hard, soft;
	size_t i;

	/* vojniče, of vojnik */
	if (text_ends(word, TEXT("niče")) && stem.length > 4)
		add(noun, key_of(arena, serbian_change(arena, stem, 2, "k")));
	if (!is_softened(word, stem))
		return;
	for (i = 0; i < sizeof(sibilants) / sizeof(*sibilants); i++)
		if (text_ends(stem, text_from(sibilants[i].stem)))
			break;
	if (i == sizeof(sibilants) / sizeof(*sibilants))
		return;
	hard = key_of(arena, serbian_change(arena, stem, 1, sibilants[i].to));
	soft = noun->items[0].key;
	if (sibilants[i].only || sibilants[i].likelier ||
	    (plural && text_ends(stem, TEXT("ic"))))
		noun->count = 0;
	add(noun, hard);
	if (!sibilants[i].only && !(plural && text_ends(stem, TEXT("ic"))))
		add(noun, soft);
}

/* Ends of stems that have a mobile a in the nominative: važnog, važan;
 * početka, početak (others in -k- are feminine: banka); stranca, stranac;
 * realizma, realizam; centra, centar. */
static const char without_a[] =
    "bn čn ćn dn đn gn hn kn ln mn pn rn sn šn tn vn zn žn jn atk etk itk "
    "utk bc jc lc mc nc pc rc sc vc zm tr";

/* Readers look for what dictionaries have. */
static void add_nominative(
    struct serbian_readings *noun, struct arena *arena, struct text stem)
{
	struct text front;

	if (stem.length < 4 || !serbian_ends(without_a, stem))
		return;
	front = serbian_change(arena, stem, 1, "a");
	serbian_add_form(noun,
	    text_join(arena,
		(struct text[]){ front, text_after(stem, stem.length - 1) },
		2));
}

void serbian_noun(
    struct serbian_readings *noun, struct arena *arena, struct text word)
{
	const struct ending *ending;
	struct text stem;

	noun->stem = serbian_stem_of(word);
	if (noun->stem.length > 0) {
		noun->sure = true;
		add(noun, noun->stem);
		return;
	}
	/* radošću, of radost; but gušću, of gušća */
	if (text_ends(word, TEXT("šću")) && word.length > 6 &&
	    !serbian_ends("^gušću ^češću ^čvršću ^žešću išću izvešću "
			  "izvješću",
		word))
		word = serbian_change(arena, word, sizeof("šću") - 1, "st");
	stem = strip(word, &ending, &noun->bare);
	stem = positive(stem, ending);
	noun->stem = stem;
	stem = serbian_ekavian(arena, stem);
	add(noun, key_of(arena, stem));
	if (!noun->bare)
		add_nominative(noun, arena, noun->stem);
	add_sibilant(noun, arena, stem, word);
}
