"""Answering: the question, the note, the plan for the next no; later, pause, stop."""

import asyncio
from datetime import datetime

from discord import ui

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.pictures.pool import Pictures
from bot.screening.escape import escape, said_back
from bot.ui.filled import as_it_stands
from bot.ui.held import Text
from bot.ui.pictures import file_of
from bot.ui.press import Press
from cogs.checkins.cards import questions, weeks
from cogs.checkins.cards.parts import next_one, stamp, stamp_ms
from cogs.checkins.model import counting
from cogs.checkins.model.counting import Counted
from cogs.checkins.model.pausing import end_of
from cogs.checkins.model.plan import TOUGH, Plan, kept_as
from cogs.checkins.pictures import picture_of
from cogs.checkins.service.answering import Answering, Written
from cogs.checkins.service.planning import Planning
from cogs.checkins.service.tools import planned_words
from cogs.checkins.views.parts import day_of, guild_of, in_dm, plan_of, show, soon

NO_PAUSE_IS_LONGER = 3660
"""Days; the bound of a button's number, not of a pause."""

UNREAD_SHOWN = 7
"""Lines of a note: Fluent puts a thousand characters into a sentence and no more."""


class AnswerViews:
    """One press is a whole answer."""

    def __init__(self, answering: Answering, planning: Planning, pictures: Pictures) -> None:
        self._answering = answering
        self._planning = planning
        self._pictures = pictures

    async def now(self, press: Press, guild: GuildId) -> None:
        """`/checkin now`."""
        one, today = await self._answering.today(guild, press.member)
        text = press.words("checkin-ping", **planned_words(one, today))
        await press.say(text, questions.question(one.id, today, press.words, may_put_off=False))

    async def answer(self, press: Press) -> None:
        """Did it, partly, rest, tough day."""
        number, on, said = plan_of(press), day_of(press), press.args[2]
        try:
            kept = kept_as(said)
        except ValueError:
            raise Refusal("press-unknown") from None
        noted = await self._answering.answer(number, on, press.member, kept)
        words = press.words
        if said == TOUGH:
            room = noted.room if in_dm(press) else None
            face = questions.cared(number, on, noted.plan.guild, words, room=room, in_dm=in_dm(press))
            await show(press, words("checkin-tough-noted", today=int(noted.today)), face)
        else:
            text = words("checkin-noted", kept=noted.kept.kept, of=noted.kept.of)
            await show(press, text, questions.answered(number, on, words))

    async def change(self, press: Press) -> None:
        """*Change the answer* shows the question again."""
        one = await self._planning.own(plan_of(press), press.member)
        text = press.words("checkin-ping", **planned_words(one, day_of(press)))
        await show(press, text, questions.question(one.id, day_of(press), press.words, may_put_off=False))

    async def later(self, press: Press) -> None:
        """*Later*: the buttons stay, for whoever changes their mind."""
        number, on = plan_of(press), day_of(press)
        at = await self._answering.later(number, on, press.member)
        face = questions.question(number, on, press.words, may_put_off=False)
        await show(press, press.words("checkin-put-off", at=stamp(at).replace(":f>", ":t>")), face)

    # --- notes --------------------------------------------------------------------------------------------------------

    async def note(self, press: Press) -> None:
        """*Add a note* opens its form, with the kinds this person counts."""
        found = await as_it_stands(self._answering.note_of(plan_of(press), day_of(press), press.member))
        form = questions.note_form(plan_of(press), day_of(press), found, press.words)
        await press.form(form)

    def texts(self) -> tuple[Text, ...]:
        """What one writes down for oneself: nobody else reads it."""
        note = Text(
            "checkin:note", "learned", _empty_note, self.noted, more=("step", "counts"), args=2, own=True,
            server=self._server,
        )  # fmt: skip
        step = Text("checkin:step", "step", _empty_step, self.step_written, own=True, server=_server_of_step)
        return note, step, Text("checkin:then", "then", _empty_then, self.then_written, own=True, server=self._server)

    async def _server(self, press: Press) -> GuildId | None:
        return (await self._planning.own(plan_of(press), press.member)).guild

    async def noted(self, press: Press) -> None:
        """The note came back. What cannot be read as a count is said and shown; nothing is lost."""
        number, on = plan_of(press), day_of(press)
        one = await self._planning.own(number, press.member)
        counted = counting.read(press.one("counts"), questions.all_labels(one, press.words))
        write = self._answering.write
        written = await write(number, on, press.member, counted, press.one("learned"), press.one("step"))
        no = "no" in press.fields.get("no", ())
        face = questions.noted(number, press.words, then_before=bool(written.then_before)) if no else None
        await press.say(self._said(press, written, counted, no=no), face)

    def _said(self, press: Press, written: Written, counted: Counted, *, no: bool) -> str:
        words, step = press.words, written.step
        lines = [words("checkin-note-kept", hasStep=int(bool(step)), step=escape(step))]
        if counted.unread:
            shown = "\n".join(f"> {said_back(line)}" for line in counted.unread[:UNREAD_SHOWN])
            lines.append(words("checkin-note-unread", lines=shown))
        if no and written.then_before:
            lines.append(words("checkin-no-before", then=escape(written.then_before)))
        elif no:
            lines.append(words("checkin-no-came"))
        return "\n".join(lines)

    async def then(self, press: Press) -> None:
        """*Make a small plan for the next one*."""
        one = await as_it_stands(self._planning.own(plan_of(press), press.member))
        await press.form(questions.then_form(plan_of(press), one.words.then if one else "", press.words))

    async def then_written(self, press: Press) -> None:
        """The plan for the next no came back."""
        text = press.one("then")
        await self._answering.plan_for_no(plan_of(press), press.member, text)
        await press.say(press.words("checkin-then-kept" if text.strip() else "checkin-then-gone"))

    async def step(self, press: Press) -> None:
        """*One small step*, offered when a post has ended."""
        guild = GuildId(int(press.args[0]))
        if await soon(self._answering.is_asked(guild, press.member)) is False:
            await press.say(press.words("checkin-step-no-plan"))
            return
        await press.form(questions.step_form(guild, press.words))

    async def step_written(self, press: Press) -> None:
        """The step came back."""
        step = await self._answering.keep_step(GuildId(int(press.args[0])), press.member, press.one("step"))
        await press.say(press.words("checkin-note-kept", hasStep=int(bool(step)), step=escape(step)))

    # --- pause, go on, stop -------------------------------------------------------------------------------------------

    async def pause_command(self, press: Press, guild: GuildId, until: str) -> None:
        """`/checkin pause`. Raises Refusal: no day to come."""
        end = None
        if until.strip():
            plan = await self._planning.of(guild, press.member)
            zone = plan.zone if plan is not None else "UTC"
            end = await asyncio.to_thread(end_of, until, self._planning.now(), zone, press.words.locale)
            if end is None:
                raise Refusal("checkin-until-unclear", typed=said_back(until))
        until_ms = await self._planning.pause(guild, press.member, end)
        text = press.words("checkin-paused", until=stamp_ms(until_ms)) if end else press.words("checkin-paused-no-end")
        await press.say(text, questions.pausing(guild, press.words))

    async def pause(self, press: Press) -> None:
        """*Pause*, on a question: at once and without an end; how long can be said after."""
        one = await self._planning.own(plan_of(press), press.member)
        await self._planning.pause(one.guild, press.member, None)
        await show(press, press.words("checkin-paused-no-end"), questions.pausing(one.guild, press.words))

    async def rest(self, press: Press) -> None:
        """For so many days."""
        guild, days = guild_of(press), min(int(press.args[1]), NO_PAUSE_IS_LONGER)
        until_ms = await self._planning.rest(guild, press.member, days)
        await show(
            press, press.words("checkin-paused", until=stamp_ms(until_ms)), questions.pausing(guild, press.words)
        )

    async def resume_command(self, press: Press, guild: GuildId) -> None:
        """`/checkin resume`."""
        await press.say(await self._resumed(press, guild))

    async def resume(self, press: Press) -> None:
        """*Go on*."""
        await show(press, await self._resumed(press, guild_of(press)), questions.nothing())

    async def _resumed(self, press: Press, guild: GuildId) -> str:
        one, due = await self._planning.resume(guild, press.member)
        if one is None:
            return press.words("checkin-resumed-bare")
        return await self._said_next(press, "checkin-resumed", one, due)

    async def _said_next(self, press: Press, text_id: str, one: Plan, due: datetime | None) -> str:
        """When it comes, and that it waits where neither direct messages nor a thread are open for it."""
        said = press.words(text_id, **next_one(due))
        waits = due is not None and not await self._planning.reaches(one)
        return f"{said}\n{press.words('checkin-into-inbox')}" if waits else said

    async def keep(self, press: Press) -> None:
        """*Keep them coming*."""
        one, due = await self._planning.keep_coming(plan_of(press), press.member)
        await show(press, await self._said_next(press, "checkin-kept-coming", one, due), questions.nothing())

    async def week(self, press: Press) -> None:
        """*Ask me again in a week*."""
        await self._planning.in_a_week(plan_of(press), press.member)
        await show(press, press.words("checkin-in-a-week"), questions.nothing())

    async def stop(self, press: Press) -> None:
        """*Stop them*."""
        one = await self._planning.own(plan_of(press), press.member)
        await self._planning.stop(one.guild, press.member)
        await show(press, press.words("checkin-stopped"), questions.nothing())

    async def stop_command(self, press: Press, guild: GuildId) -> None:
        """`/checkin stop`."""
        await self._planning.stop(guild, press.member)
        await press.say(press.words("checkin-stopped"))

    # --- looking back -------------------------------------------------------------------------------------------------

    async def history(self, press: Press, guild: GuildId) -> None:
        """`/checkin history`: a picture and the same in words."""
        one, past, kept = await self._answering.history(guild, press.member)
        words = press.words
        if not past.days:
            await press.say(words("history-empty"))
            return
        said = weeks.twin(one, past, kept, words)
        data = weeks.drawn(one, past, kept, words, title=words("history-title", weeks=len(past.weeks)))
        picture = await picture_of(self._pictures, data, said)
        small = words("history-small") if picture is not None else words("history-no-picture")
        await press.say(f"{said}\n-# {small}", files=[file_of(picture)] if picture is not None else [])


def _empty_note(press: Press) -> ui.Modal:
    return questions.note_form(plan_of(press), day_of(press), None, press.words)


async def _server_of_step(press: Press) -> GuildId | None:
    return GuildId(int(press.args[0]))


def _empty_step(press: Press) -> ui.Modal:
    return questions.step_form(int(press.args[0]), press.words)


def _empty_then(press: Press) -> ui.Modal:
    return questions.then_form(plan_of(press), "", press.words)
