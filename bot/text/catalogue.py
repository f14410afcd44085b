"""Fluent catalogues: one bundle per language, filled from the `text/` folders of the bot and its features."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

DEFAULT_LOCALE = "en-US"
SHARED = Path(__file__).parent


class TextMissing(Exception):
    """A sentence or one of its variables is not there: a defect, never shown to a person."""


class Words:
    """The sentences of one language; falls back to the default language where it has none."""

    def __init__(self, locale: str, bundles: list[FluentBundle]) -> None:
        self.locale = locale
        self._bundles = bundles
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
        message_id, _, attribute = text_id.partition(".")
        for bundle in self._bundles:
            if not bundle.has_message(message_id):
                continue
            message = bundle.get_message(message_id)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is None:
                continue
            text, errors = cast("tuple[str, list[Exception]]", bundle.format_pattern(pattern, cast("Any", args)))
            if errors:
                raise TextMissing(f"{text_id}: {errors[0]}")
            return text
        return None


@lru_cache(maxsize=256)
def _parsed(text: str) -> Resource:
    return FluentResource(text)


class Catalogue:
    """All languages. `words(locale)` for what Discord says a person or a server speaks."""

    def __init__(self, folders: Iterable[Path], default: str = DEFAULT_LOCALE) -> None:
        self._default = default
        self._bundles: dict[str, FluentBundle] = {}
        for folder in (SHARED, *folders):
            for file in sorted(folder.glob("*.ftl")):
                # marks that isolate direction would stand in labels and be counted by Discord's limits
                bundle = self._bundles.setdefault(file.stem, FluentBundle([file.stem], use_isolating=False))
                bundle.add_resource(_parsed(file.read_text(encoding="utf-8")))
        if default not in self._bundles:
            raise TextMissing(f"there are no texts in {default}")
        self.words = lru_cache(maxsize=64)(self._words)

    @property
    def locales(self) -> list[str]:
        """The languages there are texts in, the default first."""
        return [self._default, *(locale for locale in sorted(self._bundles) if locale != self._default)]

    def _words(self, locale: str | None) -> Words:
        wanted = locale or self._default
        near = [wanted, wanted.partition("-")[0], self._default]
        chosen = [self._bundles[name] for name in dict.fromkeys(near) if name in self._bundles]
        return Words(next(name for name in near if name in self._bundles), chosen)


@lru_cache(maxsize=4)
def catalogue_of(folders: tuple[Path, ...], default: str = DEFAULT_LOCALE) -> Catalogue:
    """The same for the same folders: files are read and sentences are compiled once in a process."""
    return Catalogue(folders, default)
