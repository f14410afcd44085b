"""Wrong bodies are refused over HTTP, with the place of the mistake; each limit is broken by one."""

from typing import Any

import pytest

from .raw import Home
from .test_interactions import HELLO, begun

V2 = 1 << 15


def text(content: str = "words") -> dict[str, Any]:
    return {"type": 10, "content": content}


def button(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Press", "custom_id": "press"} | more


def row(*components: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(components)}


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2001},
        {"flags": V2, "content": "x", "components": [text()]},
        {"flags": V2, "components": [text() for _ in range(41)]},
        {"flags": V2, "components": [text("x" * 4001)]},
        {"flags": V2, "components": [{"type": 17, "components": [text() for _ in range(40)]}]},
        {"flags": V2, "components": [{"type": 12, "items": [{"media": {"url": "attachment://no.png"}}]}]},
        {"components": [text()]},
        {"content": "x", "flags": 64},
        {"content": "x", "components": [row(button()) for _ in range(6)]},
        {"content": "x", "components": [row(*[button(custom_id=str(n)) for n in range(6)])]},
        {"content": "x", "components": [row(button(), button())]},
        {"content": "x", "components": [row(button(custom_id="x" * 101))]},
        {"content": "x", "components": [row(button(label="x" * 81))]},
        {"content": "x", "components": [row({"type": 2, "style": 1, "label": "no id"})]},
        {"content": "x", "components": [row({"type": 2, "style": 5, "label": "no url"})]},
        {"content": "x", "components": [row(button(), {"type": 3, "custom_id": "s", "options": []})]},
        {"content": "x", "embeds": [{"description": "x" * 4097}]},
        {"content": "x", "embeds": [{"description": "x" * 3500} for _ in range(2)]},
        {"content": "x", "nonce": "x" * 26},
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        {"content": "x", "allowed_mentions": {"users": [str(n) for n in range(101)]}},
    ],
)
async def test_a_message_past_a_limit_is_a_wrong_form(home: Home, body: dict[str, Any]) -> None:
    status, answer = await home.raw.ask("POST", f"{home.here}/messages", body)

    assert (status, answer["code"]) == (400, 50035)
    assert answer["errors"]
    assert home.ben.sees(home.room) == []


async def test_a_v2_text_of_too_many_bytes_fails_without_a_reason(home: Home) -> None:
    body = {"flags": V2, "components": [text("あ" * 3500)]}

    assert (await home.raw.ask("POST", f"{home.here}/messages", body))[0] == 500


def field(number: int, **more: Any) -> dict[str, Any]:
    return {"type": 18, "label": "What?", "component": {"type": 4, "style": 1, "custom_id": f"f{number}", **more}}


@pytest.mark.parametrize(
    "form",
    [
        {"title": "T", "custom_id": "c", "components": [field(n) for n in range(6)]},
        {"title": "T", "custom_id": "c", "components": []},
        {"title": "x" * 46, "custom_id": "c", "components": [field(1)]},
        {"title": "T", "custom_id": "x" * 101, "components": [field(1)]},
        {"title": "T", "custom_id": "c", "components": [field(1) | {"label": "x" * 46}]},
        {"title": "T", "custom_id": "c", "components": [field(1) | {"description": "x" * 101}]},
        {"title": "T", "custom_id": "c", "components": [field(1, placeholder="x" * 101)]},
        {"title": "T", "custom_id": "c", "components": [field(1, max_length=4001)]},
        {"title": "T", "custom_id": "c", "components": [field(1), field(1)]},
    ],
)
async def test_a_form_past_a_limit_is_refused_and_another_answer_may_follow(home: Home, form: dict[str, Any]) -> None:
    await home.commands(HELLO)
    async with home.raw.ready() as gateway:
        task, given = await begun(home, gateway, home.ben.run("hello"))
        status, refused = await home.raw.answer(given, 9, **form)
        await home.raw.answer(given, 4, content="sorry")
        answer = await task

    assert (status, refused["code"]) == (400, 50035)
    assert answer.text == "sorry"
