"""Who fits where, and why: the reasons are shown, so they are few and can be said aloud."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import MemberId
from cogs.circles.model.circle import ALUMNI_SEATS, OPENS_AT, SEATS, WANTED, About, Band, Field, Ring, Seat, Waiting

SOME = 3
"""From so many on "some" are said to share something; of one or two it could be told who."""


class Reason(StrEnum):
    """Why this circle. The order is the weight."""

    BAND = "band"
    FIELD = "field"
    STAGE = "stage"
    SEAT = "seat"
    """Nothing in common that could be said: it is the one with a seat."""


_WEIGHT = {Reason.BAND: 4, Reason.FIELD: 2, Reason.STAGE: 1, Reason.SEAT: 0}
_FILLS = 3
"""A circle below WANTED comes before one that fits a little better: few people are worse than different people."""


@dataclass(frozen=True)
class Fit:
    """A circle somebody could join."""

    ring: Ring
    people: int
    reasons: tuple[Reason, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The larger, the better; among equals the one that is nearest to WANTED from below, else the emptiest."""
        fills = self.people < WANTED
        weight = sum(_WEIGHT[reason] for reason in self.reasons) + _FILLS * fills
        return weight, self.people if fills else -self.people, -self.ring.opened_ms


def reasons_for(about: About, ring: Ring, others: Iterable[About]) -> tuple[Reason, ...]:
    """What somebody has in common with those who are in a circle; SEAT alone where there is nothing."""
    known = list(others)
    fields = sum(one.field == about.field for one in known) if about.field is not Field.ANY else 0
    stages = sum(one.stage == about.stage for one in known)
    found = (
        (Reason.BAND, ring.band is about.band),
        (Reason.FIELD, fields >= SOME),
        (Reason.STAGE, stages >= SOME),
    )
    return tuple(reason for reason, holds in found if holds) or (Reason.SEAT,)


def best(about: About, rings: Iterable[tuple[Ring, Sequence[Seat]]], strangers: frozenset[MemberId]) -> Fit | None:
    """The circle that fits best and has a seat; never one with somebody whom they must not be brought together with."""
    fits: list[Fit] = []
    for ring, seats in rings:
        people = seekers(seats)
        if _has_room(about, seats) and not any(seat.member in strangers for seat in seats):
            fits.append(Fit(ring, people, reasons_for(about, ring, (seat.about for seat in seats))))
    return max(fits, key=lambda fit: fit.rank, default=None)


def seekers(seats: Iterable[Seat]) -> int:
    """How many of the twenty seats are taken."""
    return sum(not seat.alumni for seat in seats)


def _has_room(about: About, seats: Sequence[Seat]) -> bool:
    if about.stage.is_alumni:
        return len(seats) - seekers(seats) < ALUMNI_SEATS
    return seekers(seats) < SEATS


Strangers = Callable[[MemberId], frozenset[MemberId]]
"""Whom somebody must not be brought together with, whichever of the two wants it so."""


def opening(waiting: Sequence[Waiting], strangers: Strangers) -> list[Waiting]:
    """Who opens a circle together now: nobody while fewer than OPENS_AT wait, and at most SEATS.

    Ten from one part of the world come before ten from everywhere. Alumni come along and are not counted.
    """
    seeking = [one for one in waiting if not one.about.stage.is_alumni]
    alumni = [one for one in waiting if one.about.stage.is_alumni]
    bands = Counter(one.about.band for one in seeking).most_common()
    groups = [[one for one in seeking if one.about.band is band] for band, many in bands if many >= OPENS_AT]
    for group in [*groups, seeking]:
        chosen = _apart(group, (), SEATS, strangers)
        if len(chosen) >= OPENS_AT:
            return [*chosen, *_apart(alumni, chosen, ALUMNI_SEATS, strangers)]
    return []


def _apart(group: Sequence[Waiting], beside: Sequence[Waiting], most: int, strangers: Strangers) -> list[Waiting]:
    """Up to `most` of them, those first who wait longest, without two who must not be brought together."""
    chosen: list[Waiting] = []
    met = {one.member for one in beside}
    for one in sorted(group, key=lambda one: one.since_ms):
        if len(chosen) == most:
            break
        if not strangers(one.member) & met:
            chosen.append(one)
            met.add(one.member)
    return chosen


def band_of(many: Sequence[Waiting]) -> Band:
    """Where most of them are."""
    return Counter(one.about.band for one in many).most_common(1)[0][0]


def partner(ring: Ring, people: int, rings: Sequence[tuple[Ring, int]]) -> Ring | None:
    """Another circle that has seats for everybody in this one: of the same part of the world if there is one, and
    the fullest that still has room."""
    fits = [(other, many) for other, many in rings if other.id != ring.id and people + many <= SEATS]
    best_first = sorted(fits, key=lambda one: (one[0].band is not ring.band, -one[1], one[0].opened_ms))
    return best_first[0][0] if best_first else None
