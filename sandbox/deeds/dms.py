"""Direct messages between a bot and a person."""

from sandbox.state.apps import Application
from sandbox.state.model import Channel
from sandbox.state.world import World


def between(world: World, app: Application, person_id: int) -> Channel:
    """The DM channel of a bot and a person; there is one, for ever."""
    pair = frozenset({person_id, app.user.id})
    if pair not in world.dms:
        channel = Channel(world.ids.make(), 1, recipients=(world.users[person_id], app.user))
        world.dms[pair] = world.channels[channel.id] = channel
    return world.dms[pair]
