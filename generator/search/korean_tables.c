#include "search/korean.h"

#include "base/list.h"
#include "search/korean_words.h"

#include <stdlib.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Final consonants at the start of an ending: they stand in the last syllable
 * of the stem. */
#define N "\u11ab"
#define L "\u11af"
#define M "\u11b7"
#define B "\u11b8"
#define SS "\u11bb"

struct tail_list {
	unsigned kind, flags, slot; /* as in struct korean_tail */
	const char *words; /* between blanks */
};

/* Endings of verbs and adjectives.  "-" is the empty ending. */
static const struct tail_list endings[] = {
	/* after the bare stem; of any predicate */
	{ SHAPE_BARE, 0, 0, "다 다가 다가도 다고 다고는 다고도 다는 다니 다며 "
	    "다면 다면서 다던 다든지 다만 단다 답니다 대 대요 대서 다네 "
	    "다네요 다더니 다더라 다지만 다지 다지요 더군 더군요 "
	    "더니 더니만 더라 더라고 더라고요 더라구요 더라도 더라면 던 던가 "
	    "던데 던데요 던지 던지라 도록 든 든가 든지 거나 거든 거든요 건 "
	    "건대 건만 것만 게 게끔 게도 게는 게만 고 고는 고도 고만 고서 "
	    "고서는 고서도 고요 고자 구 구나 구만 구먼 구요 군 군요 기에 "
	    "길래 기로 기는 긴 나 나요 냐 냐고 냐는 냐며 네 네요 느니 니 "
	    "잖아 잖아요 "
	    "잖니 죠 지 지는 지도 지만 지만은 지요 듯 듯이 듯한 "
	    "되 자 자고 길 자나" },
	{ SHAPE_BARE, ENDING_NOMINAL, 0, "기 는지 던지 느냐 냐" },
	{ SHAPE_SHUT, 0, 0, "습니다 습니다만 습니까 습니다요 슴다 소" },
	/* of verbs only */
	{ SHAPE_SHUT, ENDING_VERB, 0, "는다 는다고 는다고요 는다는 는다면 "
	    "는다면서 는다며 는다지 는대 는대요" },
	{ SHAPE_BARE, ENDING_VERB, 0, "는 는가 는가요 는걸 는걸요 는구나 는군 "
	    "는군요 는데 는데도 는데다 는데다가 는데요 는도다 는바 는지도 는지는 "
	    "는지라 는지요 는동안 는만큼 는중 는중에 는게 는거 느냐고 느냐는 "
	    "느라 느라고 자마자 자는 자며 자면 자니 자던" },
	/* where -eu- stands after consonants */
	{ SHAPE_OPEN, 0, 0, "며 면 면은 면서 면서도 면서부터 면야 니 니까 "
	    "니까요 니까는 니깐 므로 나 나마 라 라고 라고는 라고요 라구 라구요 "
	    "라기 라기보다 라니 라는 라던 라던가 라던지 라도 라든가 라든지 라며 "
	    "라면 라면서 라서 라지만 란 랄 래 래요 래서 리라 리라고 시오 "
	    "십시오 세요 세여 셔요 실 신 심 시죠 오 "
	    N " " N "가 " N "가요 " N "감 " N "걸 " N "걸요 " N "고로 " N "데 "
	    N "데도 " N "데다 " N "데다가 " N "데요 " N "들 " N "바 " N "즉 " N "지도 "
	    N "지는 " N "지라 " N "지요 " N "만큼 " N "게 " N "거 " N "듯 "
	    L " " L "걸 " L "까 " L "까요 " L "까봐 " L "런지 " L "른지 "
	    L "만큼 " L "만한 " L "망정 " L "뿐 " L "뿐더러 " L "수록 " L "지도 "
	    L "지라도 " L "지언정 " L "진대 " L "텐데 " L "텐데요 " L "때 "
	    L "듯 " L "수 " L "것 " L "거 " L "거예요 " L "거에요 " L "겁니다 "
	    L "줄 " L "꺼 "
	    B "니다 " B "니다만 " B "니까 " B "니당 " B "니다요 " B "디다" },
	{ SHAPE_OPEN, ENDING_NOMINAL, 0, M " " N "지 " L "지 " L "까" },
	{ SHAPE_OPEN, ENDING_VERB, 0, "러 려고 려고요 려는 려는데 려니 려다 "
	    "려다가 려던 려면 려면은 려거든 려나 "
	    N "다 " N "다고 " N "다고요 " N "다는 " N "다니 " N "다며 " N "다면 "
	    N "다면서 " N "다던 " N "다더니 " N "다네 " N "다네요 " N "다지 "
	    N "다지만 " N "대 " N "대요 " N "댄다 " N "단다 " N "답니다 "
	    L "게 " L "게요 " L "께 " L "께요 " L "래 " L "래요 " L "려고 "
	    L "려면 " L "려는 " L "려다 " L "라고 " L "라면 "
	    B "시다 " B "시오 " B "죠 " M "세 " M "서 " },
	/* after -a- or -eo-, which the stem has taken in */
	{ SHAPE_FUSED, 0, 0, "- 도 도요 서 서는 서도 서라도 서야 서요 서인지 "
	    "야 야만 야죠 야지 야지요 야지만 야겠다 야겠네요 야겠어요 "
	    "요 라도 다 다가 " },
	{ SHAPE_OPEN, ENDING_VERB | ENDING_HIDDEN, 0, "려" },
	{ SHAPE_FUSED, ENDING_VERB, 0, "라 라고 라는 라며 라니 주세요" },
};

/* Auxiliary verbs, by the shape of the verb before them. */
static const struct tail_list auxiliaries[] = {
	{ SHAPE_FUSED, 0, 0, "보 주 있 버리 두 놓 지 드리 먹 달 가 오 내 대 "
	    "나가 보이 나오 야하 야되 도되 야겠" },
	{ SHAPE_BARE, 0, 0, "고있 고싶 지않 지못하 지말 게되 게하 게만들 "
	    "기도하 기만하 기시작하 는것이 는듯하 는거 는데" },
	{ SHAPE_OPEN, 0, 0, L "것이 " L "거 " L "수있 " L "수없 " L "만하 "
	    L "듯하 " L "뻔하 " N "것이 " N "듯하 려고하 면되 면하" },
};

/* Verbs that make verbs of nouns. */
static const struct tail_list makers[] = {
	{ 0, MAKER_SHORT, 0, "하 되" },
	{ 0, 0, 0, "시키 받 당하 스럽 롭 답 있 없 드리" },
};

/* What stems that nobody has listed end with. */
static const struct tail_list formatives[] = {
	{ 0, 0, 0, "거리 뜨리 트리" },
	{ 0, FORMATIVE_PAST, 0, "이 리 치 키 히 기 우 추 지 나 내 가 오 보 들 놓 "
	    "받 맞 서 붙 넣 먹 넘 타 뜨 쓰" },
};

/* Suffixes that a noun keeps its meaning with. */
static const struct tail_list suffixes[] = {
	{ 0, 0, 0, "들 님 적 씨 히 중 끼리 투성이 짜리 분들" },
};

/* Particles.  Slot 1: cases; 2: "from", "only", "than"; 3: the last ones; 4:
 * the copula, where it is not like a verb.  The second number: syllables from
 * which a noun before it is surely one (0: never), as shorter ones may be a
 * piece of a noun: sa-gwa "apple", go-sok-do-ro "motorway". */
static const struct tail_list particles[] = {
	{ BEFORE_ANY, 1, 1, "에 에서 에게 에게서 한테 한테서 께 께서 에다 에다가 "
	    "에서부터 하고 더러 에게로" },
	{ BEFORE_SMOOTH, 1, 1, "로서 로써 로부터" },
	{ BEFORE_FINAL, 1, 1, "으로 으로서 으로써 으로부터 이랑" },
	{ BEFORE_SMOOTH, 2, 1, "로" },
	{ BEFORE_VOWEL, 2, 1, "와" },
	{ BEFORE_VOWEL, 3, 1, "랑" },
	{ BEFORE_FINAL, 2, 1, "과" },
	{ BEFORE_ANY, 1, 2, "까지 부터 마저 조차 밖에 처럼 보다 만큼 뿐만 만으로 "
	    "마다 뿐 커녕 는커녕 은커녕 이며 쯤" },
	{ BEFORE_ANY, 2, 2, "만 같이 대로 외에 치고" },
	{ BEFORE_ANY, 2, 1, "하에 하에서" },
	{ BEFORE_ANY, 0, 3, "도" },
	{ BEFORE_ANY, 2, 3, "의" },
	{ BEFORE_ANY, 1, 3, "엔 에선 에야 에겐 한텐 까진 부턴 보단 만은 만이 만을 만의 "
	    "만도 뿐이" },
	{ BEFORE_ANY, 2, 3, "요" },
	{ BEFORE_SMOOTH, 2, 3, "로는 로도 로의 로만" },
	{ BEFORE_FINAL, 1, 3, "으론 으로는 으로도 으로의 으로만" },
	{ BEFORE_VOWEL, 1, 3, "를 는 든지 야말로" },
	{ BEFORE_VOWEL, 2, 3, "가 라도 든가" },
	{ BEFORE_VOWEL, 0, 3, "나" },
	{ BEFORE_FINAL, 1, 3, "을 이나 이라도 이야말로 이든지 이든 이든가" },
	{ BEFORE_FINAL, 2, 3, "은 이" },
	{ BEFORE_VOWEL, 1, 4, "라고 라는 라며 라면 라서 라던 라고는 라고도 라는데 "
	    "라지만 라든지 라든가 예요 네요 에요 여요 거든요 였다 인데 입니다" },
	{ BEFORE_VOWEL, 2, 4, "지만 죠 지요 며" },
	{ BEFORE_FINAL, 1, 4, "이에요 이예요 이어요 이여 이야 이라고 이라는 이라며" },
	{ BEFORE_VOWEL, 3, 4, "다 야 란" },
};

uint16_t korean_tail_last(const struct korean_tail *tail)
{
	return tail->jamo.length > 0 ? tail->jamo.at[tail->jamo.length - 1]
				     : 0;
}

static int tail_order(const void *a, const void *b)
{
	const struct korean_tail *one = a;
	const struct korean_tail *other = b;

	if (korean_tail_last(one) != korean_tail_last(other))
		return korean_tail_last(one) < korean_tail_last(other) ? -1 : 1;
	if (one->jamo.length != other->jamo.length)
		return one->jamo.length > other->jamo.length ? -1 : 1;
	return 0;
}

static void add_tail(struct korean_tails *tails, struct arena *arena,
    const struct tail_list *list, unsigned kind, const char *before,
    struct text word)
{
	struct korean_tail *tail = list_add(arena, tails);
	struct jamo start;

	(void)jamo_from(&start, text_from(before));
	tail->kind = kind;
	tail->flags = list->flags;
	tail->slot = list->slot;
	tail->jamo = start;
	if (!text_equal_string(word, "-"))
		tail->jamo = jamo_with(&start, start.length, 0,
		    text_string(arena, word));
}

static void add_tails(struct korean_tails *tails, struct arena *arena,
    const struct tail_list *lists, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct text rest = text_from(lists[i].words);
		struct text word = { 0 };

		while (text_word(&word, &rest))
			add_tail(tails, arena, &lists[i], lists[i].kind, "",
			    word);
	}
}

/* What follows open stems follows the others with -eu-. */
static void add_eu_tails(struct korean_tails *tails, struct arena *arena,
    const struct tail_list *lists, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct text rest = text_from(lists[i].words);
		struct text word = { 0 };

		while (lists[i].kind == SHAPE_OPEN && text_word(&word, &rest))
			add_tail(tails, arena, &lists[i], SHAPE_EU, "으",
			    word);
	}
}

static void mark_long(struct korean_tails *tails)
{
	size_t i;

	for (i = 0; i < tails->count; i++)
		if (tails->items[i].jamo.length >= 4)
			tails->items[i].flags |= ENDING_LONG;
}

static void sort_tails(struct korean_tails *tails)
{
	qsort(tails->items, tails->count, sizeof(*tails->items), tail_order);
}

static struct text bytes_of(const struct jamo *jamo, size_t length)
{
	return (struct text){ (const char *)jamo->at,
		length * sizeof(*jamo->at) };
}

static struct text own_bytes(struct arena *arena, struct text word)
{
	struct jamo jamo;

	(void)jamo_from(&jamo, word);
	return text_copy(arena, bytes_of(&jamo, jamo.length));
}

static void add_words(
    struct table *table, struct arena *arena, const char *const *lists)
{
	for (; *lists != NULL; lists++) {
		struct text rest = text_from(*lists);
		struct text word = { 0 };

		while (text_word(&word, &rest))
			(void)table_put(table, arena, own_bytes(arena, word),
			    *lists);
	}
}

size_t korean_tails_first(const struct korean_tails *tails, uint16_t letter)
{
	size_t low = 0;
	size_t high = tails->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (korean_tail_last(&tails->items[middle]) < letter)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool korean_tail_fits(const struct korean_tail *tail, const struct jamo *word,
    size_t length)
{
	size_t size = tail->jamo.length;

	return size <= length && memcmp(word->at + length - size,
	    tail->jamo.at, size * sizeof(*word->at)) == 0;
}

const struct korean_tail *korean_tail_of(const struct korean_tails *tails,
    const struct jamo *word, size_t length)
{
	uint16_t last = word->at[length - 1];
	size_t i;

	for (i = korean_tails_first(tails, last); i < tails->count; i++) {
		const struct korean_tail *tail = &tails->items[i];

		if (korean_tail_last(tail) != last)
			break;
		if (tail->jamo.length < length &&
		    korean_tail_fits(tail, word, length))
			return tail;
	}
	return NULL;
}

struct korean *korean_open(void)
{
	struct korean *korean = memory_new(sizeof(*korean));
	struct arena *arena = &korean->arena;
	const char *const *pair;

	*korean = (struct korean){ 0 };
	add_tails(&korean->endings, arena, endings, COUNT(endings));
	add_eu_tails(&korean->endings, arena, endings, COUNT(endings));
	add_tails(&korean->auxiliaries, arena, auxiliaries, COUNT(auxiliaries));
	add_eu_tails(&korean->auxiliaries, arena, auxiliaries,
	    COUNT(auxiliaries));
	add_tails(&korean->makers, arena, makers, COUNT(makers));
	add_tails(&korean->formatives, arena, formatives, COUNT(formatives));
	add_tails(&korean->particles, arena, particles, COUNT(particles));
	add_tails(&korean->suffixes, arena, suffixes, COUNT(suffixes));
	mark_long(&korean->endings);
	sort_tails(&korean->endings);
	sort_tails(&korean->auxiliaries);
	sort_tails(&korean->makers);
	sort_tails(&korean->formatives);
	sort_tails(&korean->particles);
	sort_tails(&korean->suffixes);
	add_words(&korean->stems, arena, korean_stems);
	add_words(&korean->changing, arena, korean_stems_changing);
	add_words(&korean->nouns, arena, korean_nouns);
	add_words(&korean->nouns, arena, korean_verbal_nouns);
	add_words(&korean->verbal_nouns, arena, korean_verbal_nouns);
	add_words(&korean->wholes, arena, korean_wholes);
	for (pair = korean_contractions; *pair != NULL; pair += 2)
		(void)table_put(&korean->contractions, arena,
		    text_from(pair[0]), pair[1]);
	return korean;
}

void korean_close(struct korean *korean)
{
	if (korean == NULL)
		return;
	arena_release(&korean->arena);
	free(korean);
}

bool korean_has(const struct table *table, const struct jamo *jamo,
    size_t length)
{
	return table_get(table, bytes_of(jamo, length)) != NULL;
}
