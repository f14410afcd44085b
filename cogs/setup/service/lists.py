"""What a server writes down: its word list, its own help lines, its cheers."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from pydantic import ValidationError

from bot.data import drafts, guilds
from bot.data.guilds import Resource
from bot.data.keys import Keys
from bot.data.unit import Look, Rows, Unit, one_aside, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.hours import Hours
from bot.domain.ids import GuildId, random_id
from bot.screening.words import MOST_ENTRIES, MOST_OPEN, WordList, WordListError
from cogs.setup.model import RESOURCES_MOST, Change, Refused, cheer_of, lines_of
from cogs.setup.settings import Cheers, Line, too_wide

CHEERS = "cheers"


class Lists:
    """Whoever calls has asked whether the person may manage the server."""

    def __init__(self, rows: Rows, keys: Keys) -> None:
        self.rows = rows
        self._keys = keys

    # --- words ------------------------------------------------------------------------------------------------------

    @one_look
    def words(self, look: Look, guild: GuildId) -> tuple[str, ...]:
        """The list as it is."""
        return guilds.words(look, guild)

    @one_unit
    def add_words(self, unit: Unit, guild: GuildId, text: str) -> Change:
        """Takes what can be taken and says why the rest cannot. Raises Refusal: nothing was typed."""
        typed = lines_of(text)
        if not typed:
            raise Refusal("setup-words-empty")
        before: list[str] = guilds.held(unit, guild, guilds.WORDS).get("list", [])
        there = {entry.casefold() for entry in before}
        new = [entry for entry in typed if entry.casefold() not in there]
        taken, refused = _looked_at(before, new)
        guilds.choose(unit, guild, guilds.WORDS, {"list": [*before, *taken]})
        return Change(tuple(taken), len(typed) - len(new), tuple(refused), size=len(before) + len(taken))

    @one_unit
    def drop_words(self, unit: Unit, guild: GuildId, text: str) -> Change:
        """Takes entries out; `known` counts those that were not in it. Raises Refusal: nothing was typed."""
        typed = {entry.casefold() for entry in lines_of(text)}
        if not typed:
            raise Refusal("setup-words-empty")
        before: list[str] = guilds.held(unit, guild, guilds.WORDS).get("list", [])
        gone = [entry for entry in before if entry.casefold() in typed]
        left = [entry for entry in before if entry.casefold() not in typed]
        guilds.choose(unit, guild, guilds.WORDS, {"list": left})
        return Change(tuple(gone), known=len(typed) - len(gone), size=len(left))

    @one_aside
    def keep_text(self, unit: Unit, text: str) -> int:
        """Seals what was typed for half an hour, so that nothing is lost."""
        number = random_id()
        drafts.keep(unit, self._keys, number, text)
        return number

    @one_look
    def kept_text(self, look: Look, number: int) -> str | None:
        """None when it is gone."""
        return drafts.read(look, self._keys, number, to_ms(self.rows.wall.now()))

    # --- help lines -------------------------------------------------------------------------------------------------

    @one_look
    def resources(self, look: Look, guild: GuildId) -> tuple[Resource, ...]:
        """The server's own lines."""
        return guilds.resources(look, guild)

    @one_unit
    def add_resource(self, unit: Unit, guild: GuildId, given: Resource) -> tuple[Resource, ...]:
        """One more line; one of the same name takes its place. Raises Refusal: too many, not to be read."""
        try:
            line = Line(name=given.name, reach=given.reach, hours=given.hours, url=given.url)
        except ValidationError as error:
            place = str(error.errors()[0]["loc"][0])
            raise Refusal(f"setup-resource-{'url' if place == 'url' else 'short'}") from error
        guilds.held(unit, guild, guilds.RESOURCES)
        before = guilds.resources(unit.connection, guild)
        others = [one for one in before if one.name.casefold() != line.name.casefold()]
        if len(others) >= RESOURCES_MOST:
            raise Refusal("setup-resources-full", most=RESOURCES_MOST)
        place = next((at for at, one in enumerate(before) if one not in others), len(others))
        others.insert(place, replace(given, name=line.name))
        guilds.choose_resources(unit, guild, others)
        return tuple(others)

    @one_unit
    def drop_resource(self, unit: Unit, guild: GuildId, name: str) -> tuple[Resource, ...]:
        """One line less."""
        guilds.held(unit, guild, guilds.RESOURCES)
        left = tuple(one for one in guilds.resources(unit.connection, guild) if one.name != name)
        guilds.choose_resources(unit, guild, left)
        return left

    # --- cheers -----------------------------------------------------------------------------------------------------

    @one_look
    def cheers(self, look: Look, guild: GuildId) -> Cheers | None:
        """The server's own, None where nobody chose any."""
        body = guilds.section(look, guild, CHEERS)
        return Cheers.model_validate(body) if body else None

    @one_unit
    def choose_cheers(self, unit: Unit, guild: GuildId, typed: Sequence[str], laugh: str) -> Cheers:
        """Raises Refusal: no emoji, no label, one twice."""
        three = tuple(cheer_of(one) for one in typed)
        try:
            chosen = Cheers(list=three, laugh=cheer_of(laugh) if laugh.strip() else None)
        except ValidationError as error:
            raise Refusal("setup-cheers-twice") from error
        guilds.choose(unit, guild, CHEERS, chosen.model_dump(mode="json"))
        return chosen

    # --- hours ------------------------------------------------------------------------------------------------------

    @one_look
    def hours(self, look: Look, guild: GuildId) -> Hours | None:
        """When it is day for this server, None where nobody chose."""
        return guilds.hours(look, guild)

    @one_unit
    def choose_hours(self, unit: Unit, guild: GuildId, chosen: Hours | None) -> None:
        """None: by where most listeners are."""
        if chosen is None:
            guilds.forget_section(unit, guild, guilds.HOURS)
        else:
            guilds.choose(unit, guild, guilds.HOURS, asdict(chosen))

    @one_unit
    def usual_cheers(self, unit: Unit, guild: GuildId) -> None:
        """As on every other server."""
        guilds.forget_section(unit, guild, CHEERS)


def _looked_at(before: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[Refused]]:
    """(what the list can take, the rest with the reason)."""
    good: list[str] = []
    refused: list[Refused] = []
    stars = sum(entry.startswith("*") for entry in before)
    for entry in new:
        not_taken = _why_not(entry)
        if not_taken is None and len(before) + len(good) >= MOST_ENTRIES:
            not_taken = Refused(entry, "full")
        elif not_taken is None and entry.startswith("*") and stars >= MOST_OPEN:
            not_taken = Refused(entry, "stars")
        if not_taken is not None:
            refused.append(not_taken)
            continue
        stars += entry.startswith("*")
        good.append(entry)
    wide = too_wide(WordList(good))
    return [one for one in good if one not in wide], [*(Refused(one, "wide") for one in wide), *refused]


def _why_not(entry: str) -> Refused | None:
    try:
        WordList([entry])
    except WordListError as error:
        return Refused(entry, error.why, error.most, error.letter)
    return None
