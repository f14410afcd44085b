"""What Discord asks of the options of slash commands.

https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
"""

from collections.abc import Mapping

from sandbox.official.errors import REQUIRED, Wrong, not_one_of, too_long, unseen
from sandbox.official.forms import Spot
from sandbox.official.names import DESCRIPTION, check_description, check_name, check_translations
from sandbox.official.shapes import Json, items, numbered, real, text, whole

OPTIONS, CHOICES = 25, 25
CHOICE_TEXT = 100  # Application Command Option Choice Structure
ANSWER = 6_000  # min_length, max_length
LARGEST = 2**53  # Application Command Option Type

SUBCOMMAND, GROUP, STRING, INTEGER = range(1, 5)
NUMBER, LAST_TYPE = 10, 11
_NESTING = (SUBCOMMAND, GROUP)
_TYPED = (STRING, INTEGER, NUMBER)

_LATE_REQUIRED = Wrong(
    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options"
)
_MIXED = Wrong(
    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    "Sub-command and sub-command group option types are mutually exclusive to all other types",
)
_TOO_DEEP = unseen("APPLICATION_COMMAND_OPTION_TYPE_INVALID", "This option type cannot be nested here")
_BOTH = unseen(
    "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES_EXCLUSIVE", "Autocomplete and choices are mutually exclusive"
)
_NO_AUTOCOMPLETE = unseen(
    "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", "Autocomplete cannot be configured for this type of option"
)
_NO_CHOICES = unseen("APPLICATION_COMMAND_CHOICES_INVALID", "Choices cannot be configured for this type of option")
_NO_OPTIONS = unseen("APPLICATION_COMMAND_OPTIONS_INVALID", "Options cannot be configured for this type of option")
_CROSSED = unseen("APPLICATION_COMMAND_OPTION_RANGE_INVALID", "The minimum must be less than or equal to the maximum")
_SAME_CHOICE = unseen("APPLICATION_COMMAND_OPTION_CHOICES_NAME_INVALID", "Choice names and values must be unique")
_BAD_VALUE = unseen(
    "APPLICATION_COMMAND_OPTION_CHOICES_VALUE_INVALID", "The choice's value must be of the option's type"
)


def check_options(options: Json, spot: Spot, *, parent: int | None = None) -> None:
    """`parent`: the type of the option that holds these, `None` for a command's own."""
    spot.listed(options)
    if len(items(options)) > OPTIONS:
        spot.wrong(too_long(OPTIONS))
    names: set[str] = set()
    optional_seen = False
    nesting = any(whole(option.get("type")) in _NESTING for _, option in numbered(options))
    for place, option in numbered(options):
        here, kind = spot.at(place), whole(option.get("type"))
        if text(option.get("name")) in names:
            here.wrong(_taken(text(option.get("name"))))
        names.add(text(option.get("name")))
        if nesting and kind not in _NESTING:
            here.wrong(_MIXED)
        elif optional_seen and option.get("required") is True:
            here.wrong(_LATE_REQUIRED)
        optional_seen = optional_seen or option.get("required") is not True
        _check_option(option, here, parent)


def _taken(name: str) -> Wrong:
    return Wrong("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", f"Option name {name} is already used in these options")


def _check_option(option: Mapping[str, Json], spot: Spot, parent: int | None) -> None:
    kind = whole(option.get("type"))
    check_name(option.get("name"), spot.at("name"))
    check_description(option.get("description"), spot.at("description"))
    check_translations(option.get("name_localizations"), spot.at("name_localizations"), most=DESCRIPTION, slash=True)
    described = option.get("description_localizations")
    check_translations(described, spot.at("description_localizations"), most=DESCRIPTION, slash=False)
    if kind is None or not SUBCOMMAND <= kind <= LAST_TYPE:
        spot.at("type").wrong(REQUIRED if kind is None else not_one_of(*range(SUBCOMMAND, LAST_TYPE + 1)))
    elif kind in _NESTING:
        _check_nesting(option, spot, kind, parent)
    else:
        _check_leaf(option, spot, kind, parent)


def _check_nesting(option: Mapping[str, Json], spot: Spot, kind: int, parent: int | None) -> None:
    """Command, group, subcommand: no other order, no deeper (Subcommands and Subcommand Groups)."""
    if parent == SUBCOMMAND or (parent == GROUP and kind == GROUP):
        spot.at("type").wrong(_TOO_DEEP)
        return
    if kind == GROUP and not items(option.get("options")):
        spot.at("options").wrong(REQUIRED)
    check_options(option.get("options"), spot.at("options"), parent=kind)


def _check_leaf(option: Mapping[str, Json], spot: Spot, kind: int, parent: int | None) -> None:
    if parent == GROUP:
        spot.at("type").wrong(_TOO_DEEP)
    if items(option.get("options")):
        spot.at("options").wrong(_NO_OPTIONS)
    if option.get("autocomplete") is True and kind not in _TYPED:
        spot.at("autocomplete").wrong(_NO_AUTOCOMPLETE)
    if items(option.get("choices")):
        _check_choices(option, spot, kind)
    _check_limits(option, spot)


def _check_limits(option: Mapping[str, Json], spot: Spot) -> None:
    for key in ("min_length", "max_length"):
        spot.at(key).within(whole(option.get(key)), int(key == "max_length"), ANSWER)
    for key in ("min_value", "max_value"):
        spot.at(key).within(real(option.get(key)), -LARGEST, LARGEST)
    for least, most in (("min_length", "max_length"), ("min_value", "max_value")):
        low, high = real(option.get(least)), real(option.get(most))
        if low is not None and high is not None and low > high:
            spot.at(least).wrong(_CROSSED)


def _check_choices(option: Mapping[str, Json], spot: Spot, kind: int) -> None:
    choices = option.get("choices")
    if kind not in _TYPED:
        spot.at("choices").wrong(_NO_CHOICES)
        return
    if option.get("autocomplete") is True:
        spot.wrong(_BOTH)
    if len(items(choices)) > CHOICES:
        spot.at("choices").wrong(too_long(CHOICES))
    seen: set[tuple[str, object]] = set()
    for place, choice in numbered(choices):
        here = spot.at("choices", place)
        _check_choice(choice, here, kind)
        for key in ("name", "value"):
            if (key, str(choice.get(key))) in seen:
                here.at(key).wrong(_SAME_CHOICE)
            seen.add((key, str(choice.get(key))))


def _check_choice(choice: Mapping[str, Json], spot: Spot, kind: int) -> None:
    value = choice.get("value")
    spot.at("name").needed(choice.get("name"), 1, CHOICE_TEXT)
    translated = choice.get("name_localizations")
    check_translations(translated, spot.at("name_localizations"), most=CHOICE_TEXT, slash=False)
    if value is None:
        spot.at("value").wrong(REQUIRED)
    elif isinstance(value, str) is not (kind == STRING) or (kind == INTEGER and whole(value) is None):
        spot.at("value").wrong(_BAD_VALUE)
    spot.at("value").length(value, 1, CHOICE_TEXT)
