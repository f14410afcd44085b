"""What waits for a person until they look: by id for those who are known, by ref for those who are not.

A keyed note is announced once, in one neutral line at the person's next use of the bot (SPEC 3).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import bindparam, delete, insert, or_, select, update

from bot.data.keys import Keys
from bot.data.tables import inbox
from bot.data.unit import Look, Rows, Unit, one_aside, one_look, one_unit
from bot.domain.ids import GuildId, MemberId, Ref, random_id

KEPT = timedelta(days=30)
SHOWN_AT_MOST = 25
AUTHOR = "author"
"""The purpose of the refs that anonymous authors are known by."""

_ADD = insert(inbox)
_MINE = (
    inbox.c.guild_id == bindparam("guild"),
    or_(inbox.c.member_id == bindparam("member"), inbox.c.member_ref.in_(bindparam("refs", expanding=True))),
)
_WAITING = select(inbox.c.id).where(*_MINE, inbox.c.told == 0).limit(1)
_WAITING_ANYWHERE = select(inbox.c.guild_id).where(inbox.c.told == 0).distinct()
_TOLD = update(inbox).where(*_MINE, inbox.c.told == 0).values(told=1)
_LIST = (
    select(inbox.c.id, inbox.c.text_id, inbox.c.sealed)
    .where(*_MINE)
    .order_by(inbox.c.until_ms.desc())
    .limit(SHOWN_AT_MOST)
)
_OF_TEXTS = select(inbox.c.id, inbox.c.text_id, inbox.c.sealed, inbox.c.told).where(
    *_MINE, inbox.c.text_id.in_(bindparam("texts", expanding=True))
)
_REMOVE = delete(inbox).where(*_MINE)
_ONE = select(inbox.c.member_id, inbox.c.text_id, inbox.c.sealed).where(inbox.c.id == bindparam("note"))
_DROP = delete(inbox).where(inbox.c.id == bindparam("note"))
_TAKE_BACK = delete(inbox).where(
    inbox.c.guild_id == bindparam("guild"), inbox.c.member_ref == bindparam("ref"), inbox.c.text_id == bindparam("text")
)
_UNDER_KEY = select(inbox.c.id, inbox.c.text_id, inbox.c.sealed).where(
    inbox.c.guild_id == bindparam("guild"), inbox.c.member_ref.in_(bindparam("refs", expanding=True))
)
_BY_NAME = update(inbox).where(inbox.c.id == bindparam("note")).values(member_id=bindparam("member"), member_ref=None)
_LATER = update(inbox).where(inbox.c.id == bindparam("note")).values(told=0)
_SERVERS = select(inbox.c.guild_id).where(inbox.c.member_id == bindparam("member")).distinct().limit(100)
_EXPIRE = delete(inbox).where(inbox.c.until_ms < bindparam("before"))


@dataclass(frozen=True)
class Note:
    """One thing that waits: a Fluent message and its variables.

    `buttons` are (text id of the label, custom id or https address), five at most. `about` is somebody whom the note
    names: it goes when they are forgotten.
    """

    text_id: str
    args: dict[str, str | int]
    buttons: tuple[tuple[str, str], ...] = ()
    about: MemberId | None = None


class Inbox:
    """Puts notes in and shows them. Rows only; who speaks to Discord asks it."""

    def __init__(self, rows: Rows, keys: Keys) -> None:
        self.rows = rows
        self._keys = keys

    def put(
        self, unit: Unit, guild: GuildId, to: MemberId | Ref, note: Note, *, announced: bool = True,
        number: int | None = None,
    ) -> int:  # fmt: skip
        """Keeps a note for KEPT, sealed; gives its number.

        Without `announced` the person is not told at their next use of the bot: they hear of it in another way.
        """
        number = number or random_id()
        known = isinstance(to, int)
        values = {
            "id": number,
            "guild_id": guild,
            "member_id": to if known else None,
            "member_ref": None if known else to,
            "about_id": note.about,
            "text_id": note.text_id,
            "sealed": self._keys.seal(json.dumps([note.args, note.buttons]), f"inbox|{number}"),
            "told": int(not announced),
            "until_ms": unit.now_ms + KEPT // timedelta(milliseconds=1),
        }
        unit.run(_ADD, values)
        return number

    def put_anew(self, unit: Unit, guild: GuildId, to: MemberId | Ref, note: Note, texts: Sequence[str]) -> None:
        """Keeps a note unless one of these `texts` about the same waits untold; one that was told makes room for it."""
        known = isinstance(to, int)
        whose = {"guild": guild, "member": to if known else 0, "refs": [] if known else [to]}
        for row in unit.run(_OF_TEXTS, whose | {"texts": list(texts)}).fetchall():
            if self._opened(row.id, row.text_id, row.sealed).args != note.args:
                continue
            if not row.told:
                return
            self.drop(unit, row.id)
        self.put(unit, guild, to, note)

    @one_look
    def waits(self, look: Look, guild: GuildId, member: MemberId) -> bool:
        """Whether there is something the person has not been told of."""
        return look.execute(_WAITING, self._whose(guild, member)).scalar() is not None

    @one_look
    def waits_anywhere(self, look: Look, member: MemberId) -> Sequence[GuildId]:
        """The servers on which there is something the person has not been told of: a direct message is on none."""
        servers = [GuildId(row.guild_id) for row in look.execute(_WAITING_ANYWHERE)]
        return [guild for guild in servers if look.execute(_WAITING, self._whose(guild, member)).scalar() is not None]

    @one_aside
    def announce(self, unit: Unit, guild: GuildId, member: MemberId) -> bool:
        """Marks all as told; False if somebody else was quicker."""
        return unit.run(_TOLD, self._whose(guild, member)).rowcount > 0

    @one_look
    def notes(self, look: Look, guild: GuildId, member: MemberId) -> Sequence[Note]:
        """The newest SHOWN_AT_MOST."""
        found = look.execute(_LIST, self._whose(guild, member)).fetchall()
        return [self._opened(row.id, row.text_id, row.sealed) for row in found]

    @one_look
    def servers(self, look: Look, member: MemberId) -> Sequence[GuildId]:
        """Where something waits for this person by name; 100 at most."""
        return [GuildId(row.guild_id) for row in look.execute(_SERVERS, {"member": member})]

    def one(self, look: Look, number: int) -> tuple[MemberId, Note] | None:
        """A note to somebody who is known, and to whom; None where it is gone."""
        row = look.execute(_ONE, {"note": number}).first()
        if row is None or row.member_id is None:
            return None
        return MemberId(row.member_id), self._opened(number, row.text_id, row.sealed)

    def drop(self, unit: Unit, number: int) -> None:
        """Throws one note away."""
        unit.run(_DROP, {"note": number})

    def over(
        self, unit: Unit, guild: GuildId, texts: Sequence[str], *, to: MemberId | None = None,
        about: MemberId | None = None,
    ) -> None:  # fmt: skip
        """What notes with these texts say is so no more, or was answered: they go, all or only those to or about one.

        Notes to somebody who is known, and not yet a direct message.
        """
        gone = delete(inbox).where(
            inbox.c.guild_id == guild, inbox.c.text_id.in_(texts), inbox.c.member_id.is_not(None)
        )
        if to is not None:
            gone = gone.where(inbox.c.member_id == to)
        if about is not None:
            gone = gone.where(inbox.c.about_id == about)
        unit.run(gone)

    def take_back(self, unit: Unit, guild: GuildId, ref: Ref, text_id: str) -> None:
        """What was said to somebody under their key does not hold any more: the notes that say so go."""
        unit.run(_TAKE_BACK, {"guild": guild, "ref": ref, "text": text_id})

    def by_name_now(self, unit: Unit, guild: GuildId, member: MemberId, concerns: Callable[[Note], bool]) -> None:
        """What these notes are about carries the person's name now: they wait by id, no more under the key."""
        found = unit.run(_UNDER_KEY, {"guild": guild, "refs": self._keys.refs(AUTHOR, guild, member)}).fetchall()
        for row in found:
            if concerns(self._opened(row.id, row.text_id, row.sealed)):
                unit.run(_BY_NAME, {"note": row.id, "member": member})

    def announce_later(self, unit: Unit, number: int) -> None:
        """The person is told of it at their next use of the bot."""
        unit.run(_LATER, {"note": number})

    @one_unit
    def empty(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        """Throws all of a person's notes away."""
        unit.run(_REMOVE, self._whose(guild, member))

    def expire(self, unit: Unit) -> None:
        """Throws away what has waited longer than KEPT."""
        unit.run(_EXPIRE, {"before": unit.now_ms})

    def _opened(self, number: int, text_id: str, sealed: bytes) -> Note:
        args, buttons = json.loads(self._keys.open(sealed, f"inbox|{number}"))
        return Note(text_id, args, tuple((label, custom_id) for label, custom_id in buttons))

    def _whose(self, guild: GuildId, member: MemberId) -> dict[str, object]:
        return {"guild": guild, "member": member, "refs": self._keys.refs(AUTHOR, guild, member)}
