"""Names and translations of commands and options.

https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
https://docs.discord.com/developers/reference#locales
"""

import unicodedata

from sandbox.official.errors import REQUIRED, Wrong, not_one_of
from sandbox.official.forms import Spot
from sandbox.official.shapes import Json, members, text

NAME, DESCRIPTION = 32, 100

# "ar" and "he" only in the API description (AvailableLocalesEnum)
LOCALES = frozenset(
    (
        *("ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu"),
        *("id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi"),
        *("zh-CN", "zh-TW"),
    )
)
_MARKS = "-_'"
# \p{sc=Deva} and \p{sc=Thai} beyond letters and digits: vowel signs, tone marks (Unicode blocks)
_SCRIPTS = (range(0x0900, 0x0980), range(0xA8E0, 0xA900), range(0x0E01, 0x0E3B), range(0x0E40, 0x0E5C))

_BAD_NAME = Wrong("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def is_slash_name(name: str) -> bool:
    """`^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$`, in lower case where there is one."""
    return 1 <= len(name) <= NAME and name == name.lower() and all(map(_allowed, name))


def _allowed(mark: str) -> bool:
    return mark in _MARKS or unicodedata.category(mark)[0] in "LN" or any(ord(mark) in script for script in _SCRIPTS)


def check_name(name: Json, spot: Spot) -> None:
    """A slash command's or an option's name."""
    spot.needed(name, 1, NAME)
    if isinstance(name, str) and name and len(name) <= NAME and not is_slash_name(name):
        spot.wrong(_BAD_NAME)


def check_menu_name(name: Json, spot: Spot) -> None:
    """User and message commands may be in mixed case and have spaces."""
    spot.needed(name, 1, NAME)
    if isinstance(name, str) and name and not name.strip():
        spot.wrong(_BAD_NAME)


def check_description(description: Json, spot: Spot) -> None:
    if description is None or description == "":
        spot.wrong(REQUIRED)
    else:
        spot.length(description, 1, DESCRIPTION)


def check_translations(translations: Json, spot: Spot, *, most: int, slash: bool) -> None:
    """Each language known, each text by the rules of the untranslated one."""
    for locale, words in members(translations).items():
        here = spot.at(locale)
        if locale not in LOCALES:
            here.wrong(not_one_of(*sorted(LOCALES)))
        elif slash:
            check_name(words, here)
        else:
            here.needed(words, 1, most)


def longest(untranslated: Json, translations: Json) -> int:
    """Characters of the longest version, which is the one that counts (Slash Commands)."""
    return max(len(text(words)) for words in (untranslated, *members(translations).values()))
