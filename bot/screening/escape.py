"""Makes a member's text safe inside a V2 text display: it reads as typed and can forge nothing.

The rules follow the client's markdown as described in https://support.discord.com/hc/en-us/articles/210298617 and
https://discord.com/developers/docs/reference#message-formatting: headings, subtext, quotes, lists, links, mentions.
"""

import re
import unicodedata

from bot.screening.reading import fold

# a card's share of the 4,000 characters and of the undocumented byte limit, discord-api-docs#8554
MOST_CHARACTERS = 3_500
MOST_BYTES = 9_500
MOST_MARKS = 2  # combining marks on one letter; Vietnamese and Thai need two, "zalgo" dozens
AUTHOR_MARKS = frozenset({"author", "autor", "autorin", "verfasser", "verfasserin", "op"})

_PICTURE = (
    "©®‼⁉™ℹ〰〽㊗㊙\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\U0001f000-\U0001faff"
)
_FLAG_TAGS = "\U000e0020-\U000e007f"
# What is invisible in itself and kept where it builds an emoji: a joiner between pictures, the emoji style behind a
# picture or a keycap's digit, the tags of the flags of England, Scotland and Wales. https://unicode.org/reports/tr51/
_JOINED = re.compile(
    f"(?P<flag>\U0001f3f4[{_FLAG_TAGS}]{{2,8}})"
    f"|(?P<joiner>(?:(?<=[{_PICTURE}])|(?<=[{_PICTURE}]\ufe0f))\u200d(?=[{_PICTURE}]))"
    f"|(?P<style>(?<=[{_PICTURE}0-9#*])\ufe0f)"
)
# letters and symbols that show nothing, beyond the categories Cc and Cf: fillers, joiners, variation selectors
_SHOWS_NOTHING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MARKS = re.compile(r"[\(\[{（［｛❨⦅]([^()\[\]{}（）\n]{2,24})[\)\]}）］｝❩⦆]")

_SPECIAL = re.compile(
    r"""
    (?=[0-9<>\[\]\\`*_~|@\#+hH-])
    (?: (?P<emoji><a?:[A-Za-z0-9_]{2,32}:[0-9]{17,20}>)
    | (?P<keycap>[0-9#*]\ufe0f?\u20e3)
    | (?P<link>https?://[^\s<>*~|`\\\[\]"“”]+)
    | (?P<mention>@)(?=everyone|here|[!&]?[0-9]{17,20})
    | (?P<number>^[0-9]{1,9})(?=[.)](?:\s|$))
    | (?P<block>^(?:\#{1,3}|-\#?|>{1,3}|[-*+](?=\s|$)))
    | (?P<mark>
          [\\`\[]
        | \](?=\()
        | \*(?!\s) | (?<!\s)\*
        | (?<![A-Za-z0-9])_ | _(?![A-Za-z0-9]) | _(?=(?i:https?://))
        | ~(?=~) | (?<=~)~
        | \|(?=\|) | (?<=\|)\|
        | <(?=[@\#/:A-Za-z+])
      )
    )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_LINK_ENDS = ".,;:!?)'"
_UNALIKE = str.maketrans(
    {
        "\\": "⧵",
        "`": "｀",
        "[": "［",
        "]": "］",
        "*": "∗",
        "_": "＿",
        "~": "∼",
        "|": "∣",
        "<": "‹",
        "#": "＃",
        "-": "‐",
        ">": "›",
        "+": "＋",
    }
)


SAID_BACK_MOST = 60


def clean(text: str) -> str:
    """Normal form NFC without what cannot be seen, at most one empty line in a row. Twice changes nothing more."""
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    if not (text.isascii() and text.replace("\n", "").isprintable()):
        text = unicodedata.normalize("NFC", _few_marks(_visible(text)))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen."""
    return not any(unicodedata.category(letter)[0] not in "CZM" for letter in clean(text))


def escape(text: str) -> str:
    """Cleans and escapes a text for a V2 text display.

    Backslashes at most double a text's length. Where the result would not fit into a card, look-alike characters take
    the place of the escaped ones, which adds at most a third ("1.", "@here", links), so that any 2,000 characters fit
    whole; what is still too long ends in "…". Not to be applied twice: that is safe, but shows the backslashes.
    """
    cleaned = _marks_quoted(clean(text))
    escaped = _SPECIAL.sub(_with_backslash, cleaned)
    if _fits(escaped):
        return escaped
    alike = _SPECIAL.sub(_with_look_alike, cleaned)
    return alike if _fits(alike) else _cut(alike)


def said_back(typed: str) -> str:
    """What somebody typed, short and safe enough to stand in the sentence that says what is wrong with it."""
    return escape(typed[:SAID_BACK_MOST])


def _visible(text: str) -> str:
    kept: list[str] = []
    place = 0
    for joined in _JOINED.finditer(text):
        kept += [_seen(text[place : joined.start()]), joined.group()]
        place = joined.end()
    return "".join([*kept, _seen(text[place:])])


def _seen(text: str) -> str:
    dropped: dict[int, str | None] = {ord(letter): None for letter in set(text) if _unseen(letter)}
    return _SELECTORS.sub("", text).translate(dropped | {ord("\t"): " "})


def _unseen(letter: str) -> bool:
    return letter in _SHOWS_NOTHING or (letter != "\n" and unicodedata.category(letter) in {"Cc", "Cf", "Co", "Cs"})


def _few_marks(text: str) -> str:
    marks = {letter for letter in set(text) if unicodedata.category(letter) in {"Mn", "Me"}} - {"\ufe0f"}
    if not marks:
        return text
    kept: list[str] = []
    row = 0
    for letter in text:
        row = row + 1 if letter in marks else 0
        if row <= MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def _marks_quoted(text: str) -> str:
    """Only the bot writes "(author)" behind a name; a member's own is put in quotation marks."""

    def quoted(found: re.Match[str]) -> str:
        inner = found[1].strip(" *_~|`\\")
        return f"“{inner}”" if fold(inner) in AUTHOR_MARKS else found[0]

    return _MARKS.sub(quoted, text)


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found.lastgroup in {"mark", "block"} else _kept(found)


def _with_look_alike(found: re.Match[str]) -> str:
    return found[0].translate(_UNALIKE) if found.lastgroup in {"mark", "block"} else _kept(found)


def _kept(found: re.Match[str]) -> str:
    """What is not escaped as it stands: emoji whole, links without a preview, mentions and list numbers taken apart."""
    if found.lastgroup == "mention":
        return "@\u200b"  # as discord.py does, discord/utils.py escape_mentions
    if found.lastgroup == "number":
        return f"{found[0]}\\"
    if found.lastgroup == "link":
        address = found[0].rstrip(_LINK_ENDS)
        return f"<{address}>{found[0][len(address) :]}"
    return found[0]


def _fits(text: str) -> bool:
    return len(text) <= MOST_CHARACTERS and len(text.encode()) <= MOST_BYTES


def _cut(text: str) -> str:
    shortened = text[: MOST_CHARACTERS - 1].encode()[: MOST_BYTES - 3].decode(errors="ignore")
    opened = shortened.rfind("<")
    if opened > shortened.rfind(">"):  # never half a link or emoji
        shortened = shortened[:opened]
    return f"{shortened.rstrip()}…"
