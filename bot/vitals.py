"""How the bot is, for whoever watches the process: alive, ready, figures."""

from contextlib import AsyncExitStack

from bot.client import Client
from bot.data import upkeep
from bot.data.database import Database
from bot.data.worker import Worker
from bot.domain.clock import to_ms
from bot.observe import health, metrics
from bot.ui.router import Router

LOOK_TIMEOUT_S = 2.0


class Vitals:
    """Looks when it is asked; keeps nothing."""

    def __init__(self, database: Database, worker: Worker, client: Client, router: Router) -> None:
        self._database = database
        self._worker = worker
        self._client = client
        self._router = router

    async def serve(self, bind: str, stack: AsyncExitStack) -> None:
        """Answers on an address until the stack is closed."""
        runner = await health.serve(bind, alive=self.alive, ready=self.ready, figures=self.figures)
        if runner is not None:
            stack.push_async_callback(runner.cleanup)

    async def alive(self) -> dict[str, bool]:
        """Whether the process is worth keeping; where not, a supervisor starts it anew."""
        return {"gateway": self._client.connected, "queue": self._worker.alive}

    async def ready(self) -> dict[str, bool]:
        """Whether people are served: the database answers too, and it is not on its way out."""
        state = await self.alive()
        return state | {"database": await self._state() is not None, "staying": not self._router.draining}

    async def figures(self) -> bytes:
        """Prometheus's text."""
        now = {
            metrics.gateway_connected: float(self._client.connected),
            metrics.gateway_shards: len(self._client.shards),
            metrics.servers: len(self._client.guilds),
        }
        state = await self._state()
        if state is not None:
            now_ms = to_ms(self._database.wall.now())
            due_for_ms = max(0, now_ms - state.oldest_due_ms) if state.oldest_due_ms is not None else 0
            now |= {
                metrics.queue_waiting: state.waiting,
                metrics.queue_dead: state.dead_count,
                metrics.queue_oldest_seconds: due_for_ms / 1000,
            }
        return metrics.text(now)

    async def _state(self) -> upkeep.QueueState | None:
        return await self._database.read_or_none(upkeep.queue_state, LOOK_TIMEOUT_S)
