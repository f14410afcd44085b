"""What Discord asks of a message's components as a whole, old rows and Components V2.

https://docs.discord.com/developers/components/reference
"""

from collections.abc import Collection

from sandbox.official import components as kinds
from sandbox.official.components import check_kinds, check_unique, text_size, texts, walk
from sandbox.official.errors import Wrong, too_long
from sandbox.official.forms import Spot
from sandbox.official.parts import COMPONENTS_IN_MESSAGE, IN_CONTAINER, TEXT_IN_MESSAGE, check_part
from sandbox.official.shapes import Json, items, members

ROWS_IN_MESSAGE = 5  # Legacy Message Component Behavior
BYTES_IN_MESSAGE = 10_170  # undocumented: discord/discord-api-docs#8554
BYTES_PER_TEXT = 12  # the same

_AT_TOP = (*IN_CONTAINER, kinds.CONTAINER)
_TOO_MANY = Wrong(
    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    f"Total number of components cannot exceed {COMPONENTS_IN_MESSAGE}",
)
_TOO_MUCH_TEXT = Wrong(
    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    f"Components displayable text size exceeds maximum size of {TEXT_IN_MESSAGE}",
)


def check_rows(components: Json, spot: Spot, files: Collection[str]) -> None:
    """Without the flag IS_COMPONENTS_V2 a message has up to five action rows and nothing else."""
    if len(items(components)) > ROWS_IN_MESSAGE:
        spot.wrong(too_long(ROWS_IN_MESSAGE))
    check_kinds(components, (kinds.ROW,), spot)
    _check_each(components, spot, files)


def check_layout(components: Json, spot: Spot, files: Collection[str]) -> None:
    """With the flag: 40 components with the nested ones, 4,000 characters in all."""
    check_kinds(components, _AT_TOP, spot)
    if sum(1 for _ in walk(components, Spot())) > COMPONENTS_IN_MESSAGE:
        spot.wrong(_TOO_MANY)
    if text_size(components) > TEXT_IN_MESSAGE:
        spot.wrong(_TOO_MUCH_TEXT)
    _check_each(components, spot, files)


def _check_each(components: Json, spot: Spot, files: Collection[str]) -> None:
    for component, here in walk(components, spot):
        check_part(component, here, files)
    check_unique(components, spot)


def v2_bytes_exceeded(body: Json) -> bool:
    """Whether Discord would fail on the message with a bare 500 (discord/discord-api-docs#8554).

    3-byte scripts meet this at some 3,390 characters, before the limit of 4,000.
    """
    parts = [words.encode(errors="surrogatepass") for words in texts(members(body).get("components"))]
    return sum(map(len, parts)) + BYTES_PER_TEXT * len(parts) > BYTES_IN_MESSAGE
