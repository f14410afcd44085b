"""What came to a vent, in numbers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Came:
    """Support on one vent, in numbers; `writers` are people, however much they wrote."""

    people: int
    cheers: int
    writers: int
