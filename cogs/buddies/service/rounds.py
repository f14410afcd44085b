"""The weekly round: who goes with whom, who talked, and a kind question after three silent ones."""

from datetime import timedelta

from bot.data.inbox import Note
from bot.data.queue import Job, NewJob
from bot.data.unit import Unit
from bot.domain.ids import GuildId, MemberId
from cogs.buddies.model.weeks import (
    ALONE,
    CHECKED_IN,
    OF_THE_WEEK,
    QUIET,
    SILENT_ROUNDS,
    TALKED,
    PairId,
    Work,
    next_round,
    takes_part_now,
)  # fmt: skip
from cogs.buddies.service.tools import Tools, named
from cogs.buddies.store import people, rounds

ASKED_AND_SILENT = -1
LATE_MS = timedelta(hours=12) // timedelta(milliseconds=1)


class Rounds:
    """Row jobs: each happens once."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def begin(self, unit: Unit, job: Job) -> None:
        """A new week: last week's silence is counted, everybody who takes part gets somebody, the next is planted."""
        guild = GuildId(int(job.key))
        rounds.turn(unit, guild)
        if not people.is_on(unit.connection, guild):
            # nobody hears anything meanwhile, and no silence is counted; it goes on once it is switched on again
            unit.schedule(NewJob(kind=Work.ROUND, key=str(guild), due=next_round(unit.now), guild=guild))
            return
        number = rounds.round_of(unit.connection, guild)
        # where we were down over Monday they were asked only just whether they talked: that is no silence
        if number is not None and unit.now_ms - job.due_ms < LATE_MS:
            self._count_silence(unit, guild, number)
        self._tools.inbox.over(unit, guild, (*OF_THE_WEEK, CHECKED_IN))
        everybody = people.everybody(unit.connection, guild)
        if not everybody:
            return
        unit.schedule(NewJob(kind=Work.ROUND, key=str(guild), due=next_round(unit.now), guild=guild))
        active = [row for row in everybody if takes_part_now(row.asked, row.paused_until_ms, unit.now_ms)]
        quiet = [MemberId(row.member_id) for row in active if row.silent >= SILENT_ROUNDS]
        for member in quiet:
            self._ask_whether_it_suits(unit, guild, member)
        waiting = [MemberId(row.member_id) for row in active if row.silent < SILENT_ROUNDS]
        had = self._had_somebody(unit, guild, number)
        # also where nobody can be paired: last week's pairs are over, and were asked once
        alone = self._tools.bring_together(unit, guild, number=rounds.begin_round(unit, guild), waiting=waiting)
        for member in alone if len(waiting) > 1 else had & set(alone):
            self._tools.people.tell_self(unit, guild, member, Note(ALONE, {}))

    def _had_somebody(self, unit: Unit, guild: GuildId, number: int | None) -> set[MemberId]:
        """In the round that is over: who is the only one left hears once that there is nobody."""
        if number is None:
            return set()
        found = rounds.groups_since(unit.connection, guild, number)
        return {member for group in found if len(group.members) > 1 for member in group.members}

    def _count_silence(self, unit: Unit, guild: GuildId, number: int) -> None:
        for said in rounds.groups_since(unit.connection, guild, number).values():
            for member, talked in said.items():
                if talked == ASKED_AND_SILENT:
                    people.silent(unit, guild, member)

    def _ask_whether_it_suits(self, unit: Unit, guild: GuildId, member: MemberId) -> None:
        people.was_asked(unit, guild, member)
        buttons = (("buddy-stay", f"buddy:stay:{guild}"), ("buddy-stop", f"buddy:stop:{guild}"))
        self._tools.people.tell_self(unit, guild, member, Note(QUIET, {}, buttons))

    def ask_whether_talked(self, unit: Unit, job: Job) -> None:
        """Before the week is over: did you talk?"""
        number = PairId(int(job.key))
        group = rounds.group(unit.connection, number)
        if group is None or len(group.members) < 2 or not people.is_on(unit.connection, group.guild):
            return
        # whoever pauses is asked nothing, so that no silence is counted either
        awake = [one for one in group.members if people.takes_part(unit.connection, group.guild, one, unit.now_ms)]
        for member in rounds.ask_whether_talked(unit, number, awake):
            buttons = (("buddy-talked", f"buddy:met:{number}:1"), ("buddy-not-yet", f"buddy:met:{number}:0"))
            others = group.others(member)
            self._tools.inbox.over(unit, group.guild, (TALKED,), to=member)
            note = Note(TALKED, {"who": named(others)}, buttons, about=others[0])
            self._tools.people.tell_self(unit, group.guild, member, note)
