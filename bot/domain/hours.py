"""Hours of the day in which somebody agreed to be written to, by the clock on their own wall."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

OPENS, CLOSES = 9, 21
"""Where nobody says otherwise (SPEC 4.3)."""


@dataclass(frozen=True)
class Hours:
    """From the hour `opens` until the hour `closes`, by the clock on one's own wall; over midnight too.

    The same hour twice means all day; `closes` may be 24.
    """

    zone: str
    opens: int = OPENS
    closes: int = CLOSES

    @property
    def all_day(self) -> bool:
        return self.opens % 24 == self.closes % 24

    def holds_at(self, now: datetime) -> bool:
        """Whether somebody with these hours may be asked now."""
        hour = now.astimezone(ZoneInfo(self.zone)).hour
        if self.opens < self.closes:
            return self.opens <= hour < self.closes
        return self.all_day or hour >= self.opens or hour < self.closes
