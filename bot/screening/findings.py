"""The pre-flight: what in a text could lead back to a person or an employer. Best effort, and said so to the author."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import phonenumbers

from bot.screening.names import FIRST_NAMES, NO_NAMES

Kind = Literal["email", "phone", "link", "handle", "person", "company", "date"]

LONGEST_READ = 8_000  # characters
MOST_FINDINGS = 10
MOST_NUMBERS = 8  # phone numbers looked at closely; parsing one takes about 50 µs
MOST_CANDIDATES = 5  # names searched among the members, SPEC.md 4.1
DEFAULT_REGIONS = ("DE", "AT", "CH", "GB", "US")

_DOT = r" ?(?:\.|[\[({] ?(?:dot|punkt|\.) ?[\])}]| dot | punkt ) ?"
_EMAIL = re.compile(
    r"(?<![\w.+%-])([\w.+%-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?<![\w.+%-])([\w.+%-]{1,64}) ?[\[({] ?(?:at|ät|@) ?[\])}] ?"
    rf"([\w-]{{1,63}}(?:{_DOT}[\w-]{{2,63}}){{1,4}})",
    re.IGNORECASE,
)
_SPELLED_AT = re.compile(r"[\[({] ?(?:at|ät) ?[\])}]", re.IGNORECASE)
_TOP_LEVEL = (
    "com|org|net|edu|gov|de|at|ch|eu|uk|fr|nl|pl|ca|io|ai|app|dev|info|biz|jobs|gg|ly|co|us|ie|in|se|no|dk|fi|es|pt"
)
_LINK = re.compile(
    rf"https?://[^\s<>]{{2,}}|\bwww\.[\w-]+(?:\.[\w-]+)+[^\s<>]*|(?<![\w@./-])(?:[\w-]{{2,63}}\.){{1,4}}(?:{_TOP_LEVEL})(?![\w-]|\.\w)(?:/[^\s<>]*)?",
    re.IGNORECASE,
)
_SHORT_LEVELS = {"at", "in", "no", "us", "ai", "co", "es", "se", "io", "de"}  # words or slips too: "help.at", "node.io"
_NO_LINKS = {"asp.net", "ado.net", "vb.net", "socket.io", "draw.io", "e.de"}
_HANDLE = re.compile(r"<@[!&]?\d{15,20}>|(?<![\w@./+-])@[A-Za-z_][\w.]{2,31}|(?<![\w#])[\w.]{2,32}#\d{4}(?!\w)")
_NUMBER = re.compile(r"(?<![\w.,/+-])(?:(?:\+|00|\(?0)[\d ()/.–-]{5,22}\d|\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4})(?!\w)")
_DIGIT = re.compile(r"\d")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Januar|Jänner|Februar|März|Mai|Juni"
    "|Juli|Oktober|Dezember|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez"
)
_DATE = re.compile(
    rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}}\.\d{{1,2}}\.\d\d\b"
    rf"|\b(?:[Aa]m|[Vv]om|[Bb]is|[Zz]um|[Aa]b|[Ss]eit|[Dd]en) \d{{1,2}}\.\d{{1,2}}\.(?!\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?(?:{_MONTHS})\b\.?(?:,? (?:19|20)\d\d\b(?!-))?"
    rf"|\b(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)(?:,? (?:19|20)\d\d)?"
)
_FORMS = (
    r"GmbH(?: & Co\. ?KGa?A?)?|gGmbH|mbH|AG(?: & Co\. ?KGa?A?)?|SE|KG|KGaA|OHG|UG|GbR|e\. ?V\.|Inc\b\.?|Incorporated"
    r"|Ltd\b\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|plc|Corp\b\.?|Corporation|Pty|S\.A\.|B\.V\.|N\.V\.|S\.r\.l\.|SARL|SpA|A/S"
    r"|ApS|Oy|Sp\. z o\.o\."
)
_COMPANY = re.compile(
    r"(?<![\w&.-])([A-ZÄÖÜ][\w&.'-]{0,40}(?: (?:&|und|and|[A-ZÄÖÜ0-9][\w&.'-]{0,40})){0,3}),? "
    rf"({_FORMS})(?!\w)"
)
_NO_COMPANIES = {
    "The",
    "A",
    "An",
    "Die",
    "Der",
    "Das",
    "Eine",
    "Einer",
    "Ein",
    "I",
    "My",
    "Meine",
    "Als",
    "As",
    "Senior",
    "Junior",
}
_ROLES = (
    "boss|manager|supervisor|colleague|co-?worker|team ?lead(?:er)?|lead|director|recruiter|interviewer|mentor|ceo|cto"
    "|landlord|hr (?:manager|lady|person|guy|rep)|chef|chefin|vorgesetzter?|kolleg(?:e|in|en)|teamleiter(?:in)?"
    "|abteilungsleiter(?:in)?|bereichsleiter(?:in)?|personaler(?:in)?|sachbearbeiter(?:in)?|ausbilder(?:in)?"
    "|geschäftsführer(?:in)?|vermieter(?:in)?"
)
_NAME = r"[A-ZÄÖÜÀ-Ý][\w'’-]*[a-zß-ÿ][\w'’-]*"
_MINE = r"(?:my|our|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?)(?: [\w-]{2,15})?"
_CALLED = r"(?:,| -| –)?(?: (?:named|called|is|heißt|herrn?|frau|namens|mr\.?|mrs\.?|ms\.?))?"
_OWN_ROLE = re.compile(rf"(?i:\b{_MINE} (?:{_ROLES}){_CALLED}) ([\w'’äöüß-]{{2,30}})(?: ({_NAME}))?")
_TITLE = re.compile(rf"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Hr|Fr|Herr|Herrn|Frau)\b\.? ({_NAME})")
_FROM = r" from (?:HR|accounting|IT|sales|finance|legal|marketing)\b| aus der [A-ZÄÖÜ]\w+(?:abteilung|ung)\b"
_ROLE_AFTER = re.compile(rf"\b({_NAME})(?:, {_MINE} (?:{_ROLES})\b|{_FROM})")
_WORD = re.compile(r"[^\W\d_][\w'’-]{1,31}")
_ARTICLE_WORDS = """
der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner dein deine sein seine seinen
ihr ihre ihren unser unsere euer eure kein keine keinen keiner jede jeder jedes diese dieser dieses diesen im am zum zur
beim vom ins the a an this that every no
"""
_ARTICLES = frozenset(_ARTICLE_WORDS.split())


@dataclass(frozen=True)
class Finding:
    """One place in a text: `excerpt` as typed, `masked` as it may be shown back to the author."""

    kind: Kind
    excerpt: str
    masked: str


def findings(text: str, *, regions: Sequence[str] = DEFAULT_REGIONS) -> list[Finding]:
    """At most ten, in the order of the text. `regions` (ISO codes) are tried for numbers without a country code."""
    text = text[:LONGEST_READ]
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Finding]] = []
    for start, end, finding in _all(text, regions):
        if not any(start < until and since < end for since, until in taken):
            taken.append((start, end))
            found.append((start, finding))
    unique = dict.fromkeys(finding for _, finding in sorted(found, key=lambda pair: pair[0]))
    return list(unique)[:MOST_FINDINGS]


def name_candidates(text: str) -> list[str]:
    """Words that may be a member's name, likeliest first: first names, then capitalised words amid a sentence."""
    likely: dict[str, int] = {}
    before = ""
    last_end = 0
    for found in _WORD.finditer(text[:LONGEST_READ]):
        word = found[0][:-2] if found[0].endswith(("'s", "’s")) else found[0]
        between = text[last_end : found.start()]
        starts = not before or any(mark in between for mark in ".!?:;\n")
        rank = _rank(word, before="" if starts else before)
        if rank is not None and rank < likely.get(word, 9):
            likely[word] = rank
        before, last_end = found[0].lower(), found.end()
    return sorted(likely, key=lambda word: likely[word])[:MOST_CANDIDATES]


def _rank(word: str, *, before: str) -> int | None:
    """0 is likeliest; None is no name. German nouns mostly follow an article, names do not."""
    small = word.lower()
    if small in NO_NAMES or len(word) < 3:
        return None
    if small in FIRST_NAMES:
        return 0 if word[0].isupper() else 2
    if not word[0].isupper() or word.isupper() or not before:
        return None
    if before in _ARTICLES:
        return 4
    return 1 if before in {"herr", "herrn", "frau", "mr", "mrs", "ms", "with", "von", "mit", "named", "called"} else 3


def _all(text: str, regions: Sequence[str]) -> Iterator[tuple[int, int, Finding]]:
    """Earlier kinds win where two overlap."""
    yield from _addresses(text)
    if _DIGIT.search(text):
        for found in _DATE.finditer(text):
            yield *found.span(), Finding("date", found[0], found[0])
        yield from _numbers(text, regions)
    for found in _COMPANY.finditer(text):
        if found[1] not in _NO_COMPANIES:
            yield *found.span(), Finding("company", found[0], found[0])
    yield from _persons(text)


def _addresses(text: str) -> Iterator[tuple[int, int, Finding]]:
    if "@" in text or _SPELLED_AT.search(text):
        for found in _EMAIL.finditer(text):
            name, host = (found[1], found[2]) if found[1] else (found[3], found[4])
            yield *found.span(), Finding("email", found[0], f"{name[0]}…@{host}")
    for found in _LINK.finditer(text):
        if shown := _site(found[0]):
            yield *found.span(), Finding("link", found[0], shown)
    for found in _HANDLE.finditer(text) if "@" in text or "#" in text else ():
        if found[0].lower() not in {"@everyone", "@here"}:
            yield *found.span(), Finding("handle", found[0], f"{found[0][:3]}…")


def _site(address: str) -> str | None:
    """The host, and "/…" for what follows; None where it is no address but a slip or the name of a tool."""
    bare = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip(".,;:!?)'\"*_")
    host, _, path = bare.partition("/")
    explicit = bare != address.rstrip(".,;:!?)'\"*_") or host.lower().startswith("www.") or bool(path)
    if not explicit:
        label, _, level = host.rpartition(".")
        doubtful = level.lower() in _SHORT_LEVELS and ("." not in label and (len(label) < 6 or not host.islower()))
        if host.lower() in _NO_LINKS or doubtful or label.isdecimal() or level[0].isupper():
            return None
    return f"{host}/…" if path else host


def _numbers(text: str, regions: Sequence[str]) -> Iterator[tuple[int, int, Finding]]:
    looked_at = 0
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if not 7 <= len(digits) <= 15 or _DATE.search(found[0]):
            continue
        looked_at += 1
        if looked_at > MOST_NUMBERS:
            return
        if any(_is_number(found[0], region) for region in (None, *regions)):
            typed = found[0].strip()
            yield *found.span(), Finding("phone", typed, f"{typed[:3]}…{typed[-2:]}")


def _is_number(typed: str, region: str | None) -> bool:
    if region is None and not typed.startswith(("+", "00")):
        return False
    international = f"+{typed[2:]}" if region is None and typed.startswith("00") else typed
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(international, region))
    except phonenumbers.NumberParseException:
        return False


def _persons(text: str) -> Iterator[tuple[int, int, Finding]]:
    for found in _OWN_ROLE.finditer(text):
        name, family = found[1], found[2]
        capital = name[0].isupper() and name.lower() not in NO_NAMES and not name.isupper()
        if capital or name.lower() in FIRST_NAMES:
            end = found.end() if family and family.lower() not in NO_NAMES else found.end(1)
            excerpt = text[found.start() : end]
            yield found.start(), end, Finding("person", excerpt, excerpt)
    for pattern in (_TITLE, _ROLE_AFTER):
        for found in pattern.finditer(text):
            if found[1].lower() not in NO_NAMES:
                yield *found.span(), Finding("person", found[0], found[0])
