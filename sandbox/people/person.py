"""A person: their DMs, and their places in servers."""

from sandbox.deeds import dms
from sandbox.errors import ClientRefusal
from sandbox.people.actor import Actor, app_of
from sandbox.people.seen import Seen
from sandbox.people.town import Town
from sandbox.people.typed import HasId
from sandbox.state.model import Channel, Guild, Member, User


class Person(Actor):
    """Somebody with a Discord account. What they do without a server, they do in the DM with the bot."""

    @property
    def locale(self) -> str:
        return self.user.locale

    @property
    def dms_open(self) -> bool:
        """Whether bots of shared servers can write to them."""
        return self.user.dms_open

    @dms_open.setter
    def dms_open(self, value: bool) -> None:
        self.user.dms_open = value

    def dm(self, app: HasId) -> Channel:
        """The DM with a bot; the person opens it if need be."""
        return dms.between(self.world, app_of(app, self.town), self.user.id)

    def sees_dm(self, app: HasId) -> list[Seen]:
        """The messages of the DM with a bot, oldest first; nothing before it was opened."""
        found = self.world.dms.get(frozenset({self.user.id, app.id}))
        return self.sees(found) if found else []

    def usual_channel(self) -> Channel:
        """The DM with the one bot that there is, or that they have a DM with. Raises ClientRefusal when unclear."""
        opened = [one for pair, one in self.world.dms.items() if self.user.id in pair]
        if len(opened) == 1:
            return opened[0]
        near = [one for one in self.world.apps.values() if self.world.share_a_guild(one.user.id, self.user.id)]
        if len(near) != 1:
            raise ClientRefusal(f"{self.name}: name the channel; there are {len(opened)} DMs")
        return self.dm(near[0])

    def in_(self, guild: "HasId") -> "InGuild":
        """This person as a member of the server. Raises ClientRefusal when they are not."""
        found = self.world.guilds[guild.id]
        if self.user.id not in found.members:
            raise ClientRefusal(f"{self.name} is not a member of {found.name}")
        return InGuild(self.town, self.user, found)


class InGuild(Person):
    """A person in a server. What they do without a channel, they do in the first channel they see."""

    def __init__(self, town: Town, user: User, guild: Guild) -> None:
        super().__init__(town, user)
        self.guild = guild

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InGuild) and other.user is self.user and other.guild is self.guild

    def __hash__(self) -> int:
        return hash((self.user.id, self.guild.id))

    @property
    def member(self) -> Member:
        return self.world.member(self.guild, self.user.id)

    @property
    def person(self) -> Person:
        return Person(self.town, self.user)

    @property
    def roles(self) -> list[str]:
        return [self.guild.roles[one].name for one in sorted(self.member.roles)]

    def usual_channel(self) -> Channel:
        for channel in self.guild.channels.values():
            if channel.kind == 0 and self.can_see(channel):
                return channel
        raise ClientRefusal(f"{self.name} sees no channel of {self.guild.name}")
