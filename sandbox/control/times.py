"""When messages were written by people's clock: their ids tell the machine's time."""

import time

from sandbox.snowflakes import moment_of
from sandbox.state.world import Event, World

# a message whose id is older than this was put into the past on purpose, and its id tells the time
JUST_NOW_S = 5.0


class Times:
    """Remembers people's time of each message that was written while the clock was moved."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._at: dict[int, float] = {}
        world.listeners.append(self._happened)

    def _happened(self, event: Event) -> None:
        if event.name != "MESSAGE_CREATE" or event.message is None:
            return
        made, now = moment_of(event.message.id).timestamp(), time.time()
        at = self.world.clock.unix()
        if now - made < JUST_NOW_S and abs(at - now) > 1:
            self._at[event.message.id] = at

    def of(self, message_id: int) -> float:
        """Unix seconds."""
        return self._at.get(message_id) or moment_of(message_id).timestamp()
