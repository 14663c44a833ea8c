#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "search/speaking.h"

#include <string.h>

static int open_tables(void **state)
{
	return fixture_open(state, &language_korean);
}

static struct analysis analyse(struct fixture *fixture, struct text word)
{
	return fixture_analyse(fixture, word);
}

static bool has_key(const struct analysis *analysis, struct text key)
{
	size_t i;

	for (i = 0; i < analysis->readings.count; i++)
		if (text_equal(analysis->readings.items[i].key, key))
			return true;
	return false;
}

/* A row is a key and words between blanks; NULL ends the table. */
static void check(struct fixture *fixture, const char *const *rows, bool have)
{
	for (; *rows != NULL; rows++) {
		struct text rest = text_from(*rows);
		struct text key = { 0 };
		struct text word = { 0 };

		assert_true(text_word(&key, &rest));
		while (text_word(&word, &rest)) {
			struct analysis analysis = analyse(fixture, word);

			if (has_key(&analysis, key) != have)
				fail_msg("%.*s %s %.*s", TEXT_ARGUMENTS(word),
				    have ? "is not of" : "is of",
				    TEXT_ARGUMENTS(key));
		}
	}
}

static void particles_come_off_nouns(void **state)
{
	static const char *const rows[] = {
		"학교 학교 학교가 학교를 학교에서는 학교까지의 학교로부터도",
		"사람 사람이 사람은 사람들에게만 사람들과의 사람으로서는",
		"병원 병원에 병원에서 병원까지 병원부터는 병원만을 병원이라고",
		"맛 맛이 맛도 맛은 맛으로",
		"고객 고객님께서 고객님들을 고객에게는",
		"구조 구조적인 구조적으로 구조적이다",
		"it기업 it기업이 it기업들은",
		"2차 2차는 2차에서",
		"kb국민은행 kb국민은행은",
		NULL
	};

	check(*state, rows, true);
}

static void ends_of_nouns_are_no_particles(void **state)
{
	static const char *const rows[] = {
		"국 국가 국가의",
		"아 아이 아이가 아시아",
		"제 제도 제도는",
		"경기 경기도에서",
		"회 회의 회의에서 회의는",
		"사 사과 사과는",
		"하 하나 하나의",
		"마 마을 마을에",
		"도 도로 도로에서",
		"개 개인 개인은",
		"게 게임 게임을",
		"토요 토요일 토요일에",
		"푸 푸들 푸들이",
		"광 광고 광고는",
		"건축 건축가 건축가의",
		"소설 소설가 소설가들이",
		"안 안정 안내",
		NULL
	};

	check(*state, rows, false);
}

static void copula_comes_off_nouns(void **state)
{
	static const char *const rows[] = {
		"학생 학생이다 학생입니다 학생이었다 학생이라면 학생인 "
		"학생이에요 학생이지만 학생인데요 학생이며",
		"의사 의사다 의사였다 의사입니다 의사라는 의사예요",
		"부분 부분적이었습니다",
		NULL
	};

	check(*state, rows, true);
}

static void regular_verbs_are_found(void **state)
{
	static const char *const rows[] = {
		"먹다 먹다 먹고 먹는 먹은 먹을 먹었다 먹습니다 먹으면 먹어서 "
		"먹겠지만 먹으시는",
		"가다 간다 갈 갔다 가서 갑니다 가셨어요 가려고 가는데",
		"보다 봤다 보면서 볼까요 보았으며 보는지도",
		"마시다 마시고 마셨다 마십니다 마실",
		"배우다 배웠다 배워서 배웁니다 배우기는",
		"떨어지다 떨어졌던 떨어진 떨어져",
		"없다 없는 없었다 없습니다",
		NULL
	};

	check(*state, rows, true);
}

static void irregular_verbs_are_found(void **state)
{
	static const char *const rows[] = {
		"맵다 매운 매워도 매웠습니다 맵지만",
		"돕다 도와 도왔다 도우면 돕는",
		"듣다 들었다 들으면 듣고 들어서",
		"짓다 지은 지었다 지으면 짓는",
		"부르다 불러 불렀다 부르면",
		"이르다 이르러 이르렀다 이른다",
		"바쁘다 바빠서 바빴다 바쁜",
		"크다 커서 컸다 큰 큽니다",
		"살다 사는 삽니다 살았다 사세요 산다",
		"그렇다 그랬다 그렇습니다",
		"되다 돼요 됐다 되어 된다",
		"하다 해 했다 하여 합니다 할",
		NULL
	};

	check(*state, rows, true);
}

static void verbs_of_nouns_are_the_noun(void **state)
{
	static const char *const rows[] = {
		"참여 참여하다 참여한다 참여해 참여했습니다 참여하며 "
		"참여하시겠습니까",
		"등록 등록됐다 등록되었습니다 등록시키는 등록된",
		"정성 정성스럽게 정성스러운",
		"자유 자유롭다 자유로운 자유로워서",
		"친절 친절함에 친절하셨어요 친절히 친절하기",
		"깨끗 깨끗이 깨끗해진 깨끗하지",
		"추천 추천해줘 추천해주세요 추천받은",
		"시작 시작되자마자 시작하기도",
		NULL
	};

	check(*state, rows, true);
}

static void auxiliary_verbs_come_off(void **state)
{
	static const char *const rows[] = {
		"먹다 먹어보세요 먹고있는 먹지않는다 먹고싶다 먹어버렸다",
		"열리다 열려있다 열려있는",
		"굽다 구워져서",
		"끝내다 끝내줘요",
		NULL
	};

	check(*state, rows, true);
}

static void strangers_stay_apart(void **state)
{
	static const char *const rows[] = {
		"걸다 걸려 걸린다",
		"말다 마시고 마시는",
		"줄다 준다 주는",
		"낳다 난다 내서",
		"잡다 자와",
		"기다 기차 기사",
		"하다 하늘 하루",
		"사다 사람 사랑은",
		"보다 보리 보통",
		"북한하다 북한의",
		"자다 자주는",
		"나다 나라는",
		"배다 배려하는",
		NULL
	};

	check(*state, rows, false);
}

static void nouns_of_verbs_are_near_the_verb(void **state)
{
	struct analysis analysis = analyse(*state, TEXT("느낌을"));

	assert_true(text_equal_string(
	    analysis.readings.items[0].key, "느낌"));
	assert_true(text_equal_string(
	    analysis.readings.items[0].loose, "느끼다"));
}

static bool has_form(const struct analysis *analysis, const char *form)
{
	size_t i;

	for (i = 0; i < analysis->forms.count; i++)
		if (text_equal_string(analysis->forms.items[i].word, form))
			return true;
	return false;
}

static void dictionary_forms_can_be_typed(void **state)
{
	struct analysis analysis = analyse(*state, TEXT("매웠습니다"));

	assert_true(has_form(&analysis, "맵다"));
	assert_true(has_form(&analysis, "매운"));
	assert_true(has_form(&analysis, "매워서"));
	analysis = analyse(*state, TEXT("주최하며"));
	assert_true(has_form(&analysis, "주최"));
	assert_true(has_form(&analysis, "주최하다"));
	analysis = analyse(*state, TEXT("등록됐다"));
	assert_true(has_form(&analysis, "등록되다"));
}

static void foreign_letters_and_numbers_are_parts(void **state)
{
	struct analysis analysis = analyse(*state, TEXT("2011년에는"));

	assert_true(has_key(&analysis, TEXT("2011년")));
	assert_int_equal(analysis.parts.count, 1);
	assert_true(text_equal_string(analysis.parts.items[0], "2011"));
}

static void anything_is_analysed(void **state)
{
	struct arena arena = { 0 };
	char *long_word = arena_alloc(&arena, 3001);
	static const char *const words[] = { "a", "가", "ㄱ", "ㅋㅋ", "1",
		"\u1100", "\u1161", "\u11a8", "하", "이", "\U0001f600",
		"'", "가'나", "ㅠㅠ가", "\xff", "으", "었다", "습니다", NULL };
	const char *const *word;
	size_t i;

	for (word = words; *word != NULL; word++)
		(void)analyse(*state, text_from(*word));
	for (i = 0; i < 1000; i++)
		memcpy(long_word + 3 * i, "는", 3);
	(void)analyse(*state, (struct text){ long_word, 3000 });
	for (i = 1; i < 40; i++)
		(void)analyse(*state, (struct text){ long_word, 3 * i });
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(particles_come_off_nouns),
		cmocka_unit_test(ends_of_nouns_are_no_particles),
		cmocka_unit_test(copula_comes_off_nouns),
		cmocka_unit_test(regular_verbs_are_found),
		cmocka_unit_test(irregular_verbs_are_found),
		cmocka_unit_test(verbs_of_nouns_are_the_noun),
		cmocka_unit_test(auxiliary_verbs_come_off),
		cmocka_unit_test(strangers_stay_apart),
		cmocka_unit_test(nouns_of_verbs_are_near_the_verb),
		cmocka_unit_test(dictionary_forms_can_be_typed),
		cmocka_unit_test(foreign_letters_and_numbers_are_parts),
		cmocka_unit_test(anything_is_analysed),
	};

	return cmocka_run_group_tests(tests, open_tables, fixture_close);
}
