/*
 * Serbian verbs whose parts no rule connects: a table of their principal
 * parts and of the prefixes that they are found with.
 */
#include "search/serbian_word.h"

#include "base/arena.h"

#define MOTION                                                                 \
	"do na po pro u iza o za si sa pri pre prije obi nadi mimoi raza "     \
	"prona izna sna"

static const struct family {
	const char *prefixes;	/* with "-": the verb alone too */
	const char *infinitive; /* and that of the other pronunciation */
	const char *present;	/* before -em -eš -e ..., -i -ite, -ući */
	const char *plural;	/* before -u, if another: mogu, može */
	const char *past;	/* before -a -o -i -e */
	const char *masculine;
	const char *passive; /* before the endings of adjectives */
} families[] = {
	/* clang-format off */
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
	{ "is po pro pri ote u", "teći", "teč", "tek", "tekl", "tekao", "" },
	{ "- iz po pri na u za od raz pre pro s", "vući", "vuč", "vuk", "vukl",
	  "vukao", "vučen" },
	{ "- is po pre na za", "tući", "tuč", "tuk", "tukl", "tukao",
	  "tučen" },
	{ "- iz pre od za u pri ras", "seći sjeći", "seč", "sek", "sekl",
	  "sekao", "sečen" },
	{ "- iz pre od za u pri ras", "sjeći seći", "siječ", "sijek", "sjekl",
	  "sjekao", "sječen" },
	{ "- po pri su na pre do", "stići", "stign", "", "stigl", "stigao",
	  "stignut" },
	{ "- po iz uz za", "dići", "dign", "", "digl", "digao", "dignut" },
	{ "- po pri za", "leći", "legn", "", "legl", "legao", "" },
	{ "- po iz pre u od za", "beći bjeći", "begn", "", "begl", "begao",
	  "" },
	{ "- po iz pre u od za", "bjeći beći", "bjegn", "", "bjegl", "bjegao",
	  "" },
	{ "ob s", "ući", "uč", "uk", "ukl", "ukao", "učen" },
	{ "do iz na od po pre pro raz s sa u uz za pri proiz spro unapre",
	  "vesti", "ved", "", "vel", "veo", "veden" },
	{ "iz u pre pro do raz po pri", "vesti", "vez", "", "vezl", "vezao",
	  "vezen" },
	{ "do iz na od po pod pre pri pro raz s sa u uz za", "neti nijeti",
	  "nes", "", "nel", "neo", "net" },
	{ "do iz na od po pod pre pri prije pro raz s sa u uz za",
	  "nijeti neti", "nes", "", "nijel", "nio", "nesen" },
	{ "- na pro u is o ras za do po s ot pri", "pasti", "padn", "", "pal",
	  "pao", "padnut" },
	{ "- po u pri pro iz za pot", "krasti", "krad", "", "kral", "krao",
	  "kraden" },
	{ "- po za iz pre", "jesti", "jed", "", "jel", "jeo", "jeden" },
	{ "- za pri u o na iz od", "sesti sjesti", "sedn", "", "sel", "seo",
	  "" },
	{ "- za pri u o na iz od", "sjesti sesti", "sjedn", "", "sjel", "sjeo",
	  "" },
	{ "- su", "sresti", "sretn", "", "srel", "sreo", "sretnut" },
	{ "- po od na iz pre pro za ob", "rasti", "rast", "", "rasl", "rastao",
	  "" },
	{ "- iz za po pro", "tresti", "tres", "", "tresl", "tresao",
	  "tresen" },
	{ "- za pre od pod pred iz ob pri", "uzeti", "uzm", "", "uzel", "uzeo",
	  "uzet" },
	{ "po za ot na zapo", "četi", "čn", "", "čel", "čeo", "čet" },
	{ "na po ras za pro", "peti", "pn", "", "pel", "peo", "pet" },
	{ "- u iz za ob", "mreti mrijeti", "mr", "", "mrl", "mro", "" },
	{ "- u iz za ob", "mrijeti mreti", "mr", "", "mrl", "mro", "" },
	{ "odu podu u o", "preti prijeti", "pr", "", "prl", "pro", "prt" },
	{ "odu podu u o", "prijeti preti", "pr", "", "prl", "pro", "prt" },
	{ "-", "hteti htjeti", "hoć", "", "htel", "hteo", "" },
	{ "-", "htjeti hteti", "hoć", "", "htjel", "htio", "" },
	{ "-", "biti", "bud", "", "bil", "bio", "" },
	{ "- o po ne na pre pri se sa u za od ob pod raz zao ras", "stati",
	  "stan", "", "stal", "stao", "" },
	{ "- iza oda na po sa pri pre raza u", "brati", "ber", "", "bral",
	  "brao", "bran" },
	{ "- po iza na oda pri sa do o pre", "zvati", "zov", "", "zval",
	  "zvao", "zvan" },
	{ "- po oda na raza do iza pri", "slati", "šalj", "", "slal", "slao",
	  "slan" },
	{ "o is po sa ras", "prati", "per", "", "pral", "prao", "pran" },
	{ "do po za o", "gnati", "žen", "", "gnal", "gnao", "gnan" },
	/* clang-format on */
};

static bool follows(struct text rest, const char *part, const char *endings)
{
	struct text start = text_from(part);

	return start.length > 0 && text_starts(rest, start) &&
	       serbian_listed(endings, text_after(rest, start.length));
}

/* reče, reci, pomozite: k and g before e and i. */
static bool follows_soft(
    struct arena *arena, struct text rest, const struct family *family)
{
	struct text plural = text_from(family->plural);
	bool k = text_ends(plural, TEXT("k"));

	if (plural.length == 0)
		return false;
	return follows(rest,
		   text_string(
		       arena, serbian_change(arena, plural, 1, k ? "č" : "ž")),
		   "e") ||
	       follows(rest,
		   text_string(
		       arena, serbian_change(arena, plural, 1, k ? "c" : "z")),
		   "i imo ite");
}

enum part {
	NO_PART,
	SURE_PART,   /* it can be no noun */
	SHARED_PART, /* it could */
	PASSIVE_PART
};

/* Behind the stem of the infinitive: uzeću, uzevši, uzeše. */
static bool follows_infinitive(const struct family *family, struct text rest)
{
	struct text infinitives = text_from(family->infinitive);
	struct text infinitive;

	while (text_word(&infinitive, &infinitives)) {
		struct text stem = serbian_cut(infinitive, 2);

		if (text_ends(infinitive, TEXT("ti")) &&
		    text_starts(rest, stem) &&
		    serbian_listed("ću ćeš će ćemo ćete vši h smo ste še",
			text_after(rest, stem.length)))
			return true;
	}
	return false;
}

static enum part part_of(
    struct arena *arena, const struct family *family, struct text rest)
{
	struct text passive = text_from(family->passive);

	if (serbian_listed(family->infinitive, rest) ||
	    text_equal_string(rest, family->masculine) ||
	    follows_infinitive(family, rest) ||
	    follows(rest, family->present,
		"em eš emo ete imo ite ući oh osmo oše avši"))
		return SURE_PART;
	if ((passive.length > 0 && text_equal(rest, passive)) ||
	    follows(
		rest, family->passive, "a o i e u og oga om ome oj im ima ih"))
		return PASSIVE_PART;
	if (follows(rest, family->present, "e i u") ||
	    follows(rest, family->plural, "u ući oh") ||
	    follows(rest, family->past, "a o i e") ||
	    follows_soft(arena, rest, family))
		return SHARED_PART;
	return NO_PART;
}

/* Both infinitives, with the prefix. */
static void add_infinitives(struct serbian_readings *verb, struct arena *arena,
    const struct family *family, struct text prefix)
{
	struct text rest = text_from(family->infinitive);
	struct text infinitive;

	while (text_word(&infinitive, &rest))
		serbian_add_form(verb,
		    text_join(arena, (struct text[]){ prefix, infinitive }, 2));
}

/* Of both infinitives it is the same. */
static struct text key_of(
    struct arena *arena, const struct family *family, struct text prefix)
{
	struct text rest = text_from(family->infinitive);
	struct text infinitive;

	(void)text_word(&infinitive, &rest); /* there is one */
	return serbian_ekavian(
	    arena, text_join(arena, (struct text[]){ prefix, infinitive }, 2));
}

/* All that the table has. */
static const char prefixes[] =
    "- " MOTION " is iz ne ob od oda odu ot ote oti pod podu pot pred proiz "
    "ras raz razi s se spro su unapre uz zao zapo";

/* Enough to say no to most words. */
static bool may_begin(const struct family *family, struct text rest)
{
	char c = rest.length > 0 ? rest.at[0] : '\0';

	return c == family->infinitive[0] || c == family->present[0] ||
	       c == family->past[0] || c == family->plural[0] ||
	       c == family->passive[0];
}

static const struct family *family_of(
    enum part *part, struct arena *arena, struct text prefix, struct text rest)
{
	struct text name = prefix.length > 0 ? prefix : TEXT("-");
	size_t i;

	for (i = 0; i < sizeof(families) / sizeof(*families); i++) {
		if (!may_begin(&families[i], rest))
			continue;
		*part = part_of(arena, &families[i], rest);
		if (*part != NO_PART &&
		    serbian_listed(families[i].prefixes, name))
			return &families[i];
	}
	return NULL;
}

bool serbian_strong_verb(
    struct serbian_readings *verb, struct arena *arena, struct text word)
{
	const char *list = prefixes;
	struct text prefix;

	while (serbian_next(&prefix, &list)) {
		const struct family *family;
		enum part part;
		struct text key;

		if (prefix.at[0] == '-')
			prefix.length = 0;
		if (!text_starts(word, prefix))
			continue;
		family = family_of(
		    &part, arena, prefix, text_after(word, prefix.length));
		if (family == NULL)
			continue;
		key = key_of(arena, family, prefix);
		(void)serbian_add(verb, /* it is the first */
		    part == PASSIVE_PART ? serbian_change(arena, key, 0, ":n")
					 : key,
		    key);
		add_infinitives(verb, arena, family, prefix);
		/* moć, pomoć and peć are nouns */
		verb->sure = part != SHARED_PART &&
			     !serbian_listed("moći pomoći peći", word);
		return true;
	}
	return false;
}
