"""A server on which five people do all there is, by name and without, each at a moment of their own."""

import random
import shutil
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.data import keys
from bot.data.inbox import AUTHOR
from bot.data.keys import Keys
from bot.domain.ids import GuildId, MemberId, VentId
from cogs.reciprocity.model.balance import WHO
from cogs.reciprocity.service.upkeep import Upkeep
from cogs.venting.service.moderated import Moderated
from cogs.venting.service.owning import Owning
from sandbox.rest.limits import Verdict
from tests.contract import corners
from tests.contract.joins import Tables
from tests.stage import Stage, staged

BETWEEN = timedelta(minutes=6, seconds=1, milliseconds=300)
"""Between two acts: longer than any pause, and a moment that no other act shares."""
WEDNESDAY = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
"""On a Monday morning nobody becomes anybody's buddy (cogs.buddies.model.weeks)."""
HALFWAY = timedelta(minutes=6, milliseconds=650)
"""Within it: halfway to the next one's moment."""
KEPT = "kept_"
PURPOSES = (AUTHOR, WHO, "limit:vent", "limit:line", "pause:vent", *corners.PURPOSES)


def remember_everything(path: Path) -> None:
    """From here on every state that a row is ever in stays in a table `kept_…`: jobs live for milliseconds."""
    with closing(sqlite3.connect(path)) as rows:
        names = [name for (name,) in rows.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for name in names:
            kept = f"{KEPT}{name}"
            new = ", ".join(f"NEW.{column[1]}" for column in rows.execute(f"PRAGMA table_info({name})"))
            rows.execute(f"CREATE TABLE {kept} AS SELECT * FROM {name}")  # noqa: S608  names from the schema itself
            for event in ("INSERT", "UPDATE"):
                rows.execute(
                    f"CREATE TRIGGER {kept}_{event} AFTER {event} ON {name} BEGIN "  # noqa: S608
                    f"INSERT INTO {kept} VALUES ({new}); END"
                )
        rows.commit()


def all_rows(path: Path) -> tuple[Tables, Tables]:
    """(what is in the database now, what ever was)"""
    with closing(sqlite3.connect(path)) as rows:
        rows.row_factory = sqlite3.Row
        names = [name for (name,) in rows.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {name: [dict(row) for row in rows.execute(f"SELECT * FROM {name}")] for name in names}  # noqa: S608
    now = {name: found[name] for name in names if not name.startswith((KEPT, "sqlite_"))}
    return now, {name: found[KEPT + name] for name in now}


@asynccontextmanager
async def lived_in(folder: Path, template: Path) -> AsyncIterator[tuple[Stage, Path]]:
    """The stage and its file, after everybody has done everything."""
    path = folder / "rows.db"
    shutil.copyfile(template, path)
    remember_everything(path)
    async with staged(folder, database_url=f"sqlite+aiosqlite:///{path}") as stage:
        stage.discord.clock.set(WEDNESDAY)
        await stage.later(timedelta())
        await stage.set_up()
        await corners.open_the_house(stage)
        await Life(stage).all_of_it()
        yield stage, path


class NoLimits:
    """Nobody waits for Discord's rate limits here: what is looked at are rows."""

    def count(self, *_: object) -> Verdict:
        return Verdict({})


class Life:
    """What they do: whom they answer is drawn, so that no pattern of ours looks like a pattern of the rows."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.chance = random.Random(4)
        others = [one for one in stage.guild.members if one.name.startswith("Member")]
        self.people = [stage.ada, stage.ben, *others[:3]]
        stage.discord.rest.limits = NoLimits()  # type: ignore[assignment]

    async def all_of_it(self) -> None:
        corner = corners.Corners(self)
        await corner.before()
        for keeper in self.shuffled():
            await self._keep_balance(keeper)
        named = {one.id: await self._vent(one, "open") for one in self.people}
        hidden = {one.id: await self._vent(one, "hidden") for one in self.shuffled()}
        for writer in self.shuffled():
            others = [one.id for one in self.shuffled() if one is not writer]
            await self._line(writer, named[others[0]], "unsigned")
            for card in (named[others[0]], named[others[1]], hidden[others[2]], hidden[others[3]]):
                await self._line(writer, card, "signed")
            await self._line(writer, hidden[others[1]], "unsigned")
        for writer in self.shuffled():
            for author in [one.id for one in self.shuffled() if one is not writer][:2]:
                await self.a_while_later()
                await writer.say(hidden[author].thread, "I know it, too.")
        for giver in self.shuffled():
            await self._cheer(giver, self.chance.choice([card for of, card in hidden.items() if of != giver.id]))
        for author in self.shuffled()[:3]:
            await self._tell_me(author, hidden[author.id])
        for author in self.shuffled()[:2]:
            await self._take_down(author, hidden[author.id])
        await self._look_at_balances()
        await self._wait_for_a_look(list(named.values()))
        await corner.after(hidden, named)

    async def _wait_for_a_look(self, cards: list[Any]) -> None:
        """Mia lets everybody wait, and looks at some of it."""
        mia, room = self.stage.mia, self.stage.room
        board = await mia.run("mod board", channel=room)
        asked = await mia.press(board.message, "vent:gate")
        await mia.choose(asked.message, "vent:gateis", ["all"])
        opened = await mia.press(board.message, "mod:duty")
        await mia.submit(opened.form, zone="UTC", opens=["0"], closes=["24"])
        for author in self.shuffled():
            await self.a_while_later()
            opened = await author.press(self.stage.panel(), "vent:open")
            await author.submit(opened.form, text=f"Waits {author.id % 97}.", help="listen", name="hidden")
        for writer in self.shuffled()[:3]:
            card = next(one for one in cards if not one.deleted and f"<@{writer.id}>" not in one.text)
            await self._line(writer, card, "unsigned")
        for label in ("Let it through", "Decline"):
            await self.a_while_later()
            board = await mia.run("mod board", channel=room)
            looked = await mia.press(board.message, "vent:look")
            await mia.press(looked.message, label)

    def shuffled(self) -> list[Any]:
        return self.chance.sample(self.people, len(self.people))

    async def a_while_later(self) -> None:
        """People's clock moves on; what falls due meanwhile is done at a moment that is nobody's."""
        self._move(HALFWAY)
        await self.stage.quiet()
        self._move(BETWEEN - HALFWAY)

    def _move(self, by: timedelta) -> None:
        """Here and in the bot at once."""
        bot, clock = self.stage.bot, self.stage.discord.clock
        assert bot is not None
        clock.move(by)
        bot.database.wall.follow(clock.unix(), clock.speed)
        bot.worker.wake()

    async def _vent(self, author: Any, name: str) -> Any:
        await self.a_while_later()
        await self.stage.discord.until(lambda: self.stage.panel() is not None)
        card, _ = await self.stage.vent(author, f"By {author.id % 97}, {name}.", name=name, help="stories")
        return card

    async def _line(self, writer: Any, card: Any, sign: str) -> None:
        await self.a_while_later()
        opened = await writer.press(card, "vent:line")
        answer = await writer.submit(opened.form, line=f"Words {sign}.", sign=sign)
        await self.stage.discord.until(lambda: answer.text)

    async def _cheer(self, giver: Any, card: Any) -> None:
        await self.a_while_later()
        await giver.press(card, "vent:cheer")

    async def _tell_me(self, author: Any, card: Any) -> None:
        await self.a_while_later()
        more = await author.press(card, "vent:more")
        await author.press(more.message, "vent:tell")

    async def _keep_balance(self, keeper: Any) -> None:
        await self.a_while_later()
        asked = await keeper.run("my balance", channel=self.stage.room)
        await keeper.press(asked.message, "balance:on")

    async def _look_at_balances(self) -> None:
        """Half of what was given without a name is added up as at a week's end, the rest still waits."""
        bot, guild = self.stage.bot, GuildId(self.stage.guild.id)
        assert bot is not None
        await self.stage.quiet()
        upkeep = Upkeep(bot.database, living_keys(self.stage))
        await bot.database.change(lambda unit: upkeep.add_up(unit, guild, at_most=0))
        for one in self.shuffled():
            await self.a_while_later()
            await one.run("my balance", channel=self.stage.room)
            await self._cheer_anything(one)
        await self.stage.quiet()

    async def _cheer_anything(self, giver: Any) -> None:
        await self._cheer(giver, self.chance.choice(self.stage.cards()))

    async def _take_down(self, author: Any, card: Any) -> None:
        await self.a_while_later()
        more = await author.press(card, "vent:more")
        await author.press(more.message, "vent:down")

    async def show_names(self) -> int:
        """A day later: posts without a name get one, by whoever is not muted; gives how many."""
        mia, room = self.stage.mia, self.stage.room
        board = await mia.run("mod board", channel=room)
        asked = await mia.press(board.message, "vent:gate")
        await mia.choose(asked.message, "vent:gateis", ["off"])
        self._move(timedelta(days=1, minutes=1))
        await self.stage.quiet()
        return sum([await self._shows_name(author) for author in self.people])

    async def _shows_name(self, author: Any) -> bool:
        """Answered under, reached out to, hidden with all else of theirs and shown again; then the name goes on it."""
        await self.a_while_later()
        before, mia = len(self.stage.cards()), self.stage.mia
        opened = await author.press(self.stage.panel(), "vent:open")
        posted = await author.submit(opened.form, text="Once more.", help="listen", name="hidden")
        await self.stage.quiet()
        if len(self.stage.cards()) == before:
            assert "cannot post or write without a name" in posted.text
            return False
        card = self.stage.cards()[-1]
        more = await author.press(card, "vent:more")
        answering = await author.press(more.message, "vent:reply")
        await author.submit(answering.form, text="Thank you all.")
        await self.stage.quiet()
        tools = await mia.menu("Report", card)
        reaching = await mia.press(tools.message, "Reach out")
        await mia.submit(reaching.form, text="Are you all right?")
        hidden = await mia.press(tools.message, "Hide all by this author")
        await mia.press(hidden.message, "Undo")
        await self.stage.quiet()
        number, guild = VentId(int(str(card.buttons[0].custom_id).split(":")[2])), GuildId(self.stage.guild.id)
        await owning_of(self.stage).use_my_name(number, guild, MemberId(author.id))
        await self.stage.quiet()
        return True


def owning_of(stage: Stage) -> Owning:
    """What authors do, without a press: *Use my name* is offered once a day has passed."""
    assert stage.bot is not None
    moderated = next(one for _, one in stage.bot.parts["venting"].answers if isinstance(one, Moderated))
    return Owning(moderated._tools)  # pyright: ignore[reportPrivateUsage]


def whose(stage: Stage, tables: Tables) -> dict[bytes, int]:
    """Every ref that the keys can make of these people, and whose it is: what only the key holder knows."""
    living = living_keys(stage)
    guild = stage.guild.id
    known: dict[bytes, int] = {}
    for one in stage.guild.members:
        for purpose in PURPOSES:
            known |= dict.fromkeys(living.refs(purpose, guild, one.id), one.id)
        for vent in tables["vent"]:
            known |= dict.fromkeys(living.refs("support", vent["id"], one.id), one.id)
        known |= corners.other_refs(living, guild, one.id, tables)
    return known


def living_keys(stage: Stage) -> Keys:
    found = keys.read_file(stage.folder / "keys" / "master.json")
    assert found is not None
    return found


def author_refs(known: Mapping[bytes, int], tables: Tables) -> dict[bytes, int]:
    """Those refs that stand for an author somewhere."""
    there = {row["author_ref"] for name in ("vent", "past_vent") for row in tables[name]}
    return {ref: person for ref, person in known.items() if ref in there}
