#include "search/serbian_word.h"

#include "search/language.h"

/* clang-format off */
static const char *const suffixes[] = {
	/* nouns */
	"a", "e", "i", "o", "u", "om", "em", "ima", "ama", "ju",
	"ov", "ova", "ove", "ovi", "ovima", "ev", "eva", "eve", "evi", "evima",
	/* ime, imena; dete, deteta; građanin, građani */
	"ena", "enu", "enom", "enima", "eta", "etu", "etom", "etima",
	"in", "ina", "inu", "inom",
	/* adjectives and their degrees */
	"og", "oga", "ome", "omu", "oj", "ih", "im", "eg", "ega", "emu",
	"ij", "ija", "ije", "iji", "ijeg", "ijem", "ijih", "ijim", "ijoj",
	"iju", "ijom", "ijima", "š", "ša", "še", "ši", "šeg", "šem", "ših",
	"šim", "šu", "šoj",
	/* verbs: čitati */
	"ati", "at", "am", "aš", "amo", "ate", "aju", "ao", "ala", "alo",
	"ali", "ale", "ah", "asmo", "aste", "aše", "aj", "ajte", "ajmo", "avši",
	"ajući", "ajuć", "aću", "aćeš", "aće", "aćemo", "aćete",
	"an", "ana", "ano", "ani", "ane", "anu", "anog", "anom", "anoj",
	"anih", "anim",
	/* pisati, vesti, krenuti */
	"eš", "emo", "ete", "ući", "uć", "nuti", "nut", "nem", "neš", "ne",
	"nemo", "nete", "nu", "nuo", "nula", "nulo", "nuli", "nule", "nuvši",
	"ni", "nite", "nimo", "sti", "ći",
	/* raditi; videti */
	"iti", "it", "iš", "imo", "ite", "io", "ila", "ilo", "ili", "ile",
	"ivši", "ismo", "iste", "iše", "eći", "eć", "iću", "ićeš", "iće",
	"ićemo", "ićete",
	"eti", "eo", "ela", "elo", "eli", "ele", "evši", "eju",
	"jeti", "jela", "jelo", "jeli", "jele", "jevši",
	"en", "ena", "eno", "eni", "ene", "enu", "enog", "enom", "enoj",
	"enih", "enim", "jen", "jena", "jeno", "jeni", "jene", "jenu",
	"jenog", "jenom", "jenoj", "jenih", "jenim",
	/* dobiti, dobijem; umeti, umejem */
	"jem", "ješ", "je", "jemo", "jete", "ju", "jući",
	/* organizovati, organizujem; ostvarivati */
	"ovati", "ovao", "ovala", "ovalo", "ovali", "ovale", "ovan", "ovana",
	"ovano", "ovani", "ovane", "ovanu", "ovanog", "ovanom", "ovanoj",
	"ovanih", "ovanim", "ovavši",
	"ivati", "ivao", "ivala", "ivalo", "ivali", "ivale", "ivan", "ivana",
	"ivano", "ivani", "ivane", "ivanih",
	"ujem", "uješ", "uje", "ujemo", "ujete", "uju", "ujući", "uj", "ujte",
	NULL
};

static const char *const prefixes[] = { "naj", NULL };

/* Letters have lost their marks here: č is c, ž z, đ dj. */
static const char *const alternations[][2] = {
	/* the mobile a: nedostatak, nedostatka; važan, važnog */
	{ "ak", "k" }, { "ac", "c" }, { "an", "n" }, { "ar", "r" },
	{ "al", "l" }, { "am", "m" }, { "av", "v" }, { "at", "t" },
	{ "anj", "nj" }, { "alj", "lj" }, { "ab", "b" },
	/* with assimilation and loss: vrabac, težak, početak, otac */
	{ "bac", "pc" }, { "zak", "sk" }, { "dak", "tk" }, { "tak", "c" },
	{ "dak", "c" }, { "ak", "c" }, { "dac", "c" }, { "tac", "c" },
	{ "stan", "sn" }, { "zdan", "zn" }, { "zac", "sc" },
	/* l that became o: misao, deo, gledalac */
	{ "ao", "l" }, { "o", "l" }, { "lac", "oc" },
	/* vojnici, knjizi, uspesi; rekao, reče */
	{ "k", "c" }, { "g", "z" }, { "h", "s" },
	/* utvrditi, utvrđen; prihvatiti, prihvaćen; ljubiti, ljubljen */
	{ "d", "dj" }, { "t", "c" }, { "st", "sc" }, { "b", "blj" },
	{ "p", "plj" }, { "v", "vlj" }, { "m", "mlj" }, { "l", "lj" },
	{ "n", "nj" }, { "sl", "slj" },
	/* radost, radošću */
	{ "ost", "osc" },
	/* brati, berem; zvati, zovem; slati, šaljem */
	{ "br", "ber" }, { "zv", "zov" }, { "sl", "salj" },
	{ NULL, NULL }
};
/* clang-format on */

const struct language_rules serbian_rules = { .suffixes = suffixes,
	.prefixes = prefixes,
	.alternations = alternations,
	.stem = 3,
	.part = 0 };
