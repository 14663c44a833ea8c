#include "render/typography_rules.h"

#include <string.h>

/* The international symbols that are written alike in many languages. */
#define UNITS                                                                  \
	"% ‰ € $ £ ° °C mm cm dm m km m² km² m³ mg g kg t ml cl dl l ms s "     \
	"min h kB MB GB TB W kW kWh V A Hz MHz GHz Mbit/s px dpi"
#define UNITS_CYRILLIC                                                         \
	"% ‰ € $ £ ° °C мм цм дм м км м² км² м³ мг г кг т мл цл дл л мс с "     \
	"мин ч кВ кВт кВч В А Хц kB MB GB TB RSD EUR дин дин."

static const struct typography_rules rows[] = {
	{ .language = "en", .opening = "“", .closing = "”",
	    .inner_opening = "‘", .inner_closing = "’", .apostrophe = "’",
	    .dash = "–", .long_dash = "—", .units = UNITS },
	{ .language = "fa", .script = SCRIPT_RTL, .opening = "«",
	    .closing = "»", .inner_opening = "‹", .inner_closing = "›",
	    .apostrophe = "’", .dash = "–", .long_dash = "—",
	    .units = "٪ درصد" },
	{ .language = "fi", .syllables = SYLLABLES_FINNISH, .opening = "”",
	    .closing = "”", .inner_opening = "’", .inner_closing = "’",
	    .apostrophe = "’", .dash = "–", .long_dash = "–",
	    .units = UNITS " kpl vrk vk kk vko vkoa pv sek tuntia minuuttia "
	    "euroa prosenttia",
	    .abbreviations = "esim. ks. ts. ns. n. s. nro klo puh. vrt. "
	    "tri prof. § mm. eKr. jKr." },
	{ .language = "ko", .script = SCRIPT_KOREAN, .opening = "“",
	    .closing = "”", .inner_opening = "‘", .inner_closing = "’",
	    .apostrophe = "’", .dash = "–", .long_dash = "—",
	    .units = UNITS },
	{ .language = "sr-Latn", .syllables = SYLLABLES_SERBIAN,
	    .opening = "„", .closing = "“", .inner_opening = "’",
	    .inner_closing = "’", .apostrophe = "’", .dash = "–",
	    .long_dash = "—", .units = UNITS " RSD EUR din din. čas časa sat",
	    .abbreviations = "npr. tj. br. str. tzv. dr prof. mr g. gđa čl. "
	    "st. tač. sl. v. up. inž. tel." },
	{ .language = "sr", .syllables = SYLLABLES_SERBIAN, .opening = "„",
	    .closing = "“", .inner_opening = "’", .inner_closing = "’",
	    .apostrophe = "’", .dash = "–", .long_dash = "—",
	    .units = UNITS_CYRILLIC,
	    .abbreviations = "нпр. тј. бр. стр. тзв. др проф. мр г. гђа чл. "
	    "ст. тач. сл. в. уп. инж. тел." },
	{ .language = "tr", .syllables = SYLLABLES_TURKISH, .opening = "“",
	    .closing = "”", .inner_opening = "‘", .inner_closing = "’",
	    .apostrophe = "’", .dash = "–", .long_dash = "—",
	    .units = UNITS " dk sa sn TL ₺" },
	{ .language = "", .dash = "–", .long_dash = "—", .units = UNITS },
};

const struct typography_rules *typography_rules_find(struct text tag)
{
	const struct typography_rules *row = rows;

	for (; row->language[0] != '\0'; row++) {
		size_t length = strlen(row->language);

		if (text_starts(tag, text_from(row->language)) &&
		    (tag.length == length || tag.at[length] == '-'))
			break;
	}
	return row;
}

/* By hand, since it is asked of every short word. */
bool typography_rules_list(const char *words, struct text word)
{
	while (*words != '\0') {
		size_t i = 0;

		while (i < word.length && words[i] == word.at[i])
			i++;
		if (i == word.length && i > 0 &&
		    (words[i] == ' ' || words[i] == '\0'))
			return true;
		while (*words != '\0' && *words != ' ')
			words++;
		words += *words == ' ';
	}
	return false;
}
