"""Fluent catalogues: one language each, filled from the `text/` folders of the bot and its features.

Files are read at start. A sentence is parsed when it is first said: of some three thousand a start needs a tenth.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from fluent.runtime import FluentBundle, FluentResource

from bot.domain.errors import StartRefused

DEFAULT_LOCALE = "en-US"
SHARED = Path(__file__).parent
_BEGINNING = re.compile(r"^(?=[a-zA-Z#-])", re.MULTILINE)
"""Where an entry of a file begins: further lines of it are indented or begin with a bracket (Fluent Syntax 1.0)."""
_NAMED = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)")
"""Messages and terms that stand within a sentence; variables begin with `$`."""


class TextMissing(Exception):
    """A sentence or one of its variables is not there: a defect, never shown to a person."""


class Language:
    """What there is in one language: sentences by their ids, each parsed with those within it when first asked for."""

    def __init__(self, locale: str) -> None:
        # marks that isolate direction would stand in labels and be counted by Discord's limits
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._unread: dict[str, str] = {}

    def add(self, text: str) -> None:
        """Takes in a file. What an earlier one has stays."""
        for entry in _BEGINNING.split(text):
            name = entry.partition("=")[0].strip()
            if not name.startswith("#"):
                self._unread.setdefault(name, entry)

    def find(self, text_id: str, args: dict[str, str | int]) -> str | None:
        """The sentence with these variables; None where this language has none. Raises TextMissing."""
        message_id, _, attribute = text_id.partition(".")
        if message_id in self._unread:
            self._read(message_id)
        if not self._bundle.has_message(message_id):
            return None
        message = self._bundle.get_message(message_id)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        text, errors = cast("tuple[str, list[Exception]]", self._bundle.format_pattern(pattern, cast("Any", args)))
        if errors:
            raise TextMissing(f"{text_id}: {errors[0]}")
        return text

    def _read(self, name: str) -> None:
        wanted = [name]
        for one in wanted:  # grows while it is walked through
            wanted += [other for other in _NAMED.findall(self._unread.get(one, "")) if other not in wanted]
        entries = {one: self._unread[one] for one in wanted if one in self._unread}
        self._bundle.add_resource(FluentResource("".join(entries.values())))
        for one in entries:
            self._unread.pop(one, None)


class Words:
    """The sentences of one language; falls back to the default language where it has none."""

    def __init__(self, locale: str, languages: list[Language]) -> None:
        self.locale = locale
        self._languages = languages
        self._without_args: dict[str, str] = {}
        """Labels and sentences in which nothing changes, put together once."""

    def __call__(self, text_id: str, /, **args: str | int) -> str:
        """The sentence `text_id` ("vent-card-head", or "cmd-vent.name" for an attribute). Raises TextMissing."""
        found = self.find(text_id, **args)
        if found is None:
            raise TextMissing(text_id)
        return found

    def find(self, text_id: str, /, **args: str | int) -> str | None:
        """The same, None where no language has it."""
        known = self._without_args.get(text_id) if not args else None
        if known is not None:
            return known
        found = self._found(text_id, args)
        if found is not None and not args:
            self._without_args[text_id] = found
        return found

    def _found(self, text_id: str, args: dict[str, str | int]) -> str | None:
        found = (language.find(text_id, args) for language in self._languages)
        return next((text for text in found if text is not None), None)


class Catalogue:
    """All languages. `words(locale)` for what Discord says a person or a server speaks."""

    def __init__(self, folders: Iterable[Path], default: str = DEFAULT_LOCALE) -> None:
        self._default = default
        self._languages: dict[str, Language] = {}
        for folder in (SHARED, *folders):
            for file in sorted(folder.glob("*.ftl")):
                language = self._languages.setdefault(file.stem, Language(file.stem))
                language.add(file.read_text(encoding="utf-8"))
        if default not in self._languages:
            raise StartRefused(f"There are no texts in {default!r} (WINGBEAT_DEFAULT_LOCALE). Try en-US or de.")
        self.words = lru_cache(maxsize=64)(self._words)

    @property
    def locales(self) -> list[str]:
        """The languages there are texts in, the default first."""
        return [self._default, *(locale for locale in sorted(self._languages) if locale != self._default)]

    def _words(self, locale: str | None) -> Words:
        wanted = locale or self._default
        near = [wanted, wanted.partition("-")[0], self._default]
        chosen = [self._languages[name] for name in dict.fromkeys(near) if name in self._languages]
        return Words(next(name for name in near if name in self._languages), chosen)


@lru_cache(maxsize=4)
def catalogue_of(folders: tuple[Path, ...], default: str = DEFAULT_LOCALE) -> Catalogue:
    """The same for the same folders: files are read and sentences are parsed once in a process."""
    return Catalogue(folders, default)
