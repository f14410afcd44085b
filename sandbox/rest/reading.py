"""Reading a request's body: JSON, or a form with files (documentation, Uploading Files)."""

import json
import mimetypes
import re
from typing import Any

from aiohttp import BodyPartReader, web

from sandbox.errors import Refused, refuse
from sandbox.rest.routing import Upload

FILE_LARGEST = 10 * 1024 * 1024
_FILE = re.compile(r"files\[(\d+)\]")
_ANYTHING = "application/octet-stream"


async def read(request: web.Request) -> tuple[Any, list[Upload]]:
    """The body and the files. Raises 50109 for what is no JSON, 40005 for files too large."""
    if request.content_type == "multipart/form-data":
        return await _multipart(request)
    return _parsed(await request.read()), []


def _parsed(data: bytes) -> Any:
    if not data:
        return None
    try:
        return json.loads(data)
    except ValueError:
        raise refuse(50109) from None


async def _multipart(request: web.Request) -> tuple[Any, list[Upload]]:
    body: Any = None
    files: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read())
        if match := _FILE.fullmatch(part.name or ""):
            files.append(_file(int(match[1]), part, data))
        elif part.name == "payload_json":
            body = _parsed(data)
    return body, sorted(files, key=lambda one: one.index)


def _file(index: int, part: BodyPartReader, data: bytes) -> Upload:
    if len(data) > FILE_LARGEST:
        raise Refused(413, {"message": "Request entity too large", "code": 40005})
    name = part.filename or f"file{index}"
    return Upload(index, name, _kind(name, part.headers.get("Content-Type", _ANYTHING)), data)


def _kind(name: str, said: str) -> str:
    """What a sender leaves open, as discord.py does with every file, is told by the file's name."""
    return (mimetypes.guess_type(name)[0] or _ANYTHING) if said == _ANYTHING else said
