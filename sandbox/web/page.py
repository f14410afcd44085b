"""The files of the page on which one can be anybody."""

from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parents[1] / "page"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


async def serve(request: web.Request) -> web.Response:
    return answer(request.match_info["name"])


def answer(name: str) -> web.Response:
    """A file of the page; nothing else of the machine can be had here."""
    file = (FOLDER / name).resolve()
    kind = TYPES.get(file.suffix)
    if kind is None or not file.is_relative_to(FOLDER.resolve()) or not file.is_file():
        raise web.HTTPNotFound
    return web.Response(body=file.read_bytes(), content_type=kind, charset="utf-8", headers=HEADERS)
