"""Moving in: the servers with their roles, channels and members, and what was said there in the last days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from demo.cast import Character, Community, ServerPlan
from demo.words import Talk, Words, talks
from sandbox import App, Member, Person, Sandbox, Server
from sandbox.people.typed import HasId
from sandbox.state import permissions as may
from sandbox.state.model import Channel, Role

INVITED = (
    may.VIEW_CHANNEL | may.SEND_MESSAGES | may.SEND_IN_THREADS | may.PUBLIC_THREADS | may.MANAGE_THREADS
    | may.EMBED_LINKS | may.ATTACH_FILES | may.READ_HISTORY
)  # fmt: skip
"""The rights that the bot's own invitation asks for."""
MODERATOR = may.MANAGE_GUILD | may.MODERATE_MEMBERS | may.MANAGE_MESSAGES | may.MANAGE_THREADS | may.VIEW_AUDIT_LOG
CHANNELS = {
    "welcome": "Say hello. Read this first.",
    "vent-room": "For letting things out. Names or no names, as you like.",
    "wins": "Good news of every size.",
    "job-leads": "Openings you know of. Recruiters wear their role.",
    "interview-prep": "Practice, questions, nerves.",
}
SMALL = ("vent-room", "wins")
SMALL_BELOW = 12
ROLES = {
    "moderator": ("Moderators", MODERATOR, 0x3B7A57),
    "recruiter": ("Recruiter", 0, 0x8A6D3B),
    "landed": ("Landed", 0, 0x4A6FA5),
}
TALKED_DAYS = 6
TALKERS = 3
AWAKE = range(7, 23)


@dataclass
class Place:
    """A server with the community in it."""

    number: int
    plan: ServerPlan
    server: Server
    channels: dict[str, Channel]
    moderators_room: Channel
    members: dict[Character, Member]
    words: Words
    roles: dict[str, Role] = field(default_factory=dict[str, Role])

    @property
    def room(self) -> Channel:
        return self.channels["vent-room"]

    @property
    def owner(self) -> Member:
        return self.members[self.plan.moderators[0]]

    @property
    def seekers(self) -> list[Character]:
        """Everybody but recruiters."""
        return [one for one in self.plan.members if "recruiter" not in one.tags]

    @property
    def authors(self) -> list[Character]:
        """Who still looks for work, and lets things out."""
        return [one for one in self.seekers if "landed" not in one.tags]


def move_in(discord: Sandbox, community: Community, app: App, random: Random) -> list[Place]:
    """Makes people, servers, roles and channels, and lets the bot in."""
    people = {one: discord.person(one.name, locale=one.locale) for one in community.people}
    return [
        _place(discord, number, plan, people, app, random) for number, plan in enumerate(community.servers, start=1)
    ]


def _place(
    discord: Sandbox, number: int, plan: ServerPlan, people: Mapping[Character, Person], app: App, random: Random
) -> Place:
    owner = plan.moderators[0]
    server = discord.guild(plan.name, owner=people[owner], locale=plan.locale)
    wanted = {tag: role for tag, role in ROLES.items() if any(tag in one.tags for one in plan.members)}
    roles = {tag: server.role(name, rights, color=color) for tag, (name, rights, color) in wanted.items()}
    members: dict[Character, Member] = {}
    for one in plan.members:
        own = [role for tag, role in roles.items() if tag in one.tags]
        members[one] = server.join(people[one], own, joined_days_ago=random.uniform(3, 400))
    small = len(members) < SMALL_BELOW
    channels = {
        name: server.channel(name, topic=topic) for name, topic in CHANNELS.items() if not small or name in SMALL
    }
    server.install(app, INVITED)
    private = _private(server, app, roles.get("moderator"))
    words = Words(Random(f"words {number} {random.random()}"), plan.language)
    return Place(number, plan, server, {"general": server.general} | channels, private, members, words, roles)


def _private(server: Server, app: App, moderators: Role | None) -> Channel:
    """The moderators' own channel: nobody else sees it but the bot."""
    sees = may.VIEW_CHANNEL | may.SEND_MESSAGES | may.READ_HISTORY
    known = [one for one in (moderators, server.role_of(app)) if one is not None]
    hidden: dict[HasId, tuple[int, int]] = {server.everyone: (0, may.VIEW_CHANNEL)}
    hidden.update(dict.fromkeys(known, (sees, 0)))
    return server.channel("moderators", overwrites=hidden, topic="Between us.")


async def talk_over(places: Sequence[Place], random: Random, now: datetime) -> None:
    """What was said in the last days: introductions and ordinary talk. The clock stands at now."""
    for place in places:
        welcome = place.channels.get("welcome")
        if welcome is not None and place.plan.language == "en":
            for one, member in place.members.items():
                await member.say(welcome, one.intro, ago=_by_day(random, one, now))
        for each in talks(place.plan.language, place.number):
            await _talk_once(place, each, random, now)


def _by_day(random: Random, one: Character, now: datetime) -> timedelta:
    """How long ago, at an hour at which somebody was awake."""
    while True:
        ago = timedelta(days=random.uniform(0.1, TALKED_DAYS))
        if is_up(one, now - ago):
            return ago


async def _talk_once(place: Place, talk: Talk, random: Random, now: datetime) -> None:
    where = place.moderators_room if talk.channel == "moderators" else place.channels.get(talk.channel)
    if where is None:
        return
    rules = talk.channel == "welcome"
    ago = timedelta(days=TALKED_DAYS if rules else random.uniform(0.1, TALKED_DAYS))
    speakers = voices(place, talk, random, now - ago)
    for who, text in talk.said:
        await place.members[speakers[who]].say(where, text, ago=ago)
        ago -= timedelta(seconds=random.uniform(20, 600))


def voices(place: Place, talk: Talk, random: Random, at: datetime) -> dict[int, Character]:
    """Who takes which part, if possible somebody awake; among moderators only they talk."""
    everyone = list(place.plan.moderators) if talk.channel == "moderators" else place.seekers
    order = random.sample(everyone, len(everyone))
    order.sort(key=lambda one: not is_up(one, at))
    first = [one for one in place.plan.members if talk.by in one.tags] if talk.by else place.authors
    lead = min(random.sample(first, len(first)) or order, key=lambda one: not is_up(one, at))
    order = [lead, *(one for one in order if one is not lead)]
    return {number: order[(number - 1) % len(order)] for number in range(1, TALKERS + 1)}


def awake(place: Place, now: datetime) -> list[Character]:
    """The seekers for whom it is day."""
    return [one for one in place.seekers if is_up(one, now)]


def is_up(one: Character, now: datetime) -> bool:
    """Whether it is day where they live."""
    return now.astimezone(ZoneInfo(one.zone)).hour in AWAKE
