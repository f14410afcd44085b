"""What all people share: the world, the way to the bots, and waiting until something is so."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.gateway.hub import Hub
from sandbox.state.world import World

LOOK_AGAIN_S = 0.05


@dataclass(frozen=True)
class Town:
    """The world and the gateway's hub."""

    world: World
    hub: Hub

    async def until(self, so: Callable[[], object], seconds: float) -> bool:
        """Waits until `so` holds, looking again at each change; False when the time is over.

        It may hold for reasons that are no change here (a bot's own state), so it also looks now and then.
        """
        deadline = asyncio.get_running_loop().time() + seconds
        while not so():
            pulse = self.world.pulse()
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                return False
            try:
                async with asyncio.timeout(min(left, LOOK_AGAIN_S)):
                    await pulse.wait()
            except TimeoutError:
                continue
        return True
