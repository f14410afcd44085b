"""What a member does with the bot at their Discord client. What does not work out is let be, as people do."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from random import Random

from demo.cast import Character
from demo.town import Place
from demo.words import Vent
from sandbox import Answer, ClientRefusal, Member, Person, Sandbox, Seen

OURS: ContextVar[bool] = ContextVar("ours", default=False)
"""Whether the community acts; what happens without it was done by a visitor."""
SETTLE_S = 10.0
CHEERS = 3


class Silent(Exception):
    """The bot did not do what a person had expected of it."""


@dataclass
class Card:
    """A vent that is up, as the community knows it; `vent` and `author` are None for a visitor's."""

    place: Place
    seen: Seen
    vent: Vent | None = None
    author: Character | None = None
    heard_by: set[Character] = field(default_factory=set[Character])

    @property
    def is_up(self) -> bool:
        return not self.seen.deleted


class Hands:
    """How the community acts."""

    def __init__(self, discord: Sandbox, random: Random) -> None:
        self._discord = discord
        self._random = random
        self._answers: list[Answer] = []

    async def set_up(self, place: Place) -> None:
        """A moderator chooses the rooms, as a person would. Raises Silent when nothing comes of it."""
        owner = place.owner
        try:
            await self._discord.until(lambda: "setup channels" in owner.commands(place.moderators_room), SETTLE_S)
            answer = await owner.run(
                "setup channels", channel=place.moderators_room, vent_room=place.room,
                moderators=place.moderators_room, wins=place.channels["wins"],
            )  # fmt: skip
            self._answers.append(answer)
            await self._discord.until(lambda: self._is_set_up(place), SETTLE_S)
        except (ClientRefusal, TimeoutError) as why:
            raise Silent(f"{place.plan.name} could not be set up: {why}") from why

    def _is_set_up(self, place: Place) -> bool:
        return self.panel(place) is not None and "vent" in place.owner.commands(place.room)

    def panel(self, place: Place) -> Seen | None:
        """The way in, the last message of the room."""
        seen = reversed(place.owner.sees(place.room))
        return next((one for one in seen if _has(one, "vent:open")), None)

    def cards(self, place: Place) -> list[Seen]:
        """The vents in the room, oldest first."""
        return [one for one in place.owner.sees(place.room) if _has(one, "vent:cheer:")]

    async def vent(self, place: Place, author: Character) -> Card | None:
        """Somebody lets something out through the panel; gives the card once it is up."""
        panel, vent = self.panel(place), place.words.vent(author)
        if panel is None:
            return None
        member, before = place.members[author], {one.id for one in self.cards(place)}
        try:
            opened = await member.press(panel, "vent:open")
            answer = await self._fill(member, opened, vent)
            await self._discord.until(lambda: self._posted(place, vent, before) is not None, SETTLE_S)
        except (ClientRefusal, TimeoutError):
            return None
        self._answers.append(answer)
        seen = self._posted(place, vent, before)
        return Card(place, seen, vent, author, {author}) if seen is not None else None

    async def _fill(self, member: Member, opened: Answer, vent: Vent) -> Answer:
        form = opened.form
        wanted = {"text": vent.text, "help": vent.wish}
        if form is not None and "name" in form.fields:
            # most people keep to made-up names; now and then somebody does not mind
            wanted["name"] = "hidden" if self._random.random() < 0.8 else "open"
        answer = await member.submit(form, wanted)
        for name in ("vent:draft:post", "vent:draft:safe"):
            asked = answer.message
            if asked is not None and _has(asked, name):
                answer = await member.press(asked, name)
        return answer

    def _posted(self, place: Place, vent: Vent, before: set[int]) -> Seen | None:
        fresh = (one for one in self.cards(place) if one.id not in before and one.thread is not None)
        return next((one for one in fresh if _letters(vent.text) in _letters(one.text)), None)

    async def cheer(self, card: Card, by: Character) -> bool:
        """Presses one of the three cheers."""
        which = self._random.choices(range(CHEERS), (5, 3, 3))[0]
        return await self._press(card, by, f"vent:cheer:{_number(card.seen)}:{which}") is not None

    async def line(self, card: Card, by: Character) -> bool:
        """Writes a line, signed or not as the writer likes."""
        opened = await self._press(card, by, "vent:line")
        if opened is None or opened.form is None:
            return False
        wanted = {"line": card.place.words.line(card.vent)}
        if "sign" in opened.form.fields:
            wanted["sign"] = self._random.choice(("signed", "unsigned"))
        return await self._submit(card.place.members[by], opened, wanted)

    async def thank(self, card: Card) -> bool:
        """The author answers as the author."""
        if card.author is None:
            return False
        more = await self._press(card, card.author, "vent:more")
        asked = more.message if more is not None else None
        if asked is None or not _has(asked, "vent:reply"):
            return False
        try:
            opened = await card.place.members[card.author].press(asked, "vent:reply")
        except ClientRefusal:
            return False
        return await self._submit(card.place.members[card.author], opened, {"text": card.place.words.thanks()})

    async def _submit(self, member: Member, opened: Answer, wanted: dict[str, str]) -> bool:
        try:
            answer = await member.submit(opened.form, wanted)
        except ClientRefusal:
            return False
        self._answers.append(answer)
        return answer.failed is None

    async def _press(self, card: Card, by: Character, name: str) -> Answer | None:
        try:
            answer = await card.place.members[by].press(card.seen, name)
        except ClientRefusal:
            return None
        self._answers.append(answer)
        return answer if answer.failed is None else None

    async def tidy(self) -> None:
        """Dismisses what the bot said to the community alone, so that a visitor finds a clean screen."""
        answers, self._answers = self._answers, []
        for answer in answers:
            reader = Person(self._discord.town, answer.interaction.user)
            for message in answer.messages:
                if message.ephemeral:
                    await reader.delete(message)


def _has(seen: Seen, name: str) -> bool:
    return any((one.custom_id or "").startswith(name) for one in seen.buttons)


def _number(card: Seen) -> str:
    """The number of a vent, as its own buttons carry it."""
    first = next(one.custom_id or "" for one in card.buttons if (one.custom_id or "").startswith("vent:cheer:"))
    return first.split(":")[2]


def _letters(text: str) -> str:
    """Without marks: the bot may have escaped some."""
    return "".join(one for one in text if one.isalnum())
