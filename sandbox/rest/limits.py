"""Rate limits: buckets by route and place, and 50 requests a second in all (documentation, Rate Limits)."""

import hashlib
import time
from dataclasses import dataclass

from sandbox.rest.routing import Route
from sandbox.settings import Settings

# a bucket is kept apart for each of these (documentation, Rate Limits, top-level resources)
_PLACES = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")


@dataclass
class Window:
    """Requests since `since`, which is a moment of `time.monotonic`."""

    since: float
    used: int = 0


@dataclass
class Verdict:
    """How a request stands with its limits; `retry_after` is set where it is refused."""

    headers: dict[str, str]
    retry_after: float | None = None
    is_global: bool = False


class Limits:
    """Fixed windows, as Discord's headers describe them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._windows: dict[str, Window] = {}
        self._global: dict[str, Window] = {}

    def count(self, route: Route, params: dict[str, str], who: str) -> Verdict:
        """Counts a request of `who` (token or address)."""
        now = time.monotonic()
        if not route.free and (wait := self._globally(who, now)):
            return Verdict({"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}, wait, is_global=True)
        if not self.settings.route_limits:
            return Verdict({})
        most, seconds = route.limit[0] * self.settings.route_limits_times, route.limit[1]
        place = ":".join(params.get(name, "") for name in _PLACES)
        window = self._windows.setdefault(f"{who} {route.bucket} {place}", Window(now))
        if now - window.since >= seconds:
            window.since, window.used = now, 0
        left = window.since + seconds - now
        window.used += 1
        headers = _headers(route, most, max(most - window.used, 0), left)
        if window.used > most:
            return Verdict(headers | {"X-RateLimit-Scope": "user"}, left)
        return Verdict(headers)

    def _globally(self, who: str, now: float) -> float:
        window = self._global.setdefault(who, Window(now))
        if now - window.since >= 1:
            window.since, window.used = now, 0
        window.used += 1
        return window.since + 1 - now if window.used > self.settings.global_requests else 0.0


def _headers(route: Route, most: int, remaining: int, left: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(most),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
        "X-RateLimit-Bucket": hashlib.blake2b(route.bucket.encode(), digest_size=8).hexdigest(),
    }
