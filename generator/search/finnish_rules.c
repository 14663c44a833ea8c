#include "search/finnish_rules.h"

#include "search/language.h"

/* Folding makes ä and ö a and o: endings with y beside those with u are the
 * only ones that the harmony of vowels doubles. */
static const char *const suffixes[] = {
	/* cases of the singular */
	"n", "t", "a", "ta", "tta", "na", "ksi", "kse", "ssa", "sta", "lla",
	"lta", "lle", "aan", "een", "iin", "oon", "uun", "yyn", "han", "hen",
	"hin", "hon", "hun", "hyn", "seen",
	/* of the plural */
	"ia", "ja", "ita", "ien", "jen", "iden", "itten", "ten", "ina", "iksi",
	"ikse", "issa", "ista", "illa", "ilta", "ille", "itta", "ihin", "isiin",
	"siin", "in",
	/* of words in -i and -e: lapsi, lapsen; huone, huonetta */
	"i", "e", "o", "u", "y", "en", "et", "ena", "eksi", "ekse", "essa",
	"esta", "ella", "elta", "elle", "etta", "ehen",
	/* of a and i that become o and e: kaloja, pappeja */
	"oja", "ojen", "oita", "oiden", "oissa", "oista", "oilla", "oilta",
	"oille", "oina", "oiksi", "oihin", "eja", "eita", "eiden", "eissa",
	"eista", "eilla", "eilta", "eille", "eina", "eiksi", "eihin",
	/* possessive suffixes; -an only behind a case */
	"ni", "si", "mme", "nne", "nsa", "ssaan", "staan", "llaan", "ltaan",
	"lleen", "kseen", "naan", "taan", "jaan", "iaan",
	/* clitics */
	"kin", "kaan", "ko", "kö", "pa", "han",
	/* comparison, adverbs */
	"mpi", "mpa", "mman", "mmat", "mma", "mmi", "in", "imma", "imman",
	"immat", "impa", "impi", "immi", "sti", "emmin", "immin",
	/* infinitives and their cases */
	"da", "la", "ra", "akse", "takse", "dakse", "lakse", "essa", "tessa",
	"dessa", "lessa", "nessa", "ten", "den", "len", "nen", "ma", "massa",
	"masta", "maan", "malla", "matta", "minen", "mise", "misen", "mista",
	"misessa", "miseen", "miseksi",
	/* persons, tenses, moods */
	"tte", "vat", "imme", "itte", "ivat", "it", "isi", "isin", "isit",
	"isimme", "isitte", "isivat", "sin", "sit", "simme", "sitte", "sivat",
	"see", "sen", "set", "sevat", "semme", "sette", "koon", "koot", "kaa",
	"kaamme", "ne", "nee", "nen", "nette", "nevat", "aa", "ee", "oo", "uu",
	"yy", "oi", "ui", "yi", "oin", "oit", "oimme", "oivat",
	/* passive */
	"taan", "tiin", "daan", "laan", "naan", "raan", "ttaisiin", "taisiin",
	"ttiin", "ettiin", "etaan", "etaisiin", "ttane", "ta",
	/* participles */
	"va", "van", "vaa", "via", "vien", "nut", "nyt", "nee", "neet", "neen",
	"neita", "lut", "lyt", "rut", "ryt", "sut", "syt", "ut", "yt", "eet",
	"tu", "ty", "ttu", "tty", "du", "dy", "ttua", "ettu", "etty", "tava",
	"ttava", "ettava", "maton", "mattoman", NULL
};

/* What the end of a stem changes into.  The engine compares what follows the
 * letters that two forms share: of Helsinki and Helsingin -ki and -gin. */
static const char *const alternations[][2] = {
	/* gradation: kukka, kukan; Helsinki; puku, puvun; kylki, kyljen */
	{ "k", "" }, { "k", "g" }, { "k", "v" }, { "k", "j" },
	/* kauppa, kaupan; tapa, tavan; kumpi, kumman */
	{ "p", "" }, { "p", "v" }, { "p", "m" },
	/* matto, maton; pöytä, pöydän; hinta, hinnan; ilta; parta */
	{ "t", "" }, { "t", "d" }, { "t", "n" }, { "t", "l" }, { "t", "r" },
	/* nainen, naisen, naista; kirjoitus, kirjoituksen */
	{ "n", "s" }, { "nen", "s" }, { "nen", "st" }, { "s", "ks" },
	/* avaruus, avaruuden, avaruutta; vieras, vieraan; kaunis, kauniin */
	{ "s", "d" }, { "s", "t" }, { "s", "a" }, { "s", "i" },
	/* puhelin, puhelimen; työtön, työttömän */
	{ "n", "m" }, { "on", "tom" },
	/* käsi, käden, kättä */
	{ "si", "d" }, { "si", "t" },
	/* kala, kaloja; kova, kovempi */
	{ "a", "o" }, { "a", "e" }, { NULL, NULL }
};

const struct language_rules finnish_rules = {
	.suffixes = suffixes, .alternations = alternations, .stem = 3, .part = 0
};
