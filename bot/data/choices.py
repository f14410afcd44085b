"""What servers can choose, one pydantic model per section: how a copy of a server's settings is checked."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Snowflake = Annotated[int, Field(gt=0, lt=2**63), PlainSerializer(str, when_used="json")]
"""An id of Discord's. Written as a text in a copy: programs that hold numbers as floats would change its end."""


@dataclass(frozen=True)
class Here:
    """What there is on a server: text channels, roles (without @everyone), and the features this bot knows."""

    channels: Set[int]
    roles: Set[int]
    features: Set[str]


class Choices(BaseModel):
    """One section. A field that holds ids of channels or roles means an own `known_here`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def known_here(self, here: Here) -> tuple[Self, tuple[str, ...]]:
        """The same without what is not on this server, and what was left out: ids and names."""
        return self, ()
