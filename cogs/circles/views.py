"""What people and moderators press and fill in. Nothing here depends on the message it was pressed on."""

from bot.domain.errors import Refusal
from bot.domain.ids import GuildId
from bot.ui.filled import as_it_stands
from bot.ui.groups import Groups
from bot.ui.moderator import moderator_of
from bot.ui.press import Press
from cogs.circles import cards
from cogs.circles.model.circle import About, Band, Field, Stage, usual_band
from cogs.circles.service.circles import Circles
from cogs.circles.service.looking import Mine


class CircleViews:
    """Each method answers one press, form or command."""

    def __init__(self, circles: Circles, groups: Groups) -> None:
        self._circles = circles
        self._groups = groups

    # --- joining ----------------------------------------------------------------------------------------------------

    async def ask(self, press: Press) -> None:
        """`/circle join`, *Join*, *Change*: the form, filled in as far as it is known."""
        guild = _guild(press)
        mine = await as_it_stands(self.mine(press, guild))
        if mine.how == "room" and mine.seat is None:
            raise Refusal("circle-is-the-room", readers=mine.readers)
        usual = About(usual_band(str(press.interaction.locale)), Field.ANY, Stage.MONTHS)
        filled = mine.seat.about if mine.seat is not None else usual
        await press.form(cards.join_form(press.words, filled))

    async def joined(self, press: Press) -> None:
        """The form came back; everything is looked at anew."""
        guild, about = _guild(press), _about(press)
        done = await self._circles.seating.join(guild, press.member, about, await self._groups.of(press))
        await press.say(*cards.joined(done, about, press.words))

    async def mine(self, press: Press, guild: GuildId) -> Mine:
        """How it is for this person."""
        return await self._circles.looking.mine(guild, press.member, await self._groups.of(press))

    # --- one's own circle -------------------------------------------------------------------------------------------

    async def about(self, press: Press) -> None:
        """`/circle about`, *My circle*."""
        await press.say(*cards.about(await self.mine(press, _guild(press)), press.words))

    async def charter(self, press: Press) -> None:
        """`/circle charter`, *What we keep to*."""
        await press.say(press.words("circle-charter-text") + "\n" + press.words("circle-charter-readers"))

    async def leave(self, press: Press) -> None:
        """`/circle leave`, *Leave*: one tap."""
        left = await self._circles.seating.leave(_guild(press), press.member)
        if left.name is None:
            await press.say(press.words("circle-unlisted"), cards.join_way(press.words))
        else:
            await press.say(press.words("circle-left", name=left.name), cards.join_way(press.words))

    async def monday(self, press: Press) -> None:
        """In the Monday round, or out of it."""
        wants = await self._circles.seating.monday(_guild(press), press.member)
        await press.say(press.words("circle-monday-is", wants=int(wants)))

    async def try_again(self, press: Press) -> None:
        """*Try again*: they see the channel now, they say."""
        # from a direct message the button says which server
        guild = GuildId(_number(press)) if press.guild is None else press.guild
        ring = await self._circles.keeping.try_again(guild, press.member)
        await press.say(press.words("circle-tried", name=ring.name))

    async def stage(self, press: Press) -> None:
        """*I found work*, *I am looking again*."""
        asked = press.args[0] if press.args else ""
        if asked not in set(Stage):
            raise Refusal("press-unknown")
        await self._circles.seating.stage_is(_guild(press), press.member, Stage(asked))
        await press.say(press.words("circle-alumni-now" if Stage(asked).is_alumni else "circle-looking-now"))

    async def move(self, press: Press) -> None:
        """*Move over*, below a proposal in a small circle."""
        start, to = _numbers(press)
        ring = await self._circles.seating.move(_guild(press), press.member, start, to)
        there = int(ring.thread is not None)
        text = press.words("circle-moved", name=ring.name, place=cards.place(ring), there=there)
        await press.say(text, cards.about_way(press.words))

    async def stay(self, press: Press) -> None:
        """*Stay*: nothing happens, and that is said."""
        await press.say(press.words("circle-stayed"))

    # --- moderators -------------------------------------------------------------------------------------------------

    async def overview(self, press: Press) -> None:
        """`/mod circles`."""
        guild = await moderator_of(press, self._circles.proposing.rows)
        await press.say(*cards.overview(await self._circles.proposing.overview(guild), press.words))

    async def offer(self, press: Press) -> None:
        """*Ask them*: in their own place, whether they would like to move."""
        guild = await moderator_of(press, self._circles.proposing.rows)
        start, to = _numbers(press)
        ring = await self._circles.proposing.offer(guild, start, to)
        await press.say(press.words("circle-asked", name=ring.name))

    async def reopen(self, press: Press) -> None:
        """*Open it again*, for a circle whose place was deleted twice."""
        guild = await moderator_of(press, self._circles.proposing.rows)
        ring = await self._circles.proposing.reopen(guild, _number(press))
        await press.say(press.words("circle-reopened", name=ring.name))


def _guild(press: Press) -> GuildId:
    if press.guild is None:
        raise Refusal("only-in-server")
    return press.guild


def _number(press: Press) -> int:
    if not press.args or not press.args[0].isdecimal():
        raise Refusal("press-unknown")
    return int(press.args[0])


def _numbers(press: Press) -> tuple[int, int]:
    if len(press.args) < 2 or not (press.args[0].isdecimal() and press.args[1].isdecimal()):
        raise Refusal("press-unknown")
    return int(press.args[0]), int(press.args[1])


def _about(press: Press) -> About:
    """What was filled in; whatever is missing or unknown becomes the usual."""
    band, field, stage = press.one("zone"), press.one("field"), press.one("stage")
    return About(
        Band(band) if band in set(Band) else usual_band(str(press.interaction.locale)),
        Field(field) if field in set(Field) else Field.ANY,
        Stage(stage) if stage in set(Stage) else Stage.MONTHS,
        "monday" in press.fields.get("extras", ()),
    )
