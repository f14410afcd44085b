"""Which time zone somebody means by what they typed."""

from functools import lru_cache
from zoneinfo import available_timezones

SHOWN_AT_MOST = 25
"""As many as a select can hold (documentation, string select)."""
_PARTS_OF_THE_WORLD = frozenset(
    {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
)


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    """Every zone that is named after a place, by its name in small letters."""
    names = sorted(name for name in available_timezones() if name.split("/")[0] in _PARTS_OF_THE_WORLD)
    return {name.casefold(): name for name in [*names, "UTC"]}


def is_zone(name: str) -> bool:
    """Whether it is the name of a zone we know."""
    return name in _zones().values()


def zones_like(typed: str) -> list[str]:
    """The zones that may be meant, the likeliest first: one where it is clear, SHOWN_AT_MOST where it is not."""
    wanted = "_".join(typed.casefold().split())
    zones = _zones()
    if not wanted:
        return []
    if wanted in zones:
        return [zones[wanted]]
    exact = [zone for name, zone in zones.items() if name.rpartition("/")[2] == wanted]
    if exact:
        return exact[:SHOWN_AT_MOST]
    begins = [zone for name, zone in zones.items() if name.rpartition("/")[2].startswith(wanted)]
    holds = [zone for name, zone in zones.items() if wanted in name]
    return list(dict.fromkeys([*begins, *holds]))[:SHOWN_AT_MOST]
