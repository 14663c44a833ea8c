/*
 * Serbian verbs.  A key is the stem, without what carons and palatal
 * consonants add to it, and the verb's class: |i raditi, vid(j)eti; |a
 * čitati, pisati; |u organizovati, ostvarivati; |n krenuti; verbs of no class
 * (doći, reći, uzeti) come from a table of their principal parts.
 */
#include "search/serbian_word.h"

#include "base/arena.h"
#include "base/list.h"

/* What must stand before the tail. */
enum before {
	ANY,
	PALATAL, /* pišem, not sistem */
	NASAL,	 /* kren-u: a vowel or g; not važn-u */
	SHORT,	 /* umem, uspem: verbs in -eti whose present is -em */
};

/* Tails of the conjugation and the class that each shows: what is put in its
 * place.  A tail that nouns and adjectives have too is shared.  Of the rows
 * that fit, those with the longest tail count. */
static const struct tail {
	const char *text;
	const char *put;
	bool shared;
	enum before before;
} tails[] = {
	/* raditi, radim */
	{ "iti", "|i", true, ANY },
	{ "it", "|i", true, ANY },
	{ "im", "|i", true, ANY },
	{ "iš", "|i", false, ANY },
	{ "i", "|i", true, ANY },
	{ "imo", "|i", false, ANY },
	{ "ite", "|i", true, ANY },
	{ "e", "|i", true, ANY },
	{ "io", "|i", false, ANY },
	{ "ila", "|i", true, ANY },
	{ "ilo", "|i", true, ANY },
	{ "ili", "|i", true, ANY },
	{ "ile", "|i", true, ANY },
	{ "ivši", "|i", false, ANY },
	{ "ismo", "|i", false, ANY },
	{ "iste", "|i", true, ANY },
	{ "iću", "|i", true, ANY },
	{ "ićeš", "|i", false, ANY },
	{ "iće", "|i", true, ANY },
	{ "ićemo", "|i", false, ANY },
	{ "ićete", "|i", false, ANY },
	{ "eći", "|i", true, ANY },
	/* videti, vidjeti; razumeti, razumeju */
	{ "eti", "|i", true, ANY },
	{ "eo", "|i", false, ANY },
	{ "ela", "|i", true, ANY },
	{ "elo", "|i", true, ANY },
	{ "eli", "|i", true, ANY },
	{ "ele", "|i", true, ANY },
	{ "evši", "|i", false, ANY },
	{ "eće", "|i", true, ANY },
	{ "ećemo", "|i", false, ANY },
	{ "eju", "|i", true, ANY },
	{ "jeti", "|i", false, ANY },
	{ "jela", "|i", true, ANY },
	{ "jelo", "|i", true, ANY },
	{ "jeli", "|i", true, ANY },
	{ "jele", "|i", true, ANY },
	{ "jevši", "|i", false, ANY },
	/* dobiti, dobijem; umjeti, umijem */
	{ "ijem", "|i", true, ANY },
	{ "iješ", "|i", false, ANY },
	{ "ije", "|i", true, ANY },
	{ "ijemo", "|i", false, ANY },
	{ "ijete", "|i", false, ANY },
	{ "iju", "|i", true, ANY },
	/* čitati, čitam */
	{ "ati", "|a", true, ANY },
	{ "at", "|a", true, ANY },
	{ "am", "|a", true, ANY },
	{ "aš", "|a", false, ANY },
	{ "a", "|a", true, ANY },
	{ "amo", "|a", false, ANY },
	{ "ate", "|a", true, ANY },
	{ "aju", "|a", true, ANY },
	{ "ao", "|a", false, ANY },
	{ "ala", "|a", true, ANY },
	{ "alo", "|a", true, ANY },
	{ "ali", "|a", true, ANY },
	{ "ale", "|a", true, ANY },
	{ "avši", "|a", false, ANY },
	{ "ajte", "|a", false, ANY },
	{ "ajmo", "|a", false, ANY },
	{ "asmo", "|a", false, ANY },
	{ "aste", "|a", true, ANY },
	{ "aću", "|a", true, ANY },
	{ "aćeš", "|a", false, ANY },
	{ "aće", "|a", true, ANY },
	{ "aćemo", "|a", false, ANY },
	{ "aćete", "|a", false, ANY },
	{ "ajući", "|a", true, ANY },
	/* pisati, pišem */
	{ "em", "|a", true, PALATAL },
	{ "eš", "|a", false, PALATAL },
	{ "e", "|a", true, PALATAL },
	{ "emo", "|a", false, PALATAL },
	{ "ete", "|a", true, PALATAL },
	{ "u", "|a", true, PALATAL },
	{ "ući", "|a", true, PALATAL },
	{ "em", "|i", true, SHORT },
	{ "eš", "|i", false, SHORT },
	{ "emo", "|i", false, SHORT },
	{ "ete", "|i", true, SHORT },
	/* organizovati, organizujem; čuti, čujem; the past is |a with -ov- */
	{ "ujem", "|u", false, ANY },
	{ "uješ", "|u", false, ANY },
	{ "uje", "|u", false, ANY },
	{ "ujemo", "|u", false, ANY },
	{ "ujete", "|u", false, ANY },
	{ "uju", "|u", false, ANY },
	{ "uj", "|u", true, ANY },
	{ "ujmo", "|u", false, ANY },
	{ "ujte", "|u", false, ANY },
	{ "ujući", "|u", true, ANY },
	{ "uti", "|u", true, ANY },
	{ "uo", "|u", false, ANY },
	{ "ula", "|u", true, ANY },
	{ "ulo", "|u", true, ANY },
	{ "uli", "|u", true, ANY },
	{ "ule", "|u", true, ANY },
	/* krenuti, krenem */
	{ "nuti", "|n", false, ANY },
	{ "nuo", "|n", false, ANY },
	{ "nula", "|n", false, ANY },
	{ "nulo", "|n", false, ANY },
	{ "nuli", "|n", false, ANY },
	{ "nule", "|n", false, ANY },
	{ "nuvši", "|n", false, ANY },
	{ "nut", "|n", true, ANY },
	{ "nuće", "|n", false, ANY },
	{ "nuše", "|n", false, ANY },
	{ "nem", "|n", false, NASAL },
	{ "neš", "|n", false, NASAL },
	{ "nemo", "|n", false, NASAL },
	{ "nete", "|n", false, NASAL },
	{ "ne", "|n", true, NASAL },
	{ "ne", "n|i", true, ANY },
	{ "nu", "|n", true, NASAL },
};

/* Ends of participles, once the endings of adjectives are gone. */
static const struct tail participles[] = {
	{ "ovan", "|u", false, ANY },
	{ "ivan", "|u", true, ANY },
	{ "iran", "ir|a", false, ANY },
	{ "an", "|a", true, ANY },
	{ "en", "|i", false, PALATAL },
	{ "ren", "r|i", true, ANY },
	{ "ijen", "|i", false, ANY },
	{ "iven", "|i", false, ANY },
	{ "nut", "|n", false, ANY },
	{ "ajuć", "|a", true, ANY },
	{ "ujuć", "|u", true, ANY },
	{ "eć", "|i", true, ANY },
	{ "uć", "|a", true, PALATAL },
};

/* Stems that are no verb's in spite of a shared tail: policij-a, vlast-i,
 * važn-e. */
static const char not_verbs[] =
    "cij sij zij nij tij rij lij dij gij vij fij hij mij pij ost stv štv "
    "sk šk nik telj izm ičk čk ičn aln bn dn gn jn kn ln mn pn rn sn tn vn "
    "žn čn šn ćn anj ćenj đenj ljenj šenj ženj čenj tenj denj venj ranj oblj k "
    "g h";

/* Verbs in -ati whose present is -im: držati, drži. */
static const char held[] = "drž lež trč ćut čut bež bjež kleč vrišt oj";

/* Imperfectives in -vati that lose their v: dajem of davati. */
static const char giving[] = "daj znaj";

#define MOTION                                                                 \
	"do na po pro u iza o za si sa pri pre prije obi nadi mimoi raza "     \
	"prona izna sna"

/* Principal parts of verbs of no class, with the prefixes they are found
 * with; forms of such a verb are these parts and the common endings. */
static const struct family {
	const char *prefixes; /* with "-": the verb alone too */
	const char *infinitive;
	const char *present; /* before -em -eš -e ..., -i -ite, -ući */
	const char *plural;  /* before -u, if another: mogu, može */
	const char *past;    /* before -a -o -i -e */
	const char *masculine;
	const char *passive; /* before the endings of adjectives */
} families[] = {
	{ MOTION, "ći", "đ", "", "šl", "šao", "đen" },
	{ "-", "ići", "id", "", "išl", "išao", "" },
	{ "-", "otići", "od", "", "otišl", "otišao", "" },
	{ "oti razi", "ći", "đ", "", "šl", "šao", "" },
	{ "- iz po od pro do na za u", "reći", "rekn", "rek", "rekl", "rekao",
	    "rečen" },
	{ "-", "moći", "mož", "mog", "mogl", "mogao", "" },
	{ "po od pre pri iz", "moći", "mogn", "", "mogl", "mogao", "mognut" },
	{ "- is za pre u ot ras", "peći", "peč", "pek", "pekl", "pekao",
	    "pečen" },
	{ "- is po pro pri ote u s", "teći", "tekn", "tek", "tekl", "tekao",
	    "tečen" },
	{ "- iz po pri na u za od raz pre pro s", "vući", "vuč", "vuk", "vukl",
	    "vukao", "vučen" },
	{ "- is po pre na za", "tući", "tuč", "tuk", "tukl", "tukao", "tučen" },
	{ "- iz pre od za u pri ras", "seći", "seč", "sek", "sekl", "sekao",
	    "sečen" },
	{ "- iz pre od za u pri ras", "sjeći", "siječ", "sijek", "sjekl",
	    "sjekao", "sječen" },
	{ "- po pri su na pre do", "stići", "stign", "", "stigl", "stigao",
	    "stignut" },
	{ "- po iz uz za", "dići", "dign", "", "digl", "digao", "dignut" },
	{ "- po pri za", "leći", "legn", "", "legl", "legao", "" },
	{ "- po iz pre u od za", "beći", "begn", "", "begl", "begao", "" },
	{ "- po iz pre u od za", "bjeći", "bjegn", "", "bjegl", "bjegao", "" },
	{ "ob s", "ući", "uč", "uk", "ukl", "ukao", "učen" },
	{ "do iz na od po pre pro raz s sa u uz za pri proiz spro unapre",
	    "vesti", "ved", "", "vel", "veo", "veden" },
	{ "iz u pre pro do raz", "vesti", "vez", "", "vezl", "vezao", "vezen" },
	{ "do iz na od po pod pre pri pro raz s sa u uz za", "neti", "nes", "",
	    "nel", "neo", "net" },
	{ "do iz na od po pod pre pri prije pro raz s sa u uz za", "nijeti",
	    "nes", "", "nijel", "nio", "nesen" },
	{ "- na pro u is o ras za do po s ot pri", "pasti", "padn", "", "pal",
	    "pao", "padnut" },
	{ "- po u pri pro iz za pot", "krasti", "krad", "", "kral", "krao",
	    "kraden" },
	{ "- po za iz pre", "jesti", "jed", "", "jel", "jeo", "jeden" },
	{ "- za pri u o na iz od", "sesti", "sedn", "", "sel", "seo", "" },
	{ "- za pri u o na iz od", "sjesti", "sjedn", "", "sjel", "sjeo", "" },
	{ "- su", "sresti", "sretn", "", "srel", "sreo", "sretnut" },
	{ "- po od na iz pre pro za ob", "rasti", "rast", "", "rasl", "rastao",
	    "" },
	{ "- iz za po pro", "tresti", "tres", "", "tresl", "tresao", "tresen" },
	{ "- za pre od pod podu pred predu iz pri po", "uzeti", "uzm", "",
	    "uzel", "uzeo", "uzet" },
	{ "po za ot na", "četi", "čn", "", "čel", "čeo", "čet" },
	{ "na po ras za pro", "peti", "pn", "", "pel", "peo", "pet" },
	{ "- u iz za ob", "mreti", "mr", "", "mrl", "mro", "" },
	{ "- u iz za ob", "mrijeti", "mr", "", "mrl", "mro", "" },
	{ "odu podu u o", "preti", "pr", "", "prl", "pro", "prt" },
	{ "odu podu u o", "prijeti", "pr", "", "prl", "pro", "prt" },
	{ "-", "hteti", "hoć", "", "htel", "hteo", "" },
	{ "-", "htjeti", "hoć", "", "htjel", "htio", "" },
	{ "-", "biti", "bud", "", "bil", "bio", "" },
	{ "- o po ne na pre pri se sa u za od ob pod raz zao ras", "stati",
	    "stan", "", "stal", "stao", "" },
	{ "- iza oda na po sa pri pre raza za u", "brati", "ber", "", "bral",
	    "brao", "bran" },
	{ "- po iza na oda pri sa do o pre", "zvati", "zov", "", "zval", "zvao",
	    "zvan" },
	{ "- po oda na raza do iza pri", "slati", "šalj", "", "slal", "slao",
	    "slan" },
	{ "- o is po sa ras", "prati", "per", "", "pral", "prao", "pran" },
	{ "do po za o", "gnati", "žen", "", "gnal", "gnao", "gnan" },
};

/* Tails of |a that are of the past or the infinitive: there -ovati,
 * -ivati show, whose present is -ujem. */
static const char not_present[] =
    "ati at ao ala alo ali ale avši asmo aste aću aćeš aće aćemo aćete";

static const char adjective_endings[] = "a o i e u og oga om ome oj im ima ih";

/* What a stem's end became before a tail, undone: rađen of raditi, mišljen of
 * misliti, pišem of pisati.  Longer ones first. */
enum softness {
	BEFORE_I = 1, /* all forms of |i */
	BEFORE_E = 2, /* the present of pisati */
	BEFORE_A = 4  /* and its other forms, where g and z meet in ž */
};

static const struct {
	const char *from;
	const char *to;
	unsigned where;
} softened[] = {
	{ "blj", "b", BEFORE_I | BEFORE_E },
	{ "plj", "p", BEFORE_I | BEFORE_E },
	{ "vlj", "v", BEFORE_I | BEFORE_E },
	{ "mlj", "m", BEFORE_I | BEFORE_E },
	{ "flj", "f", BEFORE_I | BEFORE_E },
	{ "šlj", "sl", BEFORE_I },
	{ "lj", "l", BEFORE_I | BEFORE_E },
	{ "šnj", "sn", BEFORE_I },
	{ "nj", "n", BEFORE_I },
	{ "šć", "st", BEFORE_I },
	{ "št", "st", BEFORE_I },
	{ "žđ", "zd", BEFORE_I },
	{ "đ", "d", BEFORE_I | BEFORE_E },
	{ "ć", "t", BEFORE_I | BEFORE_E },
	{ "š", "s", BEFORE_I | BEFORE_E },
	{ "ž", "z", BEFORE_I | BEFORE_E },
	{ "č", "k", BEFORE_E },
	{ "c", "k", BEFORE_A },
	{ "g", "z", BEFORE_A },
	{ "h", "s", BEFORE_A },
};

static struct text hardened(
    struct arena *arena, struct text stem, enum softness where)
{
	size_t i;

	for (i = 0; i < sizeof(softened) / sizeof(*softened); i++) {
		struct text from = text_from(softened[i].from);

		if ((softened[i].where & where) != 0 && text_ends(stem, from))
			return serbian_change(
			    arena, stem, from.length, softened[i].to);
	}
	return stem;
}

static void add(struct serbian_readings *verb, struct arena *arena,
    struct text stem, const char *class)
{
	struct text key = serbian_ekavian(arena, stem);
	size_t i;

	if (class[1] == 'i')
		key = hardened(arena, key, BEFORE_I);
	key = serbian_change(arena, key, 0, class);
	for (i = 0; i < verb->count; i++)
		if (text_equal(verb->key[i], key))
			return;
	if (verb->count < sizeof(verb->key) / sizeof(*verb->key))
		verb->key[verb->count++] = key;
}

/* -ati: of which class it is shows in the stem. */
static void add_a(struct serbian_readings *verb, struct arena *arena,
    struct text stem, const char *tail)
{
	bool past = serbian_listed(not_present, text_from(tail));

	if (serbian_ends(held, stem)) {
		add(verb, arena, stem, "|i");
	} else if (tail[0] != 'a' && serbian_ends(giving, stem)) {
		add(verb, arena, serbian_change(arena, stem, 1, "v"), "|a");
	} else if (text_ends(stem, TEXT("ov")) && stem.length > 2) {
		if (past)
			add(verb, arena, serbian_cut(stem, 2), "|u");
	} else if (past && text_ends(stem, TEXT("iv")) && stem.length > 3) {
		add(verb, arena, serbian_cut(stem, 2), "|u");
		add(verb, arena, stem, "|a");
	} else if (past && text_ends(stem, TEXT("ev")) &&
		   serbian_palatal(serbian_cut(stem, 2))) {
		add(verb, arena, serbian_cut(stem, 2), "|u");
	} else {
		stem = hardened(arena, stem,
		    tail[0] == 'a' || tail[0] == 'i' ? BEFORE_A : BEFORE_E);
		add(verb, arena, stem, "|a");
	}
}

static bool stands(enum before before, struct text stem)
{
	switch (before) {
	case ANY:
		return true;
	case PALATAL:
		return serbian_palatal(stem);
	case NASAL:
		return serbian_ends("a e i o u g k h p", stem);
	case SHORT:
		return serbian_ends("um ^sm usp dosp", stem);
	}
	return false;
}

/* Stems without a vowel: znati, kriti, čuti. */
static const char short_stems[] =
    "p|i l|i b|i v|i š|i kr|i sm|i sp|i gr|i zn|a d|a tk|a č|u";

static bool is_stem(struct arena *arena, struct text stem, const char *put)
{
	return serbian_syllable(stem) || put[0] != '|' ||
	       serbian_listed(short_stems, serbian_change(arena, stem, 0, put));
}

static bool fits(struct arena *arena, const struct tail *tail, struct text word)
{
	struct text ending = text_from(tail->text);
	struct text stem;

	if (!text_ends(word, ending))
		return false;
	stem = serbian_cut(word, ending.length);
	return stands(tail->before, stem) && is_stem(arena, stem, tail->put) &&
	       !(tail->shared && tail->put[0] == '|' &&
		   serbian_ends(not_verbs, stem)) &&
	       !(text_equal_string(text_from(tail->put), "n|i") &&
		   (stem.length == 0 ||
		       serbian_vowels(text_after(stem, stem.length - 1)) == 0));
}

static void add_tail(struct serbian_readings *verb, struct arena *arena,
    const struct tail *tail, struct text word)
{
	struct text stem = serbian_cut(word, text_from(tail->text).length);
	struct text put = text_from(tail->put);
	size_t bar = text_find_char(put, '|', 0);

	if (bar > 0)
		stem = serbian_change(arena, stem, 0,
		    text_string(arena, text_slice(put, 0, bar)));
	if (tail->put[bar + 1] == 'a')
		add_a(verb, arena, stem, tail->text);
	else
		add(verb, arena, stem, tail->put + bar);
	verb->sure = verb->sure && !tail->shared;
}

static void conjugated(struct serbian_readings *verb, struct arena *arena,
    struct text word, const struct tail *rows, size_t count)
{
	size_t longest = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		size_t length = text_from(rows[i].text).length;

		if (length > longest && fits(arena, &rows[i], word))
			longest = length;
	}
	for (i = 0; i < count && longest > 0; i++)
		if (text_from(rows[i].text).length == longest &&
		    fits(arena, &rows[i], word))
			add_tail(verb, arena, &rows[i], word);
}

static bool follows(struct text rest, const char *part, const char *endings)
{
	struct text start = text_from(part);

	return start.length > 0 && text_starts(rest, start) &&
	       serbian_listed(endings, text_after(rest, start.length));
}

static bool is_form(bool *sure, const struct family *family, struct text rest)
{
	struct text passive = text_from(family->passive);
	struct text infinitive = text_from(family->infinitive);

	*sure = true;
	if (text_equal(rest, infinitive) ||
	    text_equal_string(rest, family->masculine) ||
	    follows(rest, family->present,
		"em eš emo ete imo ite ući en ena eno eni ene enog enih "
		"enim enom enoj oh osmo oše avši"))
		return true;
	*sure = false;
	return text_equal(rest, serbian_cut(infinitive, 1)) ||
	       follows(rest, family->present, "e i u") ||
	       follows(rest, family->plural, "u ući") ||
	       follows(rest, family->past, "a o i e") ||
	       (passive.length > 0 && text_equal(rest, passive)) ||
	       follows(rest, family->passive, adjective_endings);
}

static bool of_family(struct serbian_readings *verb, struct arena *arena,
    const struct family *family, struct text word)
{
	struct text rest = text_from(family->prefixes);
	struct text prefix;

	while (text_word(&prefix, &rest)) {
		struct text form;
		bool sure;

		if (prefix.at[0] == '-')
			prefix.length = 0;
		if (!text_starts(word, prefix))
			continue;
		form = text_after(word, prefix.length);
		if (!is_form(&sure, family, form))
			continue;
		form = serbian_change(arena, prefix, 0, family->infinitive);
		verb->key[verb->count++] = serbian_ekavian(arena, form);
		verb->form[verb->form_count++] = form;
		verb->sure = sure;
		return true;
	}
	return false;
}

void serbian_verb(struct serbian_readings *verb, struct arena *arena,
    struct text word, struct text stem)
{
	size_t i;

	for (i = 0; i < sizeof(families) / sizeof(*families); i++)
		if (of_family(verb, arena, &families[i], word))
			return;
	verb->sure = true;
	conjugated(verb, arena, stem, participles,
	    sizeof(participles) / sizeof(*participles));
	if (verb->count > 0 && verb->sure)
		return;
	conjugated(verb, arena, word, tails, sizeof(tails) / sizeof(*tails));
	verb->sure = verb->sure && verb->count > 0;
}
