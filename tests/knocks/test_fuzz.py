"""Anything somebody could write: looked over, escaped, sent; each is answered in words and ends nothing."""

import asyncio
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.screening.escape import clean, escape, is_blank
from bot.screening.findings import findings, name_candidates
from bot.screening.looked_over import look_over_own
from sandbox import Member, Seen
from tests.stage import Stage

ANYTHING = st.one_of(
    st.text(st.characters(), max_size=400),  # lone surrogates and control characters too
    st.text("*_~`|<>@#&:/\\[]()!-\n \u200b\u202e\u0301\ufeff0123456789", max_size=400),
    st.lists(st.sampled_from(["@everyone", "<@1>", "](http://a.b)", "my boss Ann", "+1 555 0100", "\0", "\ud800"]))
    .map(" ".join),
)  # fmt: skip
FORGES = re.compile(r"(?m)^(?:#{1,3} |-# |> |>>> )|(?<!\\)<(?:@|#|/|:|a:|t:|id:)|(?<!\\)\]\(")
HOSTILE = (
    "\0 and then \0 nothing", "\ud800 lone", "a" + "\u0301" * 900, "\u202e" * 50 + " backwards", "🏳️‍🌈" * 300,
    "'; DROP TABLE vent; --", "{ $name } { -brand }", "%s %(x)s {0} {x!r}", "<@&1> @here </vent:1> <t:0:R>",
    "```\n" * 200, "\n" * 1_500 + ".", "\u2028 \u2029 \x85 lines", "\x1b[31m red", "NaN", "[[[[" * 400,
    "1" * 1_900, "http://" + "a." * 600, "+49 " * 400, "@" * 1_900, "\ufdfa" * 600,
)  # fmt: skip
AT_ONCE = 5
THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@THOROUGH
@given(ANYTHING)
def test_any_text_can_be_looked_over_and_escaped(text: str) -> None:
    look_over_own(text)
    findings(text)
    name_candidates(text)
    is_blank(text)
    clean(text)
    shown = escape(text)

    assert not FORGES.search(shown)
    assert "@everyone" not in shown
    shown.encode()


async def test_hostile_texts_in_a_form_are_answered_in_words(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    writers = people(stage)
    card, _ = await stage.vent(stage.ada)
    for some in batched(HOSTILE, AT_ONCE):
        await asyncio.gather(*(is_answered(stage, card, next(writers), next(writers), text) for text in some))

    await stage.quiet()
    assert [one for one in caplog.messages if one.startswith("defect")] == []


def batched(texts: tuple[str, ...], many: int) -> list[tuple[str, ...]]:
    return [texts[first : first + many] for first in range(0, len(texts), many)]


async def is_answered(stage: Stage, card: Seen, author: Member, friend: Member, text: str) -> None:
    """A post and a line with this text."""
    form = (await author.press(stage.panel(), "vent:open")).form
    posted = await author.submit(form, raw=True, text=text, help="listen", name="hidden")
    form = (await friend.press(card, "vent:line")).form
    written = await friend.submit(form, raw=True, line=text[:280], sign="unsigned")
    for answer in (posted, written):
        assert answer.failed is None, (text, answer)
        assert answer.text.strip(), text


async def test_choices_that_no_form_offers_are_answered_in_words(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    for fields in (
        {"help": "hug", "name": "hidden"}, {"help": "listen", "name": "root"}, {"help": "", "name": ""},
        {"help": "listen", "name": "hidden", "extras": ["later", "later", "never"]},
    ):  # fmt: skip
        form = (await stage.ada.press(stage.panel(), "vent:open")).form
        answer = await stage.ada.submit(form, raw=True, text="They said no.", **fields)
        assert answer.failed is None
        assert answer.text.strip()
    assert [one for one in caplog.messages if one.startswith("defect")] == []


def people(stage: Stage) -> Iterator[Member]:
    return iter([one for one in stage.guild.members if one.name.startswith("Member")] * 2)
