"""What stands in a custom id after `feature:verb`, as this version reads it.

An id may be from an older version of the bot, or be made up by somebody's own client. Whatever a handler asks of it
that is not there is a Refusal in words (`press-unknown`), and no defect for the operator to look at.
"""

import re
from collections.abc import Iterable
from enum import Enum
from typing import SupportsIndex, TypeVar, overload

from bot.domain.errors import Refusal

_NUMBER = re.compile(r"[0-9]{1,19}", re.ASCII)
_LARGEST = 2**63 - 1
"""Of what either engine keeps."""

E = TypeVar("E", bound=Enum)


class Arg(str):
    """One part; `int` of it raises Refusal where it is no number that rows can hold."""

    __slots__ = ()

    def __int__(self) -> int:
        number = int(str(self)) if _NUMBER.fullmatch(self) else None
        if number is None or number > _LARGEST:
            raise Refusal("press-unknown")
        return number


class Args(tuple[str, ...]):
    """All parts; a place that is not there raises Refusal."""

    __slots__ = ()

    @classmethod
    def of(cls, parts: Iterable[str]) -> "Args":
        return cls(Arg(part) for part in parts)

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> str: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[str, ...]: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> str | tuple[str, ...]:
        try:
            return super().__getitem__(place)
        except IndexError:
            raise Refusal("press-unknown") from None


def chosen(of: type[E], value: str) -> E:
    """One of a few words. Raises Refusal for one that is not among them."""
    try:
        return of(str(value))
    except ValueError:
        raise Refusal("press-unknown") from None
