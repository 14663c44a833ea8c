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
	PLURAL	       /* -ov-, -ev- of short words: gradovi, noževi */
};

/* Longer ones first: one ending is taken off. */
static const struct ending {
	const char *text;
	enum place place;
	bool adjective; /* of adjectives only */
} endings[] = {
	{ "ovima", PLURAL, false },
	{ "evima", PLURAL, false },
	{ "ovi", PLURAL, false },
	{ "ova", PLURAL, false },
	{ "ove", PLURAL, false },
	{ "evi", PLURAL, false },
	{ "eva", PLURAL, false },
	{ "eve", PLURAL, false },
	{ "ima", ANYWHERE, false },
	{ "ama", ANYWHERE, false },
	{ "oga", ANYWHERE, true },
	{ "ome", ANYWHERE, true },
	{ "omu", ANYWHERE, true },
	{ "ega", AFTER_PALATAL, true },
	{ "emu", AFTER_PALATAL, true },
	{ "om", ANYWHERE, false },
	{ "em", AFTER_PALATAL, false },
	{ "og", ANYWHERE, true },
	{ "eg", AFTER_PALATAL, true },
	{ "oj", ANYWHERE, true },
	{ "ih", ANYWHERE, true },
	{ "im", ANYWHERE, true },
	{ "a", ANYWHERE, false },
	{ "e", ANYWHERE, false },
	{ "i", ANYWHERE, false },
	{ "o", ANYWHERE, false },
	{ "u", ANYWHERE, false },
	{ "", ANYWHERE, false },
};

/* Ends of stems that look like endings: of razlog only razlogu would show
 * that -og belongs to it. */
static const char like_endings[] =
    "olog ialog ijalog atalog ^analog ^nalog razlog prilog zalog ^ulog "
    "izlog edlog epilog pedagog demagog sinagog ^drog "
    "^atom diplom ekonom agronom astronom simptom fantom idiom sindrom "
    "odrom ^lom ^slom ^polom ^prelom prijem najem zajem objem "
    "režim intim kostim anonim sinonim maksim ^obim izam ^pisam "
    "^razvoj ^zavoj ^odvoj ^navoj ^uvoj ^prevoj ^povoj heroj ^pokoj "
    "^spokoj stroj ^boj oboj ^razboj ^naboj ^izboj ^zastoj ^sastoj "
    "^nastoj ^postoj ^dostoj hanoj ^broj ^sloj ^spoj ^stoj ^gnoj ^znoj "
    "^soj ^loj ^roj reklam program gram islam panoram balsam ^osam ^sedam "
    "obam pidžam";

/* What may follow them. */
static const char after_like[] = "ima ama ova ovi ove om em a e i o u";

/* Stems that end in -ov, -ev without being plurals. */
static const char ov_stems[] =
    "osnov uslov naslov kosov gotov sirov surov olov pokrov ulov okov rukov "
    "ponov obnov takov kakov svakov bukov dubrov njegov njihov čehov kirov "
    "nekov petrov popov kijev njujev sarajev valjev kraljev pančev njihov "
    "lavrov jakov putov duhov osov ribolov poslov";

/* Stems of one word that no rule makes equal, in ekavian: ljudi is the plural
 * of čovek, deca that of dete; and comparatives: of other words, or with
 * another consonant. */
static const struct {
	const char *stem;
	const char *key;
} stems[] = {
	{ "ljud", "čovek" },
	{ "čoveč", "čovek" },
	{ "dec", "det" },
	{ "detet", "det" },
	{ "otc", "oc" },
	{ "očev", "oc" },
	{ "oč", "ok" },
	{ "uš", "uh" },
	{ "vremen", "vrem" },
	{ "imen", "im" },
	{ "prezimen", "prezim" },
	{ "plemen", "plem" },
	{ "semen", "sem" },
	{ "ramen", "ram" },
	{ "bremen", "brem" },
	{ "nebes", "neb" },
	{ "čudes", "čud" },
	{ "drvet", "drv" },
	{ "dugmet", "dugm" },
	{ "jajet", "jaj" },
	{ "mačet", "mač" },
	{ "telet", "tel" },
	{ "pilet", "pil" },
	{ "ćebet", "ćeb" },
	{ "unučet", "unuč" },
	{ "siročet", "siroč" },
	{ "svrs", "svrh" },
	{ "siromas", "siromah" },
	{ "monas", "monah" },
	{ "uspes", "uspeh" },
	{ "čes", "čeh" },
	{ "oras", "orah" },
	{ "ps", "pas" },
	{ "srbin", "srb" },
	{ "bugarin", "bugar" },
	{ "turčin", "turk" },
	{ "turc", "turk" },
	{ "gospod", "gospodin" },
	{ "kćer", "kć" },
	{ "mater", "mat" },
	{ "radij", "radi" },
	{ "bolj", "dobr" },
	{ "već", "velik" },
	{ "manj", "mal" },
	{ "duž", "dug" },
	{ "jač", "jak" },
	{ "viš", "visok" },
	{ "niž", "nisk" },
	{ "tež", "tešk" },
	{ "krać", "kratk" },
	{ "brž", "brz" },
	{ "mlađ", "mlad" },
	{ "lakš", "lak" },
	{ "lepš", "lep" },
	{ "ljepš", "lep" },
	{ "mekš", "mek" },
	{ "šir", "širok" },
	{ "dublj", "dubok" },
	{ "už", "usk" },
	{ "bliž", "blisk" },
	{ "dalj", "dalek" },
	{ "tanj", "tank" },
	{ "slađ", "slatk" },
	{ "ređ", "retk" },
	{ "češć", "čest" },
	{ "gušć", "gust" },
	{ "tiš", "tih" },
	{ "skuplj", "skup" },
	{ "tvrđ", "tvrd" },
	{ "življ", "živ" },
	{ "draž", "drag" },
	{ "strož", "strog" },
	{ "blaž", "blag" },
	{ "grublj", "grub" },
};

/* Whole words, most of them nominatives whose o was an l. */
static const struct {
	const char *word;
	const char *stem;
} words[] = {
	{ "misao", "misl" },
	{ "zamisao", "zamisl" },
	{ "pomisao", "pomisl" },
	{ "smisao", "smisl" },
	{ "posao", "posl" },
	{ "ugao", "ugl" },
	{ "pakao", "pakl" },
	{ "kotao", "kotl" },
	{ "orao", "orl" },
	{ "topao", "topl" },
	{ "okrugao", "okrugl" },
	{ "nagao", "nagl" },
	{ "svetao", "svetl" },
	{ "svijetao", "svetl" },
	{ "obao", "obl" },
	{ "podao", "podl" },
	{ "veseo", "vesel" },
	{ "debeo", "debel" },
	{ "zreo", "zrel" },
	{ "ceo", "cel" },
	{ "cio", "cel" },
	{ "beo", "bel" },
	{ "kiseo", "kisel" },
	{ "vreo", "vrel" },
	{ "deo", "del" },
	{ "dio", "del" },
	{ "udeo", "udel" },
	{ "udio", "udel" },
	{ "odeo", "odel" },
	{ "predeo", "predel" },
	{ "razdeo", "razdel" },
	{ "anđeo", "anđel" },
	{ "pepeo", "pepel" },
	{ "zao", "zl" },
	{ "zla", "zl" },
	{ "zlo", "zl" },
	{ "zli", "zl" },
	{ "mio", "mil" },
	{ "ime", "im" },
	{ "oca", "oc" },
	{ "ocu", "oc" },
	{ "oci", "oc" },
	{ "oči", "ok" },
	{ "psi", "pas" },
	{ "psa", "pas" },
	{ "ljubavlju", "ljubav" },
	{ "krvlju", "krv" },
	{ "mišlju", "misl" },
	{ "deca", "det" },
	{ "decu", "det" },
	{ "dece", "det" },
	{ "deci", "det" },
	{ "decom", "det" },
};

/* A comparative without doubt, apart from those with -n-: Srbija has the
 * same end. */
static const char compared[] =
    "^starij ^novij ^ranij ^skorij bogatij poznatij očitij ljivij ovitij "
    "ćutij ^slabij ^mudrij ^zdravij ^čistij "
    "^hrabrij ^lošij ^milij ^svetlij ^toplij ^veselij ^jeftinij";

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
	{ "anin", "an" },
	{ "izm", "izm" },
};

static bool like_ending(struct text word, struct text *stem)
{
	struct text rest = text_from(after_like);
	struct text after;

	if (serbian_ends(like_endings, word)) {
		*stem = word;
		return true;
	}
	while (text_word(&after, &rest)) {
		struct text cut;

		if (!text_ends(word, after))
			continue;
		cut = serbian_cut(word, after.length);
		if (serbian_ends(like_endings, cut)) {
			*stem = cut;
			return true;
		}
	}
	return false;
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

static struct text strip(struct text word, const struct ending **found)
{
	struct text stem;
	size_t i;

	*found = &endings[sizeof(endings) / sizeof(*endings) - 1];
	if (like_ending(word, &stem))
		return stem;
	for (i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct text ending = text_from(endings[i].text);

		if (!text_ends(word, ending))
			continue;
		stem = serbian_cut(word, ending.length);
		if (!is_stem(stem) ||
		    (endings[i].place == AFTER_PALATAL &&
			!serbian_palatal(stem)) ||
		    (endings[i].place == PLURAL && !plural(stem, ending, word)))
			continue;
		*found = &endings[i];
		return stem;
	}
	return word;
}

/* najvažnijeg: without naj- if what follows is a comparative. */
static struct text positive(struct text stem, const struct ending *ending)
{
	struct text base = stem;
	bool superlative = text_starts(stem, TEXT("naj")) && stem.length > 5;

	if (superlative)
		base = text_after(stem, 3);
	if (text_ends(base, TEXT("ij"))) {
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

static struct text known_stem(struct text stem)
{
	size_t i;

	for (i = 0; i < sizeof(stems) / sizeof(*stems); i++)
		if (text_equal_string(stem, stems[i].stem))
			return text_from(stems[i].key);
	return stem;
}

/* Bytes of the last letter if an a before it may be mobile. */
static size_t mobile_end(struct text stem)
{
	if (serbian_ends("alj anj", stem))
		return 2;
	if (serbian_ends("ac ak an ar al av am kat nat", stem))
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
	stem = known_stem(stem);
	stem = without_mobile_a(arena, stem);
	stem = assimilated(arena, stem);
	/* podatak, podatka, podaci */
	if (serbian_ends("atk etk itk utk otk", stem) && stem.length > 4 &&
	    !serbian_ends("^kratk ^slatk ^glatk", stem)) {
		stem = serbian_change(arena, stem, 2, "k");
		stem = without_mobile_a(arena, stem);
	}
	return known_stem(stem);
}

static void add(struct serbian_readings *noun, struct text key)
{
	size_t i;

	for (i = 0; i < noun->count; i++)
		if (text_equal(noun->key[i], key))
			return;
	noun->key[noun->count++] = key;
}

/* Before i k g h become c z s.  Which stems end in which: rows in order,
 * "to" first or last. */
static const struct {
	const char *stem;
	const char *to;
	bool only; /* the c z s is never the stem's own */
	bool likelier;
	bool plural; /* before -ima too */
} sibilants[] = {
	{ "tc", "k", true, true, true }, /* nedostatci */
	{ "nic", "k", false, true, true },
	{ "ic", "k", false, true, true },
	{ "ac", "k", true, true, true },
	{ "uc", "k", true, true, true },
	{ "oc", "k", true, true, true },
	{ "ec", "k", false, false, true },
	{ "sc", "k", true, true, false },
	{ "c", "k", false, false, true },
	{ "oz", "g", false, true, true },
	{ "z", "g", false, false, true },
};

static void add_sibilant(struct serbian_readings *noun, struct arena *arena,
    struct text stem, const struct ending *ending)
{
	bool plural = text_equal_string(text_from(ending->text), "ima");
	struct text hard;
	size_t i;

	if (!plural && !text_equal_string(text_from(ending->text), "i"))
		return;
	for (i = 0; i < sizeof(sibilants) / sizeof(*sibilants); i++)
		if (text_ends(stem, text_from(sibilants[i].stem)))
			break;
	if (i == sizeof(sibilants) / sizeof(*sibilants) ||
	    serbian_vowels(stem) == 0)
		return;
	hard = key_of(arena, serbian_change(arena, stem, 1, sibilants[i].to));
	if (sibilants[i].only || (plural && text_ends(stem, TEXT("ic"))))
		noun->count = 0;
	if (sibilants[i].likelier && noun->count == 1) {
		struct text soft = noun->key[0];

		noun->count = 0;
		add(noun, hard);
		add(noun, soft);
		return;
	}
	add(noun, hard);
}

static bool whole_word(struct serbian_readings *noun, struct text word)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_equal_string(word, words[i].word)) {
			noun->stem = text_from(words[i].stem);
			noun->sure = true;
			add(noun, noun->stem);
			return true;
		}
	return false;
}

void serbian_noun(
    struct serbian_readings *noun, struct arena *arena, struct text word)
{
	const struct ending *ending;
	struct text stem;

	if (whole_word(noun, word))
		return;
	if (serbian_ends("ošću ešću ašću", word))
		word = serbian_change(arena, word, sizeof("šću") - 1, "st");
	stem = strip(word, &ending);
	noun->stem = stem;
	stem = serbian_ekavian(arena, positive(stem, ending));
	add(noun, key_of(arena, stem));
	add_sibilant(noun, arena, stem, ending);
}
