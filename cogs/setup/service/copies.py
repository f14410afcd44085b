"""A server's settings as a file: written, read, brought in, and thrown away."""

import codecs
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.data import drafts, guilds
from bot.data.choices import Choices, Here
from bot.data.keys import Keys
from bot.data.unit import Look, Rows, Unit, one_aside, one_look, one_unit
from bot.domain.clock import to_ms
from bot.domain.errors import Refusal
from bot.domain.ids import GuildId, random_id
from cogs.setup.model import COPY_KIND, COPY_MAX_BYTES, COPY_VERSION, LASTING, NAME_MAX, UNCHOSEN, Copy
from cogs.setup.service.servers import tell
from cogs.setup.settings import Written


class Copies:
    """`models` are the sections that features let servers choose. Whoever calls has asked for the right."""

    def __init__(self, rows: Rows, keys: Keys, models: Mapping[str, type[Choices]]) -> None:
        self.rows = rows
        self._keys = keys
        self._models = models

    @one_look
    def written(self, look: Look, guild: GuildId, server: str, names: Mapping[str, str]) -> bytes:
        """The file: every choice of this server, readable. `names` say what the ids in it are called."""
        chosen = guilds.sections(look, guild)
        settings: dict[str, Any] = {
            name: model.model_validate(chosen[name]).model_dump(mode="json")
            for name, model in self._models.items()
            if chosen.get(name)
        }
        said = json.dumps(settings)
        body = {
            "kind": COPY_KIND,
            "version": COPY_VERSION,
            "server": server,
            "written": self.rows.wall.now().isoformat(timespec="seconds"),
            "settings": settings,
            "names": {number: name for number, name in names.items() if f'"{number}"' in said},
        }
        return json.dumps(body, indent=2, ensure_ascii=False).encode()

    @one_aside
    def looked_at(self, unit: Unit, data: bytes, here: Here) -> tuple[int, Copy]:
        """Reads a file that was given; keeps it sealed for half an hour under the number. Changes no setting.

        Raises Refusal: too big, no such file, another version, something in it that cannot be.
        """
        copy = self._read(data, here)
        number = random_id()
        drafts.keep(unit, self._keys, number, data.decode())
        return number, copy

    @one_unit
    def bring_in(self, unit: Unit, guild: GuildId, number: int, here: Here) -> Copy:
        """Uses a file that was looked at: its sections take the place of those here. Raises Refusal."""
        kept = drafts.read(unit.connection, self._keys, number, to_ms(unit.now))
        if kept is None:
            raise Refusal("setup-copy-gone")
        copy = self._read(kept.encode(), here)
        for name, body in copy.sections.items():
            guilds.choose(unit, guild, name, dict(body))
        drafts.drop(unit, number)
        tell(unit, guild, guilds.channels(unit.connection, guild).vent_rooms)
        return copy

    @one_unit
    def leave(self, unit: Unit, number: int) -> None:
        """The file is not used after all."""
        drafts.drop(unit, number)

    @one_look
    def chosen(self, look: Look, guild: GuildId) -> list[str]:
        """The sections in which something was chosen here."""
        return sorted(name for name, body in guilds.sections(look, guild).items() if body and name not in UNCHOSEN)

    @one_unit
    def reset(self, unit: Unit, guild: GuildId) -> None:
        """As on the first day: all choices go. What people posted, and what holds for them, is not touched."""
        for name in guilds.sections(unit.connection, guild).keys() - LASTING:
            guilds.forget_section(unit, guild, name)
        tell(unit, guild, ())

    def _read(self, data: bytes, here: Here) -> Copy:
        body = _parsed(data)
        sections: dict[str, Mapping[str, Any]] = {}
        strangers: list[str] = []
        for name, given in body.settings.items():
            if name in self._models:
                kept, gone = self._checked(name, given).known_here(here)
                sections[name] = kept.model_dump()
                strangers += gone
        unknown = tuple(sorted(name[:NAME_MAX] for name in body.settings if name not in self._models))
        return Copy(sections, tuple(dict.fromkeys(strangers)), unknown, body.server, body.names)

    def _checked(self, name: str, given: object) -> Choices:
        try:
            return self._models[name].model_validate(given)
        except ValidationError as error:
            place = " → ".join([name, *(str(part) for part in error.errors()[0]["loc"])])
            raise Refusal("setup-copy-wrong", place=place[:100]) from error


def _parsed(data: bytes) -> Written:
    if len(data) > COPY_MAX_BYTES:
        raise Refusal("file-too-big", most=COPY_MAX_BYTES // 1024)
    try:
        return Written.model_validate_json(data.removeprefix(codecs.BOM_UTF8))
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "json_invalid":
            raise Refusal("setup-copy-unreadable") from error
        if first["loc"][:1] == ("version",):
            raise Refusal("setup-copy-version", known=COPY_VERSION) from error
        raise Refusal("setup-copy-other") from error
