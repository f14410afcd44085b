"""What venting keeps about a person: their posts, what they gave to posts, the masks they wrote under."""

import json
from collections.abc import Iterator, Sequence

from bot.data import backlog, persons
from bot.data.persons import Copy, Person, PersonRows, Where
from bot.data.queue import NewJob
from bot.data.retention import Retention
from bot.data.unit import Look, Unit
from bot.domain.events import VentSupported
from bot.domain.ids import Ref, VentId
from cogs.venting.model.vent import POSTS_AT_MOST, Vent
from cogs.venting.model.work import REFRESH_AFTER, Work
from cogs.venting.store import ending, held, tables, vents
from cogs.venting.store.tables import line, mask, moderated, past_vent, shut_out, support, talk, vent


def _own(look: Look, who: Person) -> list[Vent]:
    mine = vents.of_author(look, who.guild, who.member, who.refs(), most=POSTS_AT_MOST)
    return [one.vent for one in mine]


def _posts(look: Look, who: Person) -> Sequence[Copy]:
    return [
        {
            "as": one.alias or "with your name", "wish": one.wish, "room": str(one.room), "message": str(one.message),
            "posted_ms": one.posted_ms, "ends_ms": one.ends_ms, "people_with_you": one.supporters,
            "you_are_told_of_answers": one.tells,
        }
        for one in _own(look, who)
    ]  # fmt: skip


def _end_posts(unit: Unit, who: Person) -> None:
    """As their author would end them: rows at once, card and thread by the queue."""
    for one in _own(unit.connection, who):
        ending.end(unit, one)


# --- on others' posts: signed by id; unsigned by refs that are made anew for each living post (SPEC 4.10) ----------


def _living(look: Look, who: Person) -> list[VentId]:
    return [VentId(row.id) for row in persons.find(look, vent, {"guild_id": who.guild})]


def _support_refs(who: Person, number: VentId) -> list[Ref]:
    return who.keys.refs("support", number, who.member)


def _support_wheres(look: Look, who: Person) -> Iterator[tuple[VentId, Where]]:
    for number in _living(look, who):
        yield number, {"vent_id": number, "supporter_ref": _support_refs(who, number)}


def _given(look: Look, who: Person) -> Sequence[Copy]:
    rows = [row for _, where in _support_wheres(look, who) for row in persons.find(look, support, where)]
    typed = persons.find(look, talk, _typed_where(look, who))
    return [
        *({"cheer": row.cheer, "lines": row.lines} for row in rows),
        *({"typed_in_a_thread": str(row.message_id)} for row in typed),
    ]


def _typed_where(look: Look, who: Person) -> Where:
    return {"vent_id": _living(look, who), "writer_id": who.member}


def _take_back(unit: Unit, who: Person) -> None:
    persons.erase(unit, talk, _typed_where(unit.connection, who))
    for number, where in list(_support_wheres(unit.connection, who)):
        if persons.erase(unit, support, where) == 0:
            continue
        version, after = vents.bump(unit, number), vents.by_id(unit.connection, number)
        if version is not None and after is not None:
            ref = _support_refs(who, number)[0]
            unit.emit(VentSupported(who.guild, number, ref, "cheer", after.supporters, version))
            due = unit.now + REFRESH_AFTER
            unit.schedule(NewJob(kind=Work.REFRESH, key=str(number), due=due, guild=who.guild))


def _line_wheres(look: Look, who: Person) -> tuple[Where, ...]:
    living = _living(look, who)
    return ({"vent_id": living, "writer_id": who.member}, {"vent_id": living, "writer_ref": who.refs()})


def _lines(look: Look, who: Person) -> Sequence[Copy]:
    rows = [row for where in _line_wheres(look, who) for row in persons.find(look, line, where)]
    masks = persons.find(look, mask, {"vent_id": _living(look, who), "writer_ref": who.refs()})
    written = [{"signed": row.writer_id is not None, "message": str(row.message_id)} for row in rows]
    return [*written, *({"wrote_as": row.alias} for row in masks)]


def _count_lines(look: Look, who: Person) -> int:
    return sum(persons.count(look, line, where) for where in _line_wheres(look, who))


def _unwrite(unit: Unit, who: Person) -> None:
    """Lines go with their messages, which carry the name; the masks with them."""
    living = _living(unit.connection, who)
    for where in _line_wheres(unit.connection, who):
        for row in persons.find(unit.connection, line, where):
            backlog.drop_waiting(unit.connection, Work.SAY_LINE, str(row.id))
            backlog.drop_waiting(unit.connection, Work.SAY_REPLY, str(row.id))
            on = vents.by_id(unit.connection, VentId(row.vent_id))
            place = json.dumps({"thread": on.thread if on is not None else None, "message": row.message_id})
            unit.schedule(NewJob(kind=Work.HIDE_LINE, key=str(row.id), guild=who.guild, payload=place))
        persons.erase(unit, line, where)
    persons.erase(unit, mask, {"vent_id": living, "writer_ref": who.refs()})


def _let_back_in_by_name(unit: Unit, who: Person) -> None:
    # by name it goes; by key it stays with its post, as a mute does: forgetting oneself opens no door
    persons.erase(unit, shut_out, {"vent_id": _living(unit.connection, who), "writer_id": who.member})


def _ended(look: Look, who: Person) -> Sequence[Copy]:
    rows = persons.find(look, past_vent, {"guild_id": who.guild, "author_ref": who.refs()})
    return [{"ended_post": str(row.message_id), "trace_until_ms": row.until_ms} for row in rows]


def _words_that_wait(look: Look, who: Person) -> Sequence[Copy]:
    waiting = [one for ref in who.refs() for one in held.of_ref(look, who.guild, ref)]
    return [
        {
            "waits_for": one.why, "is_a_line": one.line is not None, "until_ms": one.until_ms,
            "words": json.loads(who.keys.open(held.box(look, one.id) or b"", f"held|{one.id}"))[0],
        }
        for one in waiting
    ]  # fmt: skip


ROWS = (
    # `held` hangs on a post or a line and goes with it; so does `moderated`
    PersonRows(
        "waiting", (tables.held,), lambda look, who: len(_words_that_wait(look, who)), _words_that_wait,
        lambda unit, who: None,
    ),
    PersonRows("posts", (vent, moderated), lambda look, who: len(_own(look, who)), _posts, _end_posts),
    PersonRows("given", (support, talk), lambda look, who: len(_given(look, who)), _given, _take_back),
    PersonRows("lines", (line, mask), _count_lines, _lines, _unwrite),
    # whose post it is that they may not write to is not theirs to read
    PersonRows("shut-out", (shut_out,), lambda look, who: 0, lambda look, who: [], _let_back_in_by_name),
    PersonRows(
        "ended", (past_vent,),
        lambda look, who: persons.count(look, past_vent, {"guild_id": who.guild, "author_ref": who.refs()}),
        # stays its week, by key, so that a mute or a report can still hold (SPEC 4.2)
        _ended, lambda unit, who: None,
    ),
)  # fmt: skip

RETENTION = (
    Retention((vent, support, line, talk, mask, shut_out), "until the post ends, 30 days at most"),
    Retention((tables.held,), "until a moderator has looked, 72 hours at most"),
    Retention((moderated,), "with its post; words that nobody may see 7 days"),
    Retention((past_vent,), "7 days after a post without a name ended"),
)
