#include "search/finnish_forms.h"

/* One form for each stem that a word has; the engine finds the others by
 * their endings: näen, näet, näemme by näen. */
static const struct {
	const char *lemma;
	const char *forms[6];
} words[] = {
	/* nouns in -si */
	{ "vesi", { "veden", "vettä", "vesiä", "vedet" } },
	{ "käsi", { "käden", "kättä", "käsiä", "kädet" } },
	{ "uusi", { "uuden", "uutta", "uusia", "uudet" } },
	{ "täysi", { "täyden", "täyttä", "täysiä" } },
	{ "vuosi", { "vuoden", "vuotta", "vuosia" } },
	{ "köysi", { "köyden", "köyttä" } },
	{ "tosi", { "toden", "totta" } },
	{ "susi", { "suden", "sutta" } },
	{ "yksi", { "yhden", "yhtä" } },
	{ "kaksi", { "kahden", "kahta" } },
	{ "viisi", { "viiden", "viittä" } },
	{ "kuusi", { "kuuden", "kuutta" } },
	{ "lapsi", { "lasta", "lapsen", "lasten" } },
	/* nouns in -i with a short partitive */
	{ "lumi", { "lunta", "lumen" } },
	{ "uni", { "unta", "unen" } },
	{ "meri", { "merta", "meren" } },
	{ "veri", { "verta", "veren" } },
	{ "tuli", { "tulta", "tulen" } },
	{ "liemi", { "lientä", "liemen" } },
	{ "niemi", { "nientä", "niemen" } },
	{ "kaikki", { "kaiken", "kaikkea", "kaikkia" } },
	/* a consonant that goes in the weak grade */
	{ "aika", { "ajan", "aikaa", "aikoja", "ajat", "ajoissa" } },
	{ "poika", { "pojan", "poikaa", "poikia", "pojat" } },
	{ "ruoka", { "ruoan", "ruuan", "ruokia" } },
	{ "reikä", { "reiän", "reikiä" } },
	{ "ikä", { "iän", "iässä", "ikää" } },
	{ "jalka", { "jalan", "jalkoja" } },
	{ "joki", { "joen", "jokea", "jokia" } },
	{ "mäki", { "mäen", "mäkeä" } },
	{ "väki", { "väen", "väkeä" } },
	{ "reki", { "reen", "rekeä" } },
	{ "arki", { "arjen", "arkea" } },
	{ "laki", { "lain", "lakia", "lait", "laeissa" } },
	{ "tapa", { "tavan", "tapoja", "tavat", "tavoissa" } },
	{ "apu", { "avun", "apua" } },
	{ "kipu", { "kivun", "kipua" } },
	{ "papu", { "pavun", "papuja" } },
	{ "tupa", { "tuvan", "tupia" } },
	{ "luku", { "luvun", "lukuja", "luvut" } },
	{ "puku", { "puvun", "pukuja", "puvut" } },
	{ "suku", { "suvun", "sukuja", "suvut" } },
	{ "haku", { "haun", "hakuja", "haut" } },
	{ "maku", { "maun", "makuja", "maut" } },
	{ "teko", { "teon", "tekoja", "teot" } },
	{ "näkö", { "näön", "näköä" } },
	{ "sota", { "sodan", "sotia", "sodat" } },
	{ "koti", { "kodin", "koteja", "kotona", "kodit" } },
	{ "tieto", { "tiedon", "tietoja", "tiedot" } },
	{ "pato", { "padon", "patoja" } },
	/* nouns with another stem altogether */
	{ "mies", { "miehen", "miestä", "miehiä" } },
	{ "kevät", { "kevään", "kevättä" } },
	{ "tytär", { "tyttären", "tytärtä" } },
	{ "olut", { "oluen", "olutta" } },
	{ "veli", { "veljen", "veljeä", "veljiä" } },
	{ "sade", { "sateen", "sadetta", "sateita" } },
	{ "koe", { "kokeen", "koetta", "kokeita" } },
	{ "tae", { "takeen", "taetta", "takeita" } },
	{ "työ", { "töitä", "töiden", "töissä", "työtä" } },
	{ "yö", { "öitä", "öiden", "öisin", "yötä" } },
	{ "tie", { "teiden", "tietä" } },
	{ "suo", { "soiden", "suota" } },
	{ "puu", { "puita", "puiden", "puuta" } },
	{ "maa", { "maita", "maiden", "maata" } },
	{ "pää", { "päitä", "päiden", "päätä" } },
	{ "jää", { "jäitä", "jäiden", "jäätä" } },
	/* verbs of one syllable */
	{ "olla", { "olen", "oli", "ollut", "liene", "ovat" } },
	{ "nähdä", { "näen", "näki", "näkee", "nähnyt", "näy" } },
	{ "tehdä", { "teen", "teki", "tekee", "tehnyt", "tekemä" } },
	{ "käydä", { "käyn", "kävi", "käynyt", "käy" } },
	{ "syödä", { "syön", "söi", "syönyt", "syö" } },
	{ "juoda", { "juon", "joi", "juonut", "juo" } },
	{ "lyödä", { "lyön", "löi", "lyönyt", "lyö" } },
	{ "viedä", { "vien", "vei", "vienyt", "vie" } },
	{ "tuoda", { "toi", "tuonut" } },
	{ "luoda", { "luon", "loi", "luonut" } },
	{ "myydä", { "myyn", "myi", "myynyt" } },
	{ "saada", { "saan", "sai", "saanut" } },
	{ "jäädä", { "jään", "jäi", "jäänyt" } },
	{ "uida", { "uin", "uinut" } },
	{ "juosta", { "juoksen", "juossut" } },
	{ "tulla", { "tulen", "tuli", "tullut" } },
	{ "mennä", { "menen", "meni", "mennyt" } },
	{ "panna", { "panen", "pani", "pannut" } },
	{ "purra", { "puren", "puri", "purrut" } },
	{ "surra", { "suren", "suri", "surrut" } },
	/* verbs with a grade of their own */
	{ "lukea", { "luen", "lukee", "luin", "luki" } },
	{ "hakea", { "haen", "hakee", "hain", "haki" } },
	{ "kokea", { "koen", "kokee", "koin" } },
	{ "tukea", { "tuen", "tukee", "tuin" } },
	{ "pukea", { "puen", "pukee", "puin" } },
	{ "tietää", { "tiedän", "tiesi", "tiennyt" } },
	{ "pitää", { "pidän", "piti" } },
	{ "vetää", { "vedän", "veti" } },
	{ "tavata", { "tapaan", "tapasi" } },
	{ "luvata", { "lupaan", "lupasi" } },
	{ "levätä", { "lepään", "lepäsi" } },
	{ "maata", { "makaan", "makasi" } },
	{ "kadota", { "katoan", "katosi" } },
	{ "pudota", { "putoan", "putosi" } },
	{ "hypätä", { "hyppään", "hyppäsi" } },
	{ "ruveta", { "rupean", "rupesi" } },
	{ "seistä", { "seison", "seisoi" } },
};

const char *const *finnish_forms(struct text lemma)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (text_equal_string(lemma, words[i].lemma))
			return words[i].forms;
	return NULL;
}
