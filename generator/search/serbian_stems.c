/*
 * Serbian words that no rule connects: frequent ones with forms of several
 * roots, with an o that was an l, with a stem that the nominative lacks, and
 * comparatives.  Stems are in ekavian.
 */
#include "search/serbian_word.h"

/* Stems that become one: those of other cases and numbers, then of
 * comparatives. */
/* clang-format off */
static const struct {
	const char *stem;
	const char *main;
} stems[] = {
	{ "ljud", "čovek" }, { "čoveč", "čovek" }, { "dec", "det" },
	{ "detet", "det" }, { "otc", "oc" }, { "očev", "oc" }, { "oč", "oc" },
	{ "uš", "uh" }, { "kćer", "kć" },
	{ "mater", "mat" }, { "gospod", "gospodin" },
	{ "srbin", "srb" }, { "bugarin", "bugar" }, { "turčin", "turk" },
	{ "turc", "turk" }, { "čes", "čeh" }, { "monas", "monah" },
	{ "siromas", "siromah" }, { "oras", "orah" }, { "uspes", "uspeh" },
	{ "svrs", "svrh" }, { "poslov", "posl" }, { "radij", "radio" },
	{ "usluz", "uslug" }, { "razloz", "razlog" },
	{ "vremen", "vrem" }, { "imen", "im" }, { "prezimen", "prezim" },
	{ "plemen", "plem" }, { "semen", "sem" }, { "ramen", "ram" },
	{ "bremen", "brem" }, { "temen", "tem" }, { "vimen", "vim" },
	{ "nebes", "neb" }, { "čudes", "čud" }, { "drvet", "drv" },
	{ "dugmet", "dugm" }, { "dugmad", "dugm" }, { "jajet", "jaj" },
	{ "mačet", "mač" }, { "telet", "tel" }, { "pilet", "pil" },
	{ "pilić", "pil" }, { "ćebet", "ćeb" }, { "ćebad", "ćeb" },
	{ "unučet", "unuč" }, { "unučad", "unuč" }, { "siročet", "siroč" },
	{ "siročad", "siroč" }, { "užet", "uže" },

	{ "bolj", "dobr" }, { "već", "velik" },
	{ "manj", "mal" }, { "duž", "dug" }, { "jač", "jak" },
	{ "viš", "visok" }, { "niž", "nisk" }, { "tež", "tešk" },
	{ "krać", "kratk" }, { "brž", "brz" }, { "mlađ", "mlad" },
	{ "lakš", "lak" }, { "lepš", "lep" }, { "ljepš", "lep" },
	{ "mekš", "mek" }, { "šir", "širok" }, { "dublj", "dubok" },
	{ "už", "usk" }, { "bliž", "blisk" }, { "dalj", "dalek" },
	{ "tanj", "tank" }, { "slađ", "slatk" }, { "ređ", "retk" },
	{ "češć", "čest" }, { "gušć", "gust" }, { "tiš", "tih" },
	{ "skuplj", "skup" }, { "tvrđ", "tvrd" }, { "življ", "živ" },
	{ "draž", "drag" }, { "strož", "strog" }, { "blaž", "blag" },
	{ "grublj", "grub" }, { "krivlj", "kriv" }, { "luđ", "lud" },
	{ "glađ", "glatk" }, { "deblj", "debel" },
	{ "suh", "suv" }, { "gluh", "gluv" }, { "čvršć", "čvrst" },
	{ "žešć", "žestok" }, { "plić", "plitk" },
};

/* Whole words and their stems; most are nominatives whose o was an l. */
static const struct {
	const char *word;
	const char *stem;
} words[] = {
	{ "misao", "misl" }, { "zamisao", "zamisl" }, { "pomisao", "pomisl" },
	{ "smisao", "smisl" }, { "posao", "posl" }, { "ugao", "ugl" },
	{ "pakao", "pakl" }, { "kotao", "kotl" }, { "orao", "orl" },
	{ "topao", "topl" }, { "okrugao", "okrugl" }, { "nagao", "nagl" },
	{ "svetao", "svetl" }, { "svijetao", "svetl" }, { "obao", "obl" },
	{ "podao", "podl" }, { "veseo", "vesel" }, { "debeo", "debel" },
	{ "zreo", "zrel" }, { "ceo", "cel" }, { "cio", "cel" },
	{ "beo", "bel" }, { "kiseo", "kisel" }, { "vreo", "vrel" },
	{ "deo", "del" }, { "dio", "del" }, { "udeo", "udel" },
	{ "udio", "udel" }, { "odeo", "odel" }, { "predeo", "predel" },
	{ "razdeo", "razdel" }, { "anđeo", "anđel" }, { "pepeo", "pepel" },
	{ "so", "sol" }, { "sto", "stol" }, { "go", "gol" }, { "vo", "vol" },
	{ "zao", "zl" }, { "zla", "zl" }, { "zlo", "zl" }, { "zli", "zl" },
	{ "mio", "mil" }, { "radio", "radio" }, { "studio", "studio" },
	{ "nivo", "nivo" }, { "biro", "biro" }, { "kilo", "kilo" },
	{ "ime", "im" }, { "oca", "oc" }, { "ocu", "oc" },
	{ "oci", "oc" }, { "oko", "ok" }, { "oka", "ok" }, { "oku", "ok" },
	{ "oči", "ok" }, { "očima", "ok" }, { "očiju", "ok" },
	{ "psi", "pas" }, { "psa", "pas" }, { "psu", "pas" },
	{ "dana", "dan" }, { "dani", "dan" }, { "dane", "dan" },
	{ "sna", "san" }, { "snu", "san" }, { "snom", "san" },
	{ "suci", "suc" }, { "minuti", "minut" },
	{ "kći", "kć" }, { "kćerka", "kćerk" },
	{ "ljubavlju", "ljubav" }, { "krvlju", "krv" }, { "mišlju", "misl" },
	{ "deca", "det" }, { "decu", "det" }, { "dece", "det" },
	{ "deci", "det" }, { "decom", "det" },
};

/* What dictionaries have, where the stem does not show it; the second is
 * ijekavian. */
static const struct {
	const char *stem;
	const char *forms;
} nominatives[] = {
	{ "čovek", "čovek čovjek" }, { "det", "dete dijete" },
	{ "oc", "otac" }, { "ok", "oko" }, { "uh", "uho uvo" },
	{ "misl", "misao" }, { "zamisl", "zamisao" },
	{ "pomisl", "pomisao" }, { "smisl", "smisao" }, { "posl", "posao" },
	{ "ugl", "ugao" }, { "pakl", "pakao" }, { "orl", "orao" },
	{ "topl", "topao" }, { "okrugl", "okrugao" }, { "nagl", "nagao" },
	{ "svetl", "svetao svijetao" }, { "vesel", "veseo" },
	{ "debel", "debeo" }, { "zrel", "zreo" }, { "cel", "ceo cio" },
	{ "bel", "beo bijel" }, { "kisel", "kiseo" }, { "del", "deo dio" },
	{ "udel", "udeo udio" }, { "odel", "odeo" },
	{ "predel", "predeo predio" }, { "anđel", "anđeo" },
	{ "zl", "zao" }, { "mil", "mio" }, { "stol", "sto" },
	{ "sol", "so" }, { "pas", "pas" }, { "san", "san" },
	{ "vrem", "vreme vrijeme" }, { "im", "ime" },
	{ "dobr", "dobar" }, { "velik", "velik" }, { "mal", "mali" },
	{ "dug", "dug" }, { "jak", "jak" }, { "visok", "visok" },
	{ "nisk", "nizak" }, { "tešk", "težak" }, { "kratk", "kratak" },
	{ "brz", "brz" }, { "mlad", "mlad" }, { "lak", "lak" },
	{ "lep", "lep lijep" }, { "mek", "mek" }, { "širok", "širok" },
	{ "dubok", "dubok" }, { "usk", "uzak" }, { "blisk", "blizak" },
	{ "dalek", "dalek" }, { "tank", "tanak" }, { "slatk", "sladak" },
	{ "retk", "redak rijedak" }, { "čest", "čest" },
	{ "gust", "gust" }, { "tih", "tih" }, { "skup", "skup" },
	{ "tvrd", "tvrd" }, { "živ", "živ" }, { "drag", "drag" },
	{ "strog", "strog" }, { "blag", "blag" }, { "grub", "grub" },
	{ "kriv", "kriv" }, { "suv", "suv suh" }, { "gluv", "gluv gluh" },
	{ "glatk", "gladak" }, { "plitk", "plitak" },
	{ "čvrst", "čvrst" }, { "žestok", "žestok" },
};
/* clang-format on */

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

/* Most differ in the first letter. */
static bool is(struct text word, const char *string)
{
	return word.length > 0 && word.at[0] == string[0] &&
	       text_equal_string(word, string);
}

struct text serbian_stem_of(struct text word)
{
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		if (is(word, words[i].word))
			return text_from(words[i].stem);
	return TEXT("");
}

struct text serbian_main_stem(struct text stem)
{
	size_t i;

	for (i = 0; i < COUNT(stems); i++)
		if (is(stem, stems[i].stem))
			return text_from(stems[i].main);
	return stem;
}

const char *serbian_dictionary_forms(struct text stem)
{
	size_t i;

	for (i = 0; i < COUNT(nominatives); i++)
		if (is(stem, nominatives[i].stem))
			return nominatives[i].forms;
	return NULL;
}
