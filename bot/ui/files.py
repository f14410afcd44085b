"""Files that people give with a form."""

import asyncio
from collections.abc import Mapping
from typing import Any, cast

import aiohttp
import discord

from bot.domain.errors import Refusal
from bot.ui.press import Press

FETCH_WITHIN_S = 10.0


async def file_given(press: Press, field: str, *, most: int) -> bytes:
    """The file in a form's field, `most` bytes long at most. Raises Refusal: none, too big, not to be had."""
    data = cast("Mapping[str, Any]", press.interaction.data or {})
    found = data.get("resolved", {}).get("attachments", {}).get(press.one(field))
    if found is None:
        raise Refusal("file-missing")
    if int(found["size"]) > most:
        raise Refusal("file-too-big", most=most // 1024)
    try:
        async with asyncio.timeout(FETCH_WITHIN_S):
            return await press.interaction.client.http.get_from_cdn(str(found["url"]))
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise Refusal("file-missing") from error
