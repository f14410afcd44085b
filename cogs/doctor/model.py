"""What the doctor looks at on a server, and what it makes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.ids import ChannelId, RoleId

ON_A_PAGE = 4
THREADS_BUDGET, THREADS_AT_MOST = 800, 1_000
"""SPEC 4.11; the second is Discord's (`bot.ui.rights`)."""
CLOCK_OFF_S, CLOCK_WRONG_S = 5.0, 60.0
"""A press is here within 3 s or Discord takes no answer; check-ins are promised for their minute."""
ROWS_SLOW_MS = 1_000
QUEUE_LATE_MS = timedelta(minutes=5) // timedelta(milliseconds=1)
BACKUP_OLD = timedelta(days=7)
NEW_HERE = timedelta(days=7)
"""So long nobody is told that there is no backup yet."""
MEANT_AT_MOST = 200
TOLD_AGAIN_MS = timedelta(days=1) // timedelta(milliseconds=1)
HINDERED_AT_MOST = 50
DOCTOR, HINDERED = "doctor", "hindered"
"""The sections of a server's rows that hold what is meant to be, and what hindered the bot lately."""
TELL = "doctor.tell"
"""The work of telling the moderators that a right is missing."""
NOWHERE = ChannelId(0)
"""Stands for the server as a whole."""


@dataclass(frozen=True)
class Need:
    """A right that a feature needs; `where` as in `bot.feature.Where`."""

    permission: str
    text_id: str
    where: str
    grave: bool


@dataclass(frozen=True)
class Place:
    """A place that was chosen, and what the bot may do there. `givable`: what it could allow itself."""

    id: ChannelId
    where: str
    there: bool = True
    allowed: frozenset[str] = frozenset()
    givable: frozenset[str] = frozenset()
    has_panel: bool | None = None
    """Whether the way in stands there; None where nobody knows."""
    open: bool = False
    """Whether everyone on the server can read there."""


@dataclass(frozen=True)
class Reader:
    """A role of people who look for nothing here, and that can read a room all the same."""

    role: RoleId
    name: str
    people: int | None
    room: ChannelId


@dataclass(frozen=True)
class PingRole:
    """The role that is pinged where a post waits."""

    id: RoleId
    name: str
    can_ping: bool
    below_me: bool
    hands_out: bool
    """Whether the bot may give and take roles at all."""


@dataclass(frozen=True)
class House:
    """How the bot itself is: None where it could not be asked."""

    threads: int | None = None
    clock_off_s: float = 0.0
    rows_ms: int = 0
    late_ms: int = 0
    given_up: int = 0
    backup_age: timedelta | None = None
    here_for: timedelta = timedelta()
    missing_commands: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seen:
    """All the doctor looked at."""

    bot: str
    places: Sequence[Place]
    needs: Sequence[Need]
    readers: Sequence[Reader] = ()
    ping: PingRole | None = None
    gone_roles: Sequence[RoleId] = ()
    house: House = House()
    about: int | None = None
    """About how many people can read."""


@dataclass(frozen=True)
class Finding:
    """One thing to know. `key` is the same as long as it is the same thing, 80 characters at most.

    `needs` are the text ids of the rights' own words, where it is about a right.
    """

    key: str
    grave: bool
    text_id: str
    args: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])
    needs: tuple[str, ...] = ()
    mendable: bool = False


def examine(seen: Seen) -> list[Finding]:
    """What there is to say, the gravest first."""
    found = [*_places(seen), *_rights(seen), *_roles(seen), *_house(seen.house)]
    return sorted(found, key=lambda finding: not finding.grave)


def _places(seen: Seen) -> Iterable[Finding]:
    if not any(place.where == "rooms" for place in seen.places):
        yield Finding("nothing", True, "doctor-nothing")
    for place in seen.places:
        if not place.there:
            last = place.where == "rooms" and sum(one.where == "rooms" for one in seen.places) == 1
            yield Finding(f"gone.{place.where}.{place.id}", True, f"doctor-gone-{place.where}", mendable=not last)
        elif place.has_panel is False and {"view_channel", "send_messages"} <= place.allowed:
            yield Finding(f"panel.{place.id}", True, "doctor-panel", {"place": str(place.id)}, mendable=True)
        if place.open and place.where == "moderators":
            yield Finding(f"open.{place.id}", False, "doctor-open", {"place": str(place.id), "bot": seen.bot})


def _rights(seen: Seen) -> Iterable[Finding]:
    for place in seen.places:
        needs = [need for need in seen.needs if need.where == place.where]
        blind = "view_channel" not in place.allowed and place.id != NOWHERE
        for permission in dict.fromkeys(need.permission for need in needs) if place.there else ():
            # who cannot see a channel can do nothing there: one finding says it all
            if permission in place.allowed or (blind and permission != "view_channel"):
                continue
            yield _right(seen, place, permission, [need for need in needs if need.permission == permission])


def _right(seen: Seen, place: Place, permission: str, needs: Sequence[Need]) -> Finding:
    text_id = "doctor-right-server" if place.id == NOWHERE else "doctor-right"
    return Finding(
        key_of_right(permission, place.id), any(need.grave for need in needs), text_id,
        {"place": str(place.id), "permission": permission, "bot": seen.bot},
        tuple(need.text_id for need in sorted(needs, key=lambda need: not need.grave)),
        mendable=permission in place.givable,
    )  # fmt: skip


def key_of_right(permission: str, place: ChannelId) -> str:
    """The key of a missing right."""
    return f"right.{permission}.{place}"


def _roles(seen: Seen) -> Iterable[Finding]:
    for role in seen.gone_roles:
        yield Finding(f"norole.{role}", False, "doctor-no-role", mendable=True)
    for reader in seen.readers:
        args: dict[str, str | int] = {"role": reader.name, "place": str(reader.room), "people": reader.people or 0}
        known = "" if reader.people is not None else "-some"
        yield Finding(f"reader.{reader.role}.{reader.room}", False, f"doctor-reader{known}", args)
    if seen.ping is not None and not seen.ping.can_ping:
        yield Finding(f"ping.{seen.ping.id}", False, "doctor-ping", {"role": seen.ping.name})
    if seen.ping is not None and seen.ping.hands_out and not seen.ping.below_me:
        yield Finding(f"order.{seen.ping.id}", False, "doctor-order", {"role": seen.ping.name, "bot": seen.bot})


def _house(house: House) -> Iterable[Finding]:
    if house.threads is not None and house.threads >= THREADS_BUDGET:
        full = house.threads >= THREADS_AT_MOST
        args = {"threads": house.threads, "most": THREADS_AT_MOST}
        yield Finding("threads", full, "doctor-threads-full" if full else "doctor-threads", args)
    if abs(house.clock_off_s) >= CLOCK_OFF_S:
        yield Finding(
            "clock", abs(house.clock_off_s) >= CLOCK_WRONG_S, "doctor-clock", {"seconds": round(abs(house.clock_off_s))}
        )
    if house.rows_ms >= ROWS_SLOW_MS:
        yield Finding("rows", False, "doctor-rows", {"seconds": round(house.rows_ms / 1000)})
    if house.late_ms >= QUEUE_LATE_MS:
        yield Finding("queue", True, "doctor-queue", {"minutes": house.late_ms // 60_000})
    if house.given_up:
        yield Finding("given-up", False, "doctor-given-up", {"count": house.given_up}, mendable=True)
    if house.missing_commands:
        names = ", ".join(f"`/{name}`" for name in house.missing_commands[:5])
        yield Finding("commands", True, "doctor-commands", {"names": names}, mendable=True)
    yield from _backup(house)


def _backup(house: House) -> Iterable[Finding]:
    if house.backup_age is None:
        if house.here_for >= NEW_HERE:
            yield Finding("backup", False, "doctor-no-backup")
    elif house.backup_age >= BACKUP_OLD:
        yield Finding("backup", False, "doctor-old-backup", {"days": house.backup_age.days})


@dataclass(frozen=True)
class Report:
    """What is shown: `meant` were taken for meant to be, and are not grave."""

    shown: Sequence[Finding]
    meant: Sequence[Finding]
    about: int | None

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.shown) // ON_A_PAGE))

    def page(self, number: int) -> Sequence[Finding]:
        """The findings of a page that is there; the nearest one where it is not any more."""
        first = self.nearest(number) * ON_A_PAGE
        return self.shown[first : first + ON_A_PAGE]

    def nearest(self, number: int) -> int:
        return min(max(number, 0), self.pages - 1)


def report(seen: Seen, meant: Iterable[str]) -> Report:
    """Sorts out what people took for meant to be; what is grave by now is shown again."""
    keys, found = set(meant), examine(seen)
    put_aside = [one for one in found if one.key in keys and not one.grave]
    return Report([one for one in found if one not in put_aside], put_aside, seen.about)


def cause_of(key: str) -> tuple[str, ChannelId] | None:
    """(permission, place) of a right's key; None for any other."""
    kind, *rest = key.split(".")
    if kind != "right" or len(rest) != 2 or not rest[1].isdecimal():
        return None
    return rest[0], ChannelId(int(rest[1]))
