"""A copy of everything, as a document for machines and as a page for people."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import escape

from bot.data.persons import Copy
from bot.text.catalogue import Words

_PAGE = """<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; margin-bottom: 2rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #8886; }}
:root {{ color-scheme: light dark; }}
</style>
<h1>{title}</h1>
<p>{when}</p>
{parts}
</html>
"""


def as_json(copy: Mapping[str, Sequence[Copy]], server: str, at: datetime) -> str:
    """One document; every kind is there, with an empty list where nothing is kept."""
    return json.dumps({"server": server, "written": _moment(at), **copy}, indent=2, ensure_ascii=False)


def as_html(copy: Mapping[str, Sequence[Copy]], server: str, at: datetime, words: Words) -> str:
    """The same as a page that needs nothing else to be read."""
    title = escape(words("export-title", server=server))
    parts = "\n".join(_part(words(f"kept-{name}", count=len(rows)), rows) for name, rows in copy.items())
    return _PAGE.format(lang=escape(words.locale), title=title, when=escape(_moment(at)), parts=parts)


def _part(heading: str, rows: Sequence[Copy]) -> str:
    head = f"<h2>{escape(heading)}</h2>"
    if not rows:
        return head
    names = list(dict.fromkeys(name for row in rows for name in row))
    first = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in names)
    body = "".join(f"<tr>{''.join(_cell(row.get(name)) for name in names)}</tr>" for row in rows)
    return f"{head}\n<table><tr>{first}</tr>{body}</table>"


def _cell(value: object) -> str:
    shown = "" if value is None else str(value)
    return f"<td>{escape(shown)}</td>"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
