"""The crisis words: recall first, and job seekers may go on joking."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.crisis import HELD_BACK, Sentence, score, sentences
from bot.screening.crisis import CrisisWords, Signal, signals, standard_words
from bot.screening.crisis_lists import read_folder, read_lists
from bot.screening.phrases import PhraseError


def of_kind(kind: str, *, held_back: bool) -> list[Sentence]:
    return [
        sentence for sentence in sentences() if sentence.kind == kind and (sentence.split == HELD_BACK) == held_back
    ]


def test_the_labelled_set_is_large_enough_and_has_no_doubles() -> None:
    texts = [sentence.text for sentence in sentences()]

    assert len(texts) == len(set(texts)) >= 300
    assert sum(sentence.kind == "signal" for sentence in sentences()) >= 130
    assert sum(sentence.kind == "idiom" for sentence in sentences()) >= 110
    assert sum(sentence.kind == "neutral" for sentence in sentences()) >= 80


def test_at_least_95_percent_of_the_held_back_signals_are_found() -> None:
    assert score(standard_words(), of_kind("signal", held_back=True)).share >= 0.95


def test_at_most_5_percent_of_the_held_back_idioms_bring_the_card() -> None:
    assert score(standard_words(), of_kind("idiom", held_back=True)).share <= 0.05


def test_the_two_thirds_the_lists_were_written_against_do_better_still() -> None:
    assert score(standard_words(), of_kind("signal", held_back=False)).share >= 0.97
    assert score(standard_words(), of_kind("idiom", held_back=False)).share <= 0.03


def test_ordinary_vents_hardly_ever_bring_the_card() -> None:
    neutral = of_kind("neutral", held_back=False) + of_kind("neutral", held_back=True)

    assert score(standard_words(), neutral).share <= 0.02


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO DIE",
        "i  want   to\tdie",
        "i waaaant to dieeee",
        "i want to… die",
        "I. Want. To. Die.",
        "i want to 😭 die",
        "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
        "i w\u200bant to d\u200bie",
        "k i l l m y s e l f",
        "k*ll myself",
        "su1cide",
        "suiciidal thoughts",
        "I can’t do this anymore",
        "i cant do this any more",
        "killmyself",
        "ich moechte sterben",
        "ICH MÖCHTE STERBEN",
    ],
)
def test_it_is_found_however_it_is_typed(text: str) -> None:
    assert signals(text)


@pytest.mark.parametrize(
    "text",
    [
        "this is killing me, I'm dead, deadline is tomorrow. But really, I want to die.",
        "Bombed the interview. Everyone would be better off without me.",
        "die Warterei bringt mich um. Ich will nicht mehr leben.",
    ],
)
def test_a_joke_beside_it_does_not_hide_it(text: str) -> None:
    assert signals(text)


def test_it_is_found_in_the_middle_of_a_long_vent() -> None:
    around = "They asked for references and a portfolio and then never called. " * 14

    assert signals(f"{around}I do not want to be alive anymore. {around}")


def test_a_signal_says_which_family_and_phrase_it_was() -> None:
    words = CrisisWords([read_lists("en", '[[family]]\nname = "wish"\nphrases = ["want to (die|be dead)"]')])

    assert words.signals("I want to be dead") == [Signal("wish", "en", "want to (die|be dead)")]


def test_an_idiom_covers_only_its_own_words_and_unless_only_its_own_family() -> None:
    toml = """
idioms = ["die of shame"]
[[family]]
name = "wish"
phrases = ["die"]
[[family]]
name = "goodbye"
phrases = ["farewell"]
unless = ["new job"]
"""
    words = CrisisWords([read_lists("en", toml)])

    assert words.signals("I could die of shame") == []
    assert [signal.family for signal in words.signals("I could die of shame. I could die.")] == ["wish"]
    assert words.signals("farewell, I have a new job") == []
    assert [signal.family for signal in words.signals("I could die. farewell, a new job")] == ["wish"]


FAMILY = "[[family]]\nname = 'x'\nphrases = ['a']\n"

PAIR = """
idioms = ["cross that bridge"]
[[family]]
name = "wish"
phrases = ["want to die"]
[[pair]]
name = "means"
first = ["bridge"]
second = ["one step"]
within = 6
unless = ["interview"]
"""


@pytest.mark.parametrize(
    "text",
    ["one step and the bridge is behind me", "The bridge. It would be one step.", "Bridge. Bridge. It is one step"],
)
def test_a_pair_counts_when_both_sides_stand_near_each_other_in_either_order(text: str) -> None:
    assert CrisisWords([read_lists("en", PAIR)]).signals(text) == [Signal("means", "en", "bridge + one step")]


@pytest.mark.parametrize(
    "text",
    [
        "I walked over the bridge",
        "the bridge is far away from here and later on I took one step",
        "one step to the bridge, then the interview",
        "we cross that bridge in one step",
    ],
)
def test_a_pair_does_not_count_alone_far_apart_excused_or_covered(text: str) -> None:
    assert CrisisWords([read_lists("en", PAIR)]).signals(text) == []


HINTS = """
[[family]]
name = "ending"
phrases = ["let me vanish"]
not_with = ["job"]
[[hint]]
name = "dark"
points = 1
phrases = ["dark", "darkness"]
[[hint]]
name = "tired"
points = 1
phrases = ["tired"]
[[hint]]
name = "over"
points = 1
phrases = ["over"]
[[hint]]
name = "job"
points = -3
phrases = ["recruiter"]
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is dark here", ""),
        ("dark, darkness, dark", ""),
        ("It is dark here and I am tired", "dark + tired"),
        ("It is dark here. I am tired", ""),
        ("It is dark here. I am tired, it is over", "dark + over + tired"),
        ("The recruiter called. It is dark and I am tired", ""),
        ("dark, tired, over, said the recruiter", ""),
        ("let me vanish", "let me vanish"),
        ("let me vanish, said the recruiter", ""),
        ("The recruiter called me. Now let me vanish", "let me vanish"),
    ],
)
def test_hints_of_a_sentence_are_added_up_and_words_of_the_job_speak_against(text: str, found: str) -> None:
    words = CrisisWords([read_lists("en", HINTS)])

    assert "".join(signal.phrase for signal in words.signals(text)) == found


def test_hints_of_two_sentences_in_a_row_need_one_point_more() -> None:
    words = CrisisWords([read_lists("en", HINTS)])

    assert [signal.family for signal in words.signals("I am tired. It is over and dark")] == ["hints"]
    assert words.signals("I am tired. I sleep now. It is over.") == []


def test_a_list_can_name_a_sign_that_is_plain_letters() -> None:
    words = CrisisWords([read_lists("en", f'{FAMILY}[signs]\n"w/o" = "a"'.replace(FAMILY, "") + f"\n{FAMILY}")])

    assert words.signals("w/o")


def test_a_plural_or_genitive_is_read_as_its_word() -> None:
    words = CrisisWords([read_lists("en", "[[family]]\nname = 'x'\nphrases = ['the rope']")])

    assert words.signals("the rope's in the shed")
    assert words.signals("the ropes")


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (f"{FAMILY}[[pair]]\nfirst = ['a']", "without a name"),
        (f"{FAMILY}[[pair]]\nname = 'p'\nfirst = ['a']\nwithin = 3", "both"),
        (f"{FAMILY}[[pair]]\nname = 'p'\nfirst = ['a']\nsecond = ['a']", "within"),
        (f"{FAMILY}[[pair]]\nname = 'p'\nfirst = ['a']\nsecond = ['a']\nwithin = 900", "within"),
        (f"{FAMILY}[[pair]]\nname = 'p'\nthird = ['a']", "typing slip"),
        (f"{FAMILY}[[hint]]\nname = 'h'\npoints = 1", "no phrases"),
        (f"{FAMILY}[[hint]]\nname = 'h'\nphrases = ['a']", "points"),
        (f"{FAMILY}[[hint]]\nname = 'h'\nphrases = ['a']\npoints = 0", "points"),
        (f"{FAMILY}[[hint]]\nname = 'h'\nphrases = ['a']\npoints = 9", "points"),
        (f"{FAMILY}not_with = ['job']", "no such hint"),
        (f"hint = 3\n{FAMILY}", "written"),
        ("[[family]]\nname = 'x'\nphrases = ['ab*']", "at least 3 letters"),
        ("", "no \\[\\[family\\]\\]"),
        ("family = 3", "no \\[\\[family\\]\\]"),
        ("[[family]]\nphrases = ['a']", "without a name"),
        ("[[family]]\nname = 'x'", "no phrases"),
        ("[[family]]\nname = 'x'\nphrase = ['a']", "typing slip"),
        ("idiom = []\n[[family]]\nname = 'x'\nphrases = ['a']", "typing slip"),
        ("[[family]]\nname = 'x'\nphrases = ['a', 3]", "list of texts"),
        ("fillers = 'a'\n[[family]]\nname = 'x'\nphrases = ['a']", "list of texts"),
        ("spelling = 3\n[[family]]\nname = 'x'\nphrases = ['a']", "table"),
        ("= 3", "cannot be read"),
        ("[[family]]\nname = 'x'\nphrases = ['(a']", "not closed"),
        ("[[family]]\nname = 'x'\nphrases = ['a)']", "too many"),
        ("[[family]]\nname = 'x'\nphrases = ['<nobody>']", "no class called"),
        ("[[family]]\nname = 'x'\nphrases = ['(a)?']", "match any text"),
        ("[classes]\na = ['<a>']\n[[family]]\nname = 'x'\nphrases = ['<a>']", "circle"),
        ("[spelling]\n'want to' = ['wantt']\n[[family]]\nname = 'x'\nphrases = ['a']", "reads the same"),
        ("[spelling]\na = ['x']\nb = ['x']\n[[family]]\nname = 'x'\nphrases = ['a']", "two different things"),
    ],
)
def test_a_broken_list_is_refused_in_words_that_name_the_place(toml: str, says: str) -> None:
    with pytest.raises(PhraseError, match=says):
        CrisisWords([read_lists("xx", toml)])


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PhraseError, match="no crisis word lists"):
        read_folder(tmp_path)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    assert signals(text) == signals(text)


@pytest.mark.parametrize(
    "text",
    [
        "The recruiter said no and I don't want to live anymore",
        "My interview went badly, I don't want to live anymore",
        "Mein Chef sagt nein, ich will sterben",
        "Das Interview lief schlecht, ich will nicht mehr leben",
    ],
)
def test_what_is_said_outright_is_not_taken_back_by_a_word_about_work(text: str) -> None:
    assert standard_words().signals(text)


@pytest.mark.parametrize(
    "text",
    [
        "This portal makes me want to die",
        "I don't want to live in London for this job",
        "That interview was so awkward I wanted to die of embarrassment",
    ],
)
def test_and_what_is_only_an_idiom_stays_one(text: str) -> None:
    assert not standard_words().signals(text)
