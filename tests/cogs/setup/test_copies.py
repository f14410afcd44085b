"""A server's settings as a file: whole, readable, and harmless in whatever shape it comes back."""

import importlib
import json
import operator
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import discover
from bot.data import guilds
from bot.data.choices import Here
from bot.data.database import Database
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.text.catalogue import Catalogue
from cogs.setup.model import COPY_MAX_BYTES, UNCHOSEN
from cogs.setup.service.copies import Copies

CHOSEN_IN_CODE = re.compile(r"\b(?:choose|held)\(\s*\w+,\s*([\w.]+),\s*((?:guilds\.)?[A-Z_]+)\s*[,)]")
HERE, THERE = GuildId(70), GuildId(80)
ROOM, DESK, ROLE = 1_573_918_584_134_959_104, 502, 601
AT_HOME = Here({ROOM, DESK}, {ROLE}, {"venting", "relay"})
ELSEWHERE = Here({900}, {901}, {"venting"})
CHOSEN: Mapping[str, Mapping[str, Any]] = {
    "channels": {"vent_rooms": [ROOM], "moderators": DESK, "wins": None, "country": "DE", "locale": "de"},
    "features": {"on": ["relay", "venting"]},
    "roles": {"moderators": [ROLE], "not_seekers": [], "ping": None},
    "words": {"list": ["pyramid*"]},
    "resources": {"list": [{"name": "Chaplain", "reach": "at the desk", "hours": "", "url": ""}]},
    "cheers": {"list": [["🌱", "Growing"], ["☕", "Here"], ["💪", "Strong"]], "laugh": None},
    "community": {"name": "Seekers", "readers": 30, "larger_since_ms": None},
}


async def chosen(database: Database, guild: GuildId, sections: Mapping[str, Mapping[str, Any]]) -> None:
    await database.change(
        lambda unit: [guilds.choose(unit, guild, name, dict(body)) for name, body in sections.items()]
    )


async def now(database: Database, guild: GuildId) -> dict[str, Any]:
    return await database.read(lambda look: guilds.sections(look, guild))


async def test_a_copy_is_readable_whole_and_brings_everything_back(copies: Copies, database: Database) -> None:
    await chosen(database, HERE, CHOSEN)
    data = await copies.written(HERE, "Seekers", {str(ROOM): "#vent-room", "999": "#nobody-asked"})
    await copies.reset(HERE)
    assert await now(database, HERE) == {"community": CHOSEN["community"]}

    number, copy = await copies.looked_at(data, AT_HOME)
    assert await now(database, HERE) == {"community": CHOSEN["community"]}, "looking changes nothing"
    await copies.bring_in(HERE, number, AT_HOME)

    assert (copy.strangers, copy.unknown, copy.server) == ((), (), "Seekers")
    assert await now(database, HERE) == json.loads(json.dumps(CHOSEN))
    assert '"vent_rooms": [\n' in data.decode()
    assert json.loads(data)["names"] == {str(ROOM): "#vent-room"}
    assert json.loads(data)["settings"]["channels"]["vent_rooms"] == [str(ROOM)], "no program rounds it"


async def test_on_another_server_what_is_not_there_is_left_out_and_named(copies: Copies, database: Database) -> None:
    await chosen(database, HERE, CHOSEN)
    data = await copies.written(HERE, "Seekers", {str(ROOM): "#vent-room", str(ROLE): "@Helpers"})

    number, copy = await copies.looked_at(data, ELSEWHERE)
    await copies.bring_in(THERE, number, ELSEWHERE)

    assert set(copy.strangers) == {str(ROOM), str(DESK), str(ROLE), "relay"}
    assert copy.names[str(ROLE)] == "@Helpers"
    there = await now(database, THERE)
    assert there["channels"] == {"vent_rooms": [], "moderators": None, "wins": None, "country": "DE", "locale": "de"}
    assert there["roles"] == {"moderators": [], "not_seekers": [], "ping": None}
    assert there["features"] == {"on": ["venting"]}
    assert there["words"] == {"list": ["pyramid*"]}


async def test_everyone_never_comes_in_as_a_role(copies: Copies, database: Database) -> None:
    data = copy_of({"roles": {"moderators": [str(HERE)], "ping": str(HERE)}})

    number, _ = await copies.looked_at(data, AT_HOME)
    await copies.bring_in(HERE, number, AT_HOME)

    assert await database.read(lambda look: guilds.moderator_roles(look, HERE)) == frozenset()
    assert await database.read(lambda look: guilds.ping_role(look, HERE)) is None


def copy_of(settings: Any, **more: Any) -> bytes:
    return json.dumps({"kind": "server-settings", "version": 1, "settings": settings} | more).encode()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "too big": (b" " * (COPY_MAX_BYTES + 1), "file-too-big"),
    "empty": (b"", "setup-copy-unreadable"),
    "half": (copy_of({})[:-5], "setup-copy-unreadable"),
    "no letters": (b"\xff\xfe\x00", "setup-copy-unreadable"),
    "too deep": (b"[" * 100_000, "setup-copy-unreadable"),
    "a number without end": (b'{"version": ' + b"9" * 5_000 + b"}", "setup-copy-unreadable"),
    "a list": (b"[]", "setup-copy-other"),
    "something else": (b'{"hello": 1}', "setup-copy-other"),
    "settings that are none": (copy_of([1]), "setup-copy-other"),
    "another version": (copy_of({}, version=2), "setup-copy-version"),
    "no version": (copy_of({}, version=None), "setup-copy-version"),
    "a section that is none": (copy_of({"words": 7}), "setup-copy-wrong"),
    "a part nobody knows": (copy_of({"words": {"list": [], "owner": 1}}), "setup-copy-wrong"),
    "five hundred and one words": (copy_of({"words": {"list": [f"w{n}" for n in range(501)]}}), "setup-copy-wrong"),
    "a word that stops everything": (copy_of({"words": {"list": ["*the*"]}}), "setup-copy-wrong"),
    "a word that cannot be": (copy_of({"words": {"list": ["a*b*c"]}}), "setup-copy-wrong"),
    "a huge id": (copy_of({"channels": {"vent_rooms": [str(2**70)]}}), "setup-copy-wrong"),
    "eleven rooms": (copy_of({"channels": {"vent_rooms": list(range(1, 12))}}), "setup-copy-wrong"),
    "a country that is none": (copy_of({"channels": {"country": "Germany"}}), "setup-copy-wrong"),
    "a language that is a path": (copy_of({"channels": {"locale": "../../etc"}}), "setup-copy-wrong"),
    "an address that is none": (
        copy_of({"resources": {"list": [{"name": "a", "reach": "b", "url": "javascript:alert(1)"}]}}),
        "setup-copy-wrong",
    ),
    "two cheers": (copy_of({"cheers": {"list": [["🌱", "a"], ["☕", "b"]]}}), "setup-copy-wrong"),
    "a cheer without an emoji": (
        copy_of({"cheers": {"list": [["x", "a"], ["☕", "b"], ["💪", "c"]]}}), "setup-copy-wrong",
    ),
}  # fmt: skip


async def test_a_hostile_file_is_refused_in_words_and_changes_nothing(copies: Copies, database: Database) -> None:
    await chosen(database, HERE, CHOSEN)

    said: dict[str, str] = {}
    for name, (data, _) in HOSTILE.items():
        try:
            await copies.looked_at(data, AT_HOME)
        except Refusal as refusal:
            said[name] = refusal.text_id

    assert said == {name: text_id for name, (_, text_id) in HOSTILE.items()}
    assert await now(database, HERE) == json.loads(json.dumps(CHOSEN))


async def test_sections_nobody_knows_are_named_and_left_out_and_what_is_seen_is_not_chosen(
    copies: Copies, database: Database
) -> None:
    number, copy = await copies.looked_at(copy_of({"doors": {}, "community": {"readers": 900}}), AT_HOME)
    await copies.bring_in(HERE, number, AT_HOME)

    assert copy.unknown == ("community", "doors")
    assert await now(database, HERE) == {}


async def test_after_half_an_hour_or_a_second_time_the_file_must_be_given_again(
    copies: Copies, database: Database
) -> None:
    number, _ = await copies.looked_at(copy_of({"words": {"list": ["one"]}}), AT_HOME)
    late, _ = await copies.looked_at(copy_of({"words": {"list": ["later"]}}), AT_HOME)
    await copies.bring_in(HERE, number, AT_HOME)

    with pytest.raises(Refusal):
        await copies.bring_in(HERE, number, AT_HOME)
    database.wall.follow((database.wall.now() + timedelta(minutes=31)).timestamp())
    with pytest.raises(Refusal):
        await copies.bring_in(HERE, late, AT_HOME)
    assert (await now(database, HERE))["words"] == {"list": ["one"]}


def sections_written() -> set[str]:
    """What the code keeps about a server, by the calls that write it; what belongs to the bot itself is not here."""
    found = {name for feature in discover() for name in feature.settings}
    for path in [*Path("bot").rglob("*.py"), *Path("cogs").rglob("*.py")]:
        for guild, name in CHOSEN_IN_CODE.findall(path.read_text()):
            if guild != "OPERATOR":
                module = importlib.import_module(".".join(path.with_suffix("").parts))
                found.add(operator.attrgetter(name)(module))
    return found


def test_starting_over_and_a_copy_have_words_for_every_section_that_can_exist() -> None:
    words = Catalogue([feature.texts for feature in discover()]).words("en-US")
    written = sections_written()

    assert {"doctor", "hindered", "queue", "circles", "words", "roles"} <= written
    assert [name for name in sorted(written - UNCHOSEN) if words.find(f"setup-section-{name}") is None] == []


async def test_what_hindered_the_bot_is_nobodys_choice_and_goes_without_a_word(
    copies: Copies, database: Database
) -> None:
    await chosen(database, HERE, {"hindered": {"right.send_messages.1": 1}})
    assert await copies.chosen(HERE) == []

    await copies.reset(HERE)

    assert await now(database, HERE) == {}
