"""Urls and references to attachments."""

from collections.abc import Collection, Mapping

from sandbox.official.errors import Wrong, unseen
from sandbox.official.forms import Spot
from sandbox.official.shapes import Json, text

ATTACHMENT = "attachment://"

_NOT_A_URL = Wrong("URL_TYPE_INVALID_URL", "Not a well formed URL.")
_NO_FILE = Wrong(
    "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    "The referenced attachment in the unfurled media item was not found",
)
_FILES_ONLY = unseen("UNFURLED_MEDIA_ITEM_ATTACHMENT_REQUIRED", "Only attachment:// references are supported here")


def check_link(url: str, spot: Spot, schemes: Collection[str]) -> None:
    scheme, separator, rest = url.partition("://")
    if not separator or not rest or any(mark.isspace() for mark in url):
        spot.wrong(_NOT_A_URL)
    elif scheme.lower() not in schemes:
        listed = ", ".join(map(repr, schemes))
        words = f'Scheme "{scheme}" is not supported. Scheme must be one of ({listed}).'
        spot.wrong(Wrong("URL_TYPE_INVALID_SCHEME", words))


def check_media(media: Mapping[str, Json], spot: Spot, files: Collection[str]) -> None:
    """An unfurled media item: an address, or a file that comes with the message (Uploading a file)."""
    url = text(media.get("url"))
    if url.startswith(ATTACHMENT):
        _check_reference(url, spot, files)
    else:
        check_link(url, spot.at("url"), ("http", "https"))


def check_file(media: Mapping[str, Json], spot: Spot, files: Collection[str]) -> None:
    """As `check_media`, for the File component, which takes references only."""
    url = text(media.get("url"))
    if url.startswith(ATTACHMENT):
        _check_reference(url, spot, files)
    else:
        spot.at("url").wrong(_FILES_ONLY)


def _check_reference(url: str, spot: Spot, files: Collection[str]) -> None:
    if url.removeprefix(ATTACHMENT) not in files:
        spot.wrong(_NO_FILE)
