"""What a feature may say of itself: its manifest, and what it is given to build its parts with."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

import discord
from sqlalchemy import Table

from bot.data.choices import Choices
from bot.data.database import Database
from bot.data.doors import Doors
from bot.data.forgetting import Forgetting
from bot.data.inbox import Inbox
from bot.data.keys import Keys
from bot.data.people import People
from bot.data.persons import PersonRows
from bot.data.queue import Job
from bot.data.retention import Retention
from bot.data.unit import Unit
from bot.data.worker import Worker
from bot.delivery.sender import Sender
from bot.domain.clock import Wall
from bot.domain.errors import Refusal
from bot.domain.events import Fact
from bot.domain.ids import ChannelId
from bot.pictures.pool import Pictures
from bot.places.finder import Places
from bot.text.catalogue import Catalogue
from bot.ui.args import Args
from bot.ui.commands import Menu, Slash
from bot.ui.filter import Filter
from bot.ui.groups import Groups
from bot.ui.press import Press
from bot.ui.router import Way

Subscriber = Callable[[Unit, Any], None]
"""Hears a fact, on a unit: rows only."""


T = TypeVar("T")


class Ask(Protocol):
    """Finds who answers a question."""

    def __call__(self, question: type[T], /) -> Sequence[T]: ...


Where = Literal["rooms", "moderators", "server"]
"""Where a right is needed: in the vent rooms, in the moderators' place, or wherever people use the feature."""


@dataclass(frozen=True)
class Right:
    """A Discord permission the feature needs, by discord.py's name.

    `text_id` says what for ("to …"); its attributes `.cannot` ("I can't …") and `.so` ("so …") what follows without it.
    `grave` where the feature is off or something is lost; else it does without, less well.
    """

    permission: str
    text_id: str
    place: Where = "rooms"
    grave: bool = True


@dataclass(frozen=True)
class Kit:
    """What the bot lends a feature to build its parts with."""

    name: str
    rows: Database
    keys: Keys
    wall: Wall
    worker: Worker
    sender: Sender
    inbox: Inbox
    people: People
    """`kit.people.tell_self(unit, guild, member, note)` is how one writes to somebody: by DM if they want it."""
    doors: Doors
    """Whoever brings one person to another asks `kit.doors.between(look, guild, one, other)` first."""
    forgetting: Forgetting
    """What goes when somebody wants to be forgotten goes through here, so that no backup brings it back."""
    filter: Filter
    """Every text people give to the bot passes it: `kit.filter.form(Text(...))` is the way of its form."""
    groups: Groups
    """`(await kit.groups.of(press)).rules` is what a group of this size can bear."""
    catalogue: Catalogue
    pictures: Pictures
    """`await kit.pictures.draw(function, data)` gives a PNG; the function stands in the room `pictures`."""
    places: Places
    """Which time zone somebody means."""
    features: Sequence["Feature"]
    ask: "Ask"
    """`kit.ask(ports.CircleDirectory)` gives those who answer that question; not while building, but when needed."""
    parts: Callable[[], Mapping[str, "Parts"]]
    """Every feature's parts by its name; to be called when somebody asks, not while building."""
    about: str
    """How to reach whoever runs this bot; empty where they did not say."""
    operator_channel: ChannelId | None = None
    """Where they want reports about the bot itself."""

    def routed(self) -> set[str]:
        """The presses that some feature answers, as `feature:verb`; to be asked when needed, not while building."""
        return {name for parts in self.parts().values() for name in parts.presses}

    async def pass_on(self, press: Press, custom_id: str) -> None:
        """Answers a press as if it had been the button with this id, whichever feature's that is; none with a form.

        Raises Refusal where nobody answers it.
        """
        feature, verb, *args = custom_id.split(":")
        ways = [
            parts.presses[name] for parts in self.parts().values() if (name := f"{feature}:{verb}") in parts.presses
        ]
        if not ways:
            raise Refusal("press-unknown")
        press.args = Args.of(args)
        await ways[0].handler(press)


RunsJob = Callable[[Job], Awaitable[None]]
"""What a job of the queue does outside a unit."""
Subscription = tuple[type[Fact], Subscriber]
"""(a fact, what is done about it)"""


@dataclass(frozen=True)
class Parts:
    """A feature at work. Names of presses and forms are `feature:verb`; of jobs `feature.verb`."""

    slashes: Sequence[Slash] = ()
    menus: Sequence[Menu] = ()
    presses: Mapping[str, Way] = field(default_factory=dict[str, Way])
    forms: Mapping[str, Way] = field(default_factory=dict[str, Way])
    jobs: Mapping[str, RunsJob] = field(default_factory=dict[str, RunsJob])
    row_jobs: Mapping[str, Callable[[Unit, Job], None]] = field(default_factory=dict[str, Callable[[Unit, Job], None]])
    subscribers: Sequence[Subscription] = ()
    answers: Sequence[tuple[type[Any], object]] = ()
    """(the question from `bot.domain.ports`, who answers it)"""
    on_message: Sequence[Callable[[discord.Message], Awaitable[None]]] = ()
    on_reaction: Sequence[Callable[[discord.RawReactionActionEvent], Awaitable[None]]] = ()
    on_messages_gone: Sequence[
        Callable[[discord.RawMessageDeleteEvent | discord.RawBulkMessageDeleteEvent], Awaitable[None]]
    ] = ()
    on_channel_gone: Sequence[Callable[[discord.abc.GuildChannel], Awaitable[None]]] = ()
    on_thread_gone: Sequence[Callable[[discord.RawThreadDeleteEvent], Awaitable[None]]] = ()
    on_thread_changed: Sequence[Callable[[discord.RawThreadUpdateEvent], Awaitable[None]]] = ()
    mentions: Sequence[Callable[[Any], Coroutine[Any, Any, None]]] = ()
    """Text commands by mention; the function's name is the command's."""
    on_start: Sequence[Callable[[Unit], None]] = ()
    """Plants recurring work that is not in the queue yet."""


@dataclass(frozen=True)
class Feature:
    """A manifest. `tables` are checked for marked person columns; `texts` is the folder of its Fluent files."""

    name: str
    texts: Path
    build: Callable[[Kit], Parts]
    tables: Sequence[Table] = ()
    rights: Sequence[Right] = ()
    asks: Sequence[type[Any]] = ()
    """The questions it needs answered: one that nobody answers fails at start."""
    person_rows: Sequence[PersonRows] = ()
    """What it keeps about a person: how it is counted, exported and forgotten."""
    settings: Mapping[str, type[Choices]] = field(default_factory=dict[str, type[Choices]])
    """What a server can choose, by section (`bot.data.guilds.section`): copied, checked and reset with all the rest."""
    retention: Sequence[Retention] = ()
    """How long its tables keep rows about people, and what throws them away in time."""
    switchable: bool = False
    """Whether servers switch it on; its commands are then registered server by server."""
