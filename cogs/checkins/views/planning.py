"""Making and changing a plan: by command, by two forms, by a few buttons."""

import contextlib
from dataclasses import replace

import discord
from discord import ui

from bot.delivery.reaching import TOO_MANY_THREADS
from bot.delivery.sender import CannotReach, Sender
from bot.domain.errors import Refusal
from bot.domain.ids import ChannelId, GuildId, MemberId
from bot.places.finder import Found, Places, clock_in, is_zone
from bot.screening.escape import clean, escape, said_back
from bot.ui.args import chosen
from bot.ui.filled import as_it_stands
from bot.ui.held import Text
from bot.ui.press import Press
from bot.ui.servers import names_of
from cogs.checkins.cards import plans, questions
from cogs.checkins.model.asked import Asked, asked_of
from cogs.checkins.model.plan import ACTS, OWN_MAX, STEP_MAX, By, Plan, Share, Wished
from cogs.checkins.model.times import MINUTES_A_DAY, days_of, minute_of
from cogs.checkins.service.planning import Planning
from cogs.checkins.views.parts import guild_of, in_dm, plan_of, still_named

PLAN_PARTS = len(("guild", "zone", "minute", "where", "share"))
"""Of the second form's custom id."""


class PlanViews:
    """From *Daily check-in* to "I ask you on weekdays at 09:00"."""

    def __init__(self, planning: Planning, places: Places, sender: Sender) -> None:
        self._planning = planning
        self._places = places
        self._sender = sender

    # --- where and when -----------------------------------------------------------------------------------------------

    async def begin(self, press: Press, guild: GuildId) -> None:
        """*Daily check-in*: the first form, with what holds already."""
        before = await as_it_stands(self._planning.of(guild, press.member))
        asked = Asked()
        if before is not None:
            asked = Asked(before.zone, plans.typed_time(before.minute), 0, before.by, before.share)
        await press.form(plans.begin_form(guild, asked, press.words))

    async def again(self, press: Press) -> None:
        """*Change it*: the first form as it was."""
        asked = await as_it_stands(self._planning.draft(int(press.args[1])))
        if asked is None:
            raise Refusal("checkin-draft-gone")
        await press.form(plans.begin_form(guild_of(press), asked, press.words))

    async def begun(self, press: Press) -> None:
        """The first form came back. A form cannot follow a form, so a button leads on."""
        guild = guild_of(press)
        asked = Asked(press.one("zone"), press.one("time"), 0, press.one("where"), press.one("share"))
        clear = await self._understood(press, guild, asked, patient=True)
        if clear is not None:
            now = clock_in(clear.zone, self._planning.now(), press.words.locale)
            zone, time = clear.zone.replace("_", " "), plans.said_time(clear.minute, press.words.locale)
            text = press.words("checkin-almost", time=time, zone=zone, now=now)
            await press.say(text, plans.choose_days(guild, clear, press.words))

    async def plan(self, press: Press, guild: GuildId, asked: Asked) -> None:
        """`/checkin plan` with its options: straight to the days."""
        clear = await self._understood(press, guild, asked, patient=False)
        if clear is not None:
            await self._days(press, guild, clear)

    async def _understood(self, press: Press, guild: GuildId, asked: Asked, *, patient: bool) -> Asked | None:
        """Zone and time as they are kept; None where that was asked back."""
        asked = replace(asked, zone=clean(asked.zone), time=clean(asked.time))
        minute = minute_of(asked.time)
        if minute is None:
            draft = await self._planning.keep_draft(asked)
            text = press.words("checkin-time-unclear", typed=said_back(asked.time))
            await press.say(text, plans.change_it(guild, draft, press.words))
            return None
        found = await self._places.meant(asked.zone, press.words.locale, patient=patient)
        if len(found) == 1:
            return replace(asked, zone=found[0].zone, minute=minute)
        await self._ask_zone(press, guild, replace(asked, minute=minute), found)
        return None

    async def _ask_zone(self, press: Press, guild: GuildId, asked: Asked, found: list[Found]) -> None:
        typed = said_back(asked.zone)
        if found:
            face = plans.which_zone(guild, asked, found, press.words)
            await press.say(press.words("checkin-zone-several", typed=typed), face)
            return
        draft = await self._planning.keep_draft(asked)
        face = plans.change_it(guild, draft, press.words)
        await press.say(press.words("checkin-zone-unknown", typed=typed), face)

    async def zone(self, press: Press) -> None:
        """One of several places was chosen."""
        zone = press.one("values")
        if not is_zone(zone):
            raise Refusal("checkin-zone-unknown", typed=said_back(zone))
        await self._days(press, guild_of(press), asked_of((zone, *press.args[1:])))

    # --- the days -----------------------------------------------------------------------------------------------------

    async def days(self, press: Press) -> None:
        """*Choose the days*, *Change*."""
        await self._days(press, guild_of(press), asked_of(press.args[1:]))

    async def _days(self, press: Press, guild: GuildId, asked: Asked) -> None:
        before = await as_it_stands(self._planning.of(guild, press.member))
        await press.form(plans.plan_form(guild, asked, before, press.words))

    def text(self) -> Text:
        """What a plan says in one's own words: nobody else reads it."""
        return Text(
            "checkin:plan", "step", _empty_plan, self.planned, more=("own",), args=PLAN_PARTS, own=True,
            server=_server,
        )  # fmt: skip

    async def planned(self, press: Press) -> None:
        """The second form came back: the plan is made, its way opened inside the yes."""
        guild, asked = guild_of(press), asked_of(press.args[1:])
        if not is_zone(asked.zone) or not 0 <= asked.minute < MINUTES_A_DAY:
            raise Refusal("press-unknown")
        wished = _wished(press, asked)
        before = await self._planning.of(guild, press.member)
        by = wished.by or (before.by if before is not None else By.DM)
        # not said: a change of days is no yes to direct messages that were switched off meanwhile
        room, trouble = await self._room(press, guild, by, asked=before is None or wished.by is not None)
        one, due = await self._planning.keep(guild, press.member, replace(wished, by=by), room)
        asks = before is None and asked.shared is None
        hears = "asked" if asks else await self._planning.who_hears(guild, one.share)
        text = plans.said_plan(one, due, self._planning.now(), press.words, hears=hears, reached=room is not None)
        without_dm = trouble in {"checkin-dm-closed", "checkin-dm-off", "dm-too-fast"}
        offers = without_dm and not in_dm(press)
        offers_dm = trouble not in {None, "checkin-dm-closed"}
        face = plans.settled(one, press.words, ask_share=asks, offer_thread=offers, offer_dm=offers_dm)
        parts = [text, press.words(trouble) if trouble else "", press.words("checkin-share-ask") if asks else ""]
        await press.say("\n".join(part for part in parts if part), face)

    async def _room(self, press: Press, guild: GuildId, by: By, *, asked: bool) -> tuple[ChannelId | None, str | None]:
        """(where it comes, what is to be said where that cannot be); `asked` for it just now, or it stands as before"""
        if by is By.THREAD:
            return await self._thread(press, guild)
        dm = await self._planning.dm_of(guild, press.member)
        if dm is None and not asked:
            return None, "checkin-dm-off"
        return (dm, None) if dm is not None else await self._open_dm(press, guild)

    async def _open_dm(self, press: Press, guild: GuildId) -> tuple[ChannelId | None, str | None]:
        """The same, opened now; only a message tells whether it lets anything through."""
        (_, server), *_ = await names_of(press, [guild])
        try:
            dm = await self._sender.open_dm(press.member)
            await self._sender.greet(dm, press.words("checkin-first", server=escape(server)))
        except CannotReach as closed:
            return None, closed.about_dm("checkin-dm-closed")
        return dm, None

    async def _thread(self, press: Press, guild: GuildId) -> tuple[ChannelId | None, str | None]:
        before = await self._planning.of(guild, press.member)
        if before is not None and before.thread is not None and await self._is_there(before.thread):
            return before.thread, None
        if in_dm(press):
            return None, "checkin-thread-on-server"
        try:
            return await self._open_thread(press), None
        except Refusal as refusal:
            return None, refusal.text_id

    async def _is_there(self, thread: ChannelId) -> bool:
        return await self._sender.private_threads.state(thread) is not None

    async def _open_thread(self, press: Press) -> ChannelId:
        """A private thread of this person's own, in the channel where they asked. Raises Refusal where none can be."""
        channel = press.interaction.channel
        parent = channel.parent if isinstance(channel, discord.Thread) else channel
        if not isinstance(parent, discord.TextChannel) or parent.is_news():
            raise Refusal("checkin-thread-not-here")
        words = press.words
        try:
            made = await parent.create_thread(
                name=words("checkin-thread-name"), type=discord.ChannelType.private_thread, invitable=False,
                auto_archive_duration=10080,
            )  # fmt: skip
        except discord.HTTPException as error:
            if error.code == TOO_MANY_THREADS:
                raise Refusal("checkin-threads-full") from error
            if error.status not in {403, 404}:
                raise
            raise Refusal("checkin-no-thread") from error
        try:
            await made.add_user(discord.Object(press.member))
            await self._sender.greet(ChannelId(made.id), words("checkin-thread-first", member=_mention(press.member)))
        except (discord.Forbidden, discord.NotFound, CannotReach) as error:
            with contextlib.suppress(discord.HTTPException):
                await made.delete()  # nobody would ever write in it
            raise Refusal("checkin-no-thread") from error
        return ChannelId(made.id)

    # --- below a plan -------------------------------------------------------------------------------------------------

    async def thread(self, press: Press) -> None:
        """*Make me a private thread*, where direct messages are closed."""
        thread = await self._open_thread(press)
        await self._planning.into_thread(plan_of(press), press.member, thread)
        await press.say(press.words("checkin-thread-done", thread=f"<#{thread}>"))

    async def dm(self, press: Press) -> None:
        """*Ask me by direct message*, where these are off."""
        one = await self._planning.own(plan_of(press), press.member)
        dm, trouble = await self._planning.dm_of(one.guild, press.member), None
        if dm is None:
            dm, trouble = await self._open_dm(press, one.guild)
        if dm is None:
            raise Refusal(trouble or "checkin-dm-closed")
        await self._planning.into_dm(one.id, press.member, dm, press.words.locale)
        await press.say(press.words("checkin-dm-done"))

    async def share(self, press: Press) -> None:
        """Who hears that they checked in."""
        to = chosen(Share, press.args[1])
        one = await self._planning.share(plan_of(press), press.member, to)
        hears = await self._planning.who_hears(one.guild, to)
        said = press.words("checkin-share-set", share=hears)
        message = press.interaction.message
        above = message.content.rpartition("\n")[0] if message is not None else ""
        # the last line asked, or said what was chosen before
        await press.update(_below(press, one), f"{above}\n{said}")

    async def recap(self, press: Press) -> None:
        """A picture on Sundays, or none."""
        on = press.args[1] == "1"
        one = await self._planning.recap(plan_of(press), press.member, on=on)
        await press.update(_below(press, one))
        await press.say(press.words(f"checkin-recap-is-{'on' if on else 'off'}"))

    async def no_recap(self, press: Press) -> None:
        """*No picture on Sundays*, below one."""
        await self._planning.recap(plan_of(press), press.member, on=False)
        await press.update(still_named(press, questions.nothing()))
        await press.say(press.words("checkin-recap-is-off"))


async def _server(press: Press) -> GuildId | None:
    return guild_of(press)


def _empty_plan(press: Press) -> ui.Modal:
    return plans.plan_form(guild_of(press), asked_of(press.args[1:]), None, press.words)


def _wished(press: Press, asked: Asked) -> Wished:
    """What was filled in. Raises Refusal: no day."""
    days = days_of(press.fields.get("days", ()))
    if not days:
        raise Refusal("checkin-no-days")
    chosen = press.fields.get("acts", ())
    acts = tuple(act for act in ACTS if act in chosen)
    own, step = press.one("own")[:OWN_MAX], press.one("step")[:STEP_MAX]
    return Wished(asked.zone, asked.minute, days, acts, own, step, asked.by, asked.shared, press.words.locale)


def _below(press: Press, plan: Plan) -> ui.View:
    """What stands below a plan, as it is now; what the words above still ask or offer stays below them."""
    share, thread, dm = (_carries(press, f"checkin:{verb}:") for verb in ("share", "thread", "dm"))
    return plans.settled(plan, press.words, ask_share=share, offer_thread=thread, offer_dm=dm)


def _carries(press: Press, beginning: str) -> bool:
    """Whether the pressed message has a button whose custom id begins so."""
    message = press.interaction.message
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)] if message is not None else []
    buttons = [one for row in rows for one in row.children if isinstance(one, discord.Button)]
    return any((one.custom_id or "").startswith(beginning) for one in buttons)


def _mention(member: MemberId) -> str:
    return f"<@{member}>"
