"""Over HTTP one can be anybody: look, act, move the clock, and be told what changes."""

from typing import Any

import pytest

from .raw import Home

HELLO = {"name": "hello", "description": "Says hello"}
BUTTON = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Press", "custom_id": "area:press:1"}]}]


class Page:
    """What a page asks."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.base = f"{home.local.base}/sandbox"

    async def get(self, path: str) -> Any:
        async with self.home.raw.session.get(self.base + path) as answer:
            return await answer.json()

    async def act(self, verb: str, **body: Any) -> tuple[int, Any]:
        body = {key: str(value) if isinstance(value, int) else value for key, value in body.items()}
        async with self.home.raw.session.post(f"{self.base}/act/{verb}", json=body) as answer:
            return answer.status, await answer.json()


@pytest.fixture
def page(home: Home) -> Page:
    return Page(home)


async def test_a_person_sees_their_places_and_not_those_of_others(home: Home, page: Page) -> None:
    home.guild.channel("hidden", overwrites={home.guild.everyone: (0, 1 << 10)})
    home.ben.dm(home.app)
    state = await page.get(f"/state?as={home.ben.id}")
    people = await page.get("/people")

    assert [one["name"] for one in state["guilds"][0]["channels"]] == ["general"]
    assert state["dms"][0]["with"]["name"] == "Helper"
    assert {one["name"] for one in people["people"]} == {"Ada", "Ben"}


async def test_a_person_acts_and_sees_what_came_of_it(home: Home, page: Page) -> None:
    await home.commands(HELLO)
    ben, room = home.ben.id, home.room.id
    status, said = await page.act("say", **{"as": ben}, channel=room, text="words")
    await page.act("react", **{"as": ben}, channel=room, message=said["id"], emoji="🫂")
    _, ran = await page.act("run", **{"as": ben}, channel=room, name="hello")
    await home.raw.send(room, components=BUTTON)
    card = home.ben.sees(home.room)[-1]
    _, pressed = await page.act("press", **{"as": ben}, channel=room, message=card.id, button="area:press")
    messages = await page.get(f"/channels/{room}/messages?as={ben}&limit=10")
    offered = await page.get(f"/channels/{room}/commands?as={ben}")

    assert status == 200
    assert ran["failed"] == "The application did not respond"
    assert pressed["failed"] == "This interaction failed"
    assert messages[0]["reactions"][0]["me"]
    assert messages[0]["mine"]
    assert [one["name"] for one in offered] == ["hello"]


async def test_what_a_client_refuses_is_said_and_what_is_not_there_too(home: Home, page: Page) -> None:
    ben, room = home.ben.id, home.room.id

    assert (await page.act("run", **{"as": ben}, channel=room, name="nothing"))[0] == 409
    assert (await page.act("say", **{"as": ben}, channel=1, text="x"))[0] == 404
    assert (await page.act("fly", **{"as": ben}))[0] == 404
    assert (await page.act("say", **{"as": home.app.id}, channel=room, text="x"))[0] == 404
    headers = {"Origin": "http://example.org"}
    async with home.raw.session.get(f"{page.base}/people", headers=headers) as elsewhere:
        assert elsewhere.status == 403


async def test_a_viewer_is_told_what_its_people_receive_and_nothing_else(home: Home, page: Page) -> None:
    hidden = home.guild.channel("hidden", overwrites={home.guild.everyone: (0, 1 << 10)})
    async with home.raw.session.ws_connect(f"{page.base}/live?as={home.ben.id}") as socket:
        clock = await socket.receive_json(timeout=5)
        await home.ada.say(hidden, "not for Ben")
        await home.ada.say(home.room, "for all")
        told = await socket.receive_json(timeout=5)

    assert clock["type"] == "clock"
    assert told["event"] == "MESSAGE_CREATE"
    assert told["data"]["content"] == "for all"


async def test_the_log_shows_requests_with_their_bodies(home: Home, page: Page) -> None:
    await home.raw.send(home.room.id, "words")
    log = await page.get("/requests")

    assert log[-1]["body"] == {"content": "words"}
    assert log[-1]["status"] == 200
    assert await page.get(f"/requests?after={log[-1]['number']}") == []


async def test_the_clock_is_moved_by_the_page(home: Home, page: Page) -> None:
    before = (await page.get("/clock"))["now"]
    async with home.raw.session.post(f"{page.base}/clock", json={"move": 3600, "speed": 2}) as answer:
        after = await answer.json()

    assert after["now"] - before >= 3600
    assert after["speed"] == 2
