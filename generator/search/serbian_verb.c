/*
 * Serbian verbs.  A key is the stem, without what carons and palatal
 * consonants add to it, and the verb's class: |i raditi, vid(j)eti; |a
 * čitati, pisati; |u organizovati, ostvarivati; |n krenuti.  Participles
 * that are declined are classes beside their verb: key:n, key:ć.
 */
#include "search/serbian_word.h"

#include "base/arena.h"

/* What must stand before the tail. */
enum before {
	ANY,
	PALATAL, /* pišem, not sistem; nor slože, of složiti */
	COMMAND, /* piši, poveži; not traži */
	JAT,	 /* vidjeti; not bijeli */
	SOFT,	 /* viđen, obojen, pušten, not zelen, promjena, procena */
	NASAL,	 /* kren-u: a vowel or g; not važn-u */
	SHORT,	 /* umem, uspem: verbs in -eti whose present is -em */
	FUTURE,	 /* videće; not kreće, sreće */
	UPIRE,	 /* upire, umire; not papire */
	MANNER	 /* organizuj-e, not struj-e */
};

/* Tails, and the class that they show: what is put in their place.  What
 * nouns and adjectives have too is shared.  Of the rows that fit, those with
 * the longest tail count. */
struct row {
	const char *put;
	bool shared;
	enum before before;
	const char *tails;
};

static const struct row conjugation[] = {
	/* raditi, radim; videti, vidjeti */
	{ "|i", false, ANY,
	    "iš imo io ivši ićeš ićemo ićete eo evši ećemo jevši" },
	{ "|i", true, ANY,
	    "iti it im i ite e ila ilo ili ile ismo iste iće iću eći eti ela "
	    "elo eli ele eju" },
	{ "|i", true, JAT, "jeti jela jelo jeli jele" },
	{ "|i", true, FUTURE, "eće eću" },
	{ "|i", true, SHORT, "em eš emo ete" },
	/* dobiti, dobijem; umjeti, umijem */
	{ "|i", false, ANY, "iješ ijemo ijete" },
	{ "|i", true, ANY, "ijem ije iju ij ijte" },
	/* čitati, čitam */
	{ "|a", false, ANY, "aš amo ao avši ajte ajmo aćeš aćemo aćete" },
	{ "|a", true, ANY,
	    "ati at am a ate aju ala alo ali ale asmo aste aću aće aj ah "
	    "aše" },
	/* pisati, pišem; umirati, umirem */
	{ "|a", false, PALATAL, "eš emo" },
	{ "|a", true, PALATAL, "em e ete u ući" },
	{ "|a", true, COMMAND, "i ite imo" },
	{ "ir|a", false, ANY, "irem ireš iremo irete" },
	{ "ir|a", true, UPIRE, "ire iru" },
	/* organizovati, organizujem; čuti, čujem; the past of organizovati is
	 * found as one of -ati */
	{ "|u", false, ANY,
	    "ujem uješ ujemo ujete ujmo ujte uo uvši "
	    "ućeš ućemo ućete" },
	{ "|u", false, MANNER, "uje uju" },
	{ "|u", true, ANY, "uj uti ula ulo uli ule" },
	/* krenuti, krenem */
	{ "|n", false, ANY,
	    "nuti nuo nulo nuvši nuće nućeš nućemo nućete "
	    "nuše nem neš nemo" },
	{ "|n", true, ANY, "nula nuli nule nut nete nite nimo nuću" },
	{ "|n", true, NASAL, "ne nu ni" },
	/* raniti, rane: beside krenuti */
	{ "n|i", true, NASAL, "ne ni" },
};

/* Of stems, once the endings of adjectives are gone. */
static const struct row passives[] = {
	{ "|i", false, SOFT, "en" },
	{ "|i", true, ANY, "ijen iven" },
	{ "r|i", true, ANY, "ren" },
	{ "|u", false, ANY, "ovan" },
	{ "ir|a", false, ANY, "iran" },
	{ "|u", true, ANY, "ivan" },
	{ "|a", true, ANY, "an" },
	{ "|n", false, ANY, "nut" },
};

static const struct row actives[] = {
	{ "|a", false, ANY, "ajuć" },
	{ "|u", false, ANY, "ujuć" },
	{ "|i", true, FUTURE, "eć" },
	{ "|a", true, PALATAL, "uć" },
};

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* Tails that adjectives and most nouns have too, and stems that are no
 * verb's before them: policij-a, vlast-i, važn-e. */
static const char usual[] = "a e i u im";
static const char not_verbs[] =
    "cij sij zij nij tij rij alij elij olij ilij dij gij avij ovij ivij fij "
    "hij emij omij imij apij opij ipij ost stv štv sk šk nik telj izm čk "
    "nk jk lk vk mk dk tk bk pk rk aln bn dn gn jn kn ln mn pn rn sn tn vn "
    "žn čn šn ćn anj ćenj đenj ljenj šenj ženj čenj tenj denj venj ranj oblj "
    "im am ov jev žev šev čev đev ljev njev";
/* But these are: uzima, obnove. */
static const char verbs[] =
    "manj uzim prim snim zanim otim ^im nov lov slov gotov";
static const char not_i[] = "k g h";

/* Stems of |i that end in what looks like a tail: plati, iskoriste, deli. */
static const char tail_stems[] =
    "hvat plat vrat prat krat obrat ^pat korist čist poset posjet primet "
    "primjet primijet oštet svet ^set sjet ^let dolet ^polet odlet prelet "
    "^žel požel zažel ^del ^podel razdel dodel ^udel ^odel raspodel dijel "
    "^sel ^nasel ^presel ^dosel ^bel vesel hval ^žal ^požal ^pal ^zapal "
    "^opal ^val ^sil ^prisil put mut slut ^štit zaštit";

/* Verbs in -ati whose present is -im: držati, drži. */
static const char held[] = "drž lež trč ćut čut bež bjež kleč vrišt oj";

/* Imperfectives in -vati that lose their v: dajem of davati. */
static const char giving[] = "daj znaj";

/* Tails of |a that are of the past or the infinitive: there -ovati,
 * -ivati show, whose present is -ujem. */
static const char not_present[] =
    "ati at ao ala alo ali ale avši asmo aste ah aše aću aćeš aće aćemo aćete";

/* Stems without a vowel: piti, znati, čuti. */
static const char short_stems[] =
    "p|i l|i b|i v|i š|i kr|i sm|i sp|i gr|i zn|a d|a tk|a č|u";

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
	/* clang-format off */
	{ "blj", "b", BEFORE_I | BEFORE_E },
	{ "plj", "p", BEFORE_I | BEFORE_E },
	{ "vlj", "v", BEFORE_I | BEFORE_E },
	{ "mlj", "m", BEFORE_I | BEFORE_E },
	{ "flj", "f", BEFORE_I | BEFORE_E }, { "šlj", "sl", BEFORE_I },
	{ "lj", "l", BEFORE_I | BEFORE_E }, { "šnj", "sn", BEFORE_I },
	{ "nj", "n", BEFORE_I }, { "šć", "st", BEFORE_I },
	{ "št", "st", BEFORE_I }, { "žđ", "zd", BEFORE_I },
	{ "đ", "d", BEFORE_I | BEFORE_E }, { "ć", "t", BEFORE_I | BEFORE_E },
	{ "š", "s", BEFORE_I | BEFORE_E }, { "ž", "z", BEFORE_I | BEFORE_E },
	{ "č", "k", BEFORE_E }, { "c", "k", BEFORE_A },
	{ "g", "z", BEFORE_A }, { "h", "s", BEFORE_A },
	/* clang-format on */
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

static const struct {
	const char *class;
	const char *ending;
} infinitives[] = { { "|i", "iti" }, { "|a", "ati" }, { "|u", "ovati" },
	{ "|n", "nuti" } };

static void add_infinitive(struct serbian_readings *verb, struct arena *arena,
    struct text stem, const char *class)
{
	size_t i;

	for (i = 0; i < COUNT(infinitives); i++)
		if (class[1] == infinitives[i].class[1])
			serbian_add_form(verb, serbian_change(arena, stem, 0,
						   infinitives[i].ending));
}

/* A verb, or a participle of it if mark is not empty. */
static void add(struct serbian_readings *verb, struct arena *arena,
    struct text stem, const char *class, const char *mark)
{
	struct text soft = stem;
	struct text key;

	if (class[1] == 'i')
		stem = hardened(arena, stem, BEFORE_I);
	key = serbian_change(arena, serbian_ekavian(arena, stem), 0, class);
	if (!serbian_add(verb, serbian_change(arena, key, 0, mark), key))
		return;
	/* rešen may be of rešiti or of -resiti: as it stands */
	add_infinitive(
	    verb, arena, serbian_ends("š ž št", soft) ? soft : stem, class);
}

/* -ati: of which class it is shows in the stem. */
static void add_a(struct serbian_readings *verb, struct arena *arena,
    struct text stem, struct text tail, const char *mark)
{
	bool past = serbian_listed(not_present, tail);

	if (serbian_ends(held, stem)) {
		add(verb, arena, stem, "|i", mark);
	} else if (tail.at[0] != 'a' && serbian_ends(giving, stem)) {
		stem = serbian_change(arena, stem, 1, "v");
		add(verb, arena, stem, "|a", mark);
	} else if (text_ends(stem, TEXT("ov")) && stem.length > 2) {
		if (past)
			add(verb, arena, serbian_cut(stem, 2), "|u", mark);
	} else if (past && text_ends(stem, TEXT("iv")) && stem.length > 3) {
		add(verb, arena, serbian_cut(stem, 2), "|u", mark);
		add(verb, arena, stem, "|a", mark);
	} else if (past && text_ends(stem, TEXT("ev")) &&
		   serbian_palatal(serbian_cut(stem, 2))) {
		add(verb, arena, serbian_cut(stem, 2), "|u", mark);
	} else {
		stem = hardened(
		    arena, stem, tail.at[0] == 'a' ? BEFORE_A : BEFORE_E);
		add(verb, arena, stem, "|a", mark);
	}
}

static bool stands(enum before before, struct text stem)
{
	switch (before) {
	case ANY:
		return true;
	case PALATAL:
		return serbian_ends("č ć š ž đ lj nj j št žd", stem) &&
		       !serbian_ends("ož už uč oč traž važ znač", stem);
	case COMMAND:
		return serbian_ends(
		    "š kaž vež rež maž slaž skač plač mič tič vič", stem);
	case JAT:
		return serbian_vowels(text_after(
			   stem, stem.length > 0 ? stem.length - 1 : 0)) == 0;
	case SOFT:
		return serbian_ends(
		    "č ć š ž đ lj nj aj ej ij oj uj št žd", stem);
	case NASAL:
		return serbian_ends(
		    "a e i o u g k h p met tis dir vir vrs der", stem);
	case SHORT:
		return serbian_ends("um ^sm usp dosp", stem);
	case FUTURE:
		return !serbian_ends("kr sr vr tr ^v ^naj", stem);
	case UPIRE:
		return serbian_ends(
		    "um up op tp zap prod razd zad nad zat sat pot izv ^uv "
		    "st žd",
		    stem);
	case MANNER:
		return !serbian_ends("^str ^ol ^zm ^g ^b", stem);
	}
	return false;
}

static bool is_stem(struct arena *arena, struct text stem, const char *put)
{
	return serbian_syllable(stem) || put[0] != '|' ||
	       serbian_listed(short_stems, serbian_change(arena, stem, 0, put));
}

static bool fits(struct arena *arena, const struct row *row, struct text tail,
    struct text word)
{
	struct text stem;

	if (!text_ends(word, tail))
		return false;
	stem = serbian_cut(word, tail.length);
	if (!stands(row->before, stem) || !is_stem(arena, stem, row->put))
		return false;
	if (!row->shared || row->before == NASAL ||
	    !serbian_listed(usual, tail))
		return true;
	if (serbian_ends(verbs, stem))
		return true;
	return !serbian_ends(not_verbs, stem) &&
	       !(row->put[1] == 'i' && serbian_ends(not_i, stem));
}

static void add_row(struct serbian_readings *verb, struct arena *arena,
    const struct row *row, struct text tail, struct text word, const char *mark)
{
	struct text stem = serbian_cut(word, tail.length);
	struct text put = text_from(row->put);
	size_t bar = text_find_char(put, '|', 0);

	if (bar > 0)
		stem = text_join(
		    arena, (struct text[]){ stem, text_slice(put, 0, bar) }, 2);
	if (put.at[bar + 1] == 'a')
		add_a(verb, arena, stem, tail, mark);
	else
		add(verb, arena, stem, put.at + bar, mark);
	verb->sure = verb->sure && !row->shared;
}

struct match {
	const struct row *row;
	struct text tail;
};

/* The rows with the longest tail, at most room of them. */
static size_t longest(struct match *found, size_t room, struct arena *arena,
    struct text word, const struct row *rows, size_t row_count)
{
	size_t count = 0;
	size_t i;

	for (i = 0; i < row_count; i++) {
		const char *rest = rows[i].tails;
		struct text tail;

		while (serbian_next(&tail, &rest)) {
			if ((count > 0 && tail.length < found[0].tail.length) ||
			    !fits(arena, &rows[i], tail, word))
				continue;
			if (count > 0 && tail.length > found[0].tail.length)
				count = 0;
			if (count < room)
				found[count++] =
				    (struct match){ &rows[i], tail };
		}
	}
	return count;
}

static void read(struct serbian_readings *verb, struct arena *arena,
    struct text word, const struct row *rows, size_t row_count,
    const char *mark)
{
	struct match found[4];
	size_t count =
	    longest(found, COUNT(found), arena, word, rows, row_count);
	size_t i;

	for (i = 0; i < count; i++)
		add_row(verb, arena, found[i].row, found[i].tail, word, mark);
}

void serbian_verb(struct serbian_readings *verb, struct arena *arena,
    struct text word, const struct serbian_readings *noun)
{
	if (serbian_strong_verb(verb, arena, word))
		return;
	verb->sure = true;
	/* krenuti is the verb rather than krenut in the plural */
	if (!text_ends(word, TEXT("nuti")) &&
	    !text_equal_string(noun->stem, "minut"))
		read(verb, arena, noun->stem, passives, COUNT(passives), ":n");
	read(verb, arena, noun->stem, actives, COUNT(actives), ":ć");
	/* redovan is no participle, but redovana would be one */
	if (noun->bare && text_ends(word, TEXT("an")))
		verb->sure = false;
	if (verb->count > 0 && verb->sure)
		return;
	if ((text_ends(word, TEXT("i")) || text_ends(word, TEXT("e"))) &&
	    serbian_ends(tail_stems, serbian_cut(word, 1))) {
		add(verb, arena, serbian_cut(word, 1), "|i", "");
		verb->sure = false;
		return;
	}
	read(verb, arena, word, conjugation, COUNT(conjugation), "");
	verb->sure = verb->sure && verb->count > 0;
}

struct text serbian_action(struct arena *arena, struct text stem)
{
	struct serbian_readings verb = { .sure = true };

	if (stem.length < 6 || !serbian_ends("anj enj", stem))
		return TEXT("");
	read(&verb, arena, serbian_cut(stem, 1), passives, COUNT(passives), "");
	return verb.count > 0 ? verb.items[0].key : TEXT("");
}
