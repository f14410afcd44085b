"""Commands that Discord refuses, each by one limit, and the same at the edge."""

import pytest

from sandbox.official import rules

from .forms import Bad, check, command, group, option, reasons, subcommand, without

LENGTH, MOST, MISSING, CHOICES = (
    "BASE_TYPE_BAD_LENGTH",
    "BASE_TYPE_MAX_LENGTH",
    "BASE_TYPE_REQUIRED",
    "BASE_TYPE_CHOICES",
)
NAME, TOO_DEEP = "APPLICATION_COMMAND_INVALID_NAME", "APPLICATION_COMMAND_OPTION_TYPE_INVALID"


def one(*, scope="global", **changed):
    return rules.commands([command(**changed)], scope)


def with_options(*options):
    return one(options=list(options))


def many(count, kind):
    return [without(command(name=f"c{n}", type=kind), *(() if kind == 1 else ("description",))) for n in range(count)]


def picks(count, **changed):
    return [{"name": f"c{number}", "value": f"v{number}", **changed} for number in range(count)]


def filled(characters):
    """A command of so many counted characters: 20 of its own, 3 for each option, up to 200 for each choice."""
    options = []
    left = characters - len("share") - len("Share something")
    while left > 0:
        left -= 3
        options.append(option(name=f"o{len(options)}", description="d", choices=[]))
        for number in range(25):
            room = min(200, left) if left - 200 not in range(1, 30) else 160
            left -= room
            words = [f"{number:0>{room // 2}}", f"{number:0>{room - room // 2}}"]
            options[-1]["choices"] += [dict(zip(("name", "value"), words, strict=True))] if room else []
    assert left == 0
    return command(options=options)


BAD = {
    "a name in capitals": (one(name="Share"), "0.name", NAME, "Command name is invalid"),
    "a name with a space": (one(name="share now"), "0.name", NAME, "invalid"),
    "a name with a full stop": (one(name="share.now"), "0.name", NAME, "invalid"),
    "a name in Greek capitals": (one(name="Ελπίδα"), "0.name", NAME, "invalid"),
    "a name of 33": (one(name="x" * 33), "0.name", LENGTH, "between 1 and 32"),
    "no name": (rules.commands([without(command(), "name")], "global"), "0.name", MISSING, "required"),
    "no description": (
        rules.commands([without(command(), "description")], "global"),
        "0.description",
        MISSING,
        "required",
    ),
    "an empty description": (one(description=""), "0.description", MISSING, "required"),
    "a description of 101": (one(description="x" * 101), "0.description", LENGTH, "between 1 and 100"),
    "a type that is none": (one(type=9), "0.type", CHOICES, "{1, 2, 3, 4}"),
    "an entry point in a server": (
        one(type=4, scope="guild"),
        *("0.type", "APPLICATION_COMMAND_TYPE_INVALID", "PRIMARY_ENTRY_POINT"),
    ),
    "permissions that are no number": (
        one(default_member_permissions="manage"),
        *("0.default_member_permissions", "NUMBER_TYPE_COERCE", "manage"),
    ),
    "a translation into an unknown language": (
        one(name_localizations={"de-DE": "teilen"}),
        *("0.name_localizations.de-DE", CHOICES, "en-GB"),
    ),
    "a translated name in capitals": (
        one(name_localizations={"de": "Teilen"}),
        *("0.name_localizations.de", NAME, "invalid"),
    ),
    "a translated description of 101": (
        one(description_localizations={"de": "x" * 101}),
        *("0.description_localizations.de", LENGTH, "between 1 and 100"),
    ),
    "two commands of one name": (
        rules.commands([command(), command()], "guild"),
        *("1", "APPLICATION_COMMANDS_DUPLICATE_NAME", "must be unique"),
    ),
    "101 slash commands": (rules.commands(many(101, 1), "global"), "", "30032", "(100)"),
    "16 commands on people": (rules.commands(many(16, 2), "guild"), "", "30032", "(15)"),
    "16 commands on messages": (rules.commands(many(16, 3), "global"), "", "30032", "(15)"),
    "a described command on messages": (
        one(type=3, name="Cheer"),
        *("0.description", "APPLICATION_COMMAND_INVALID_DESCRIPTION", "cannot have description"),
    ),
    "a command on people with options": (
        rules.commands([{"type": 2, "name": "Cheer", "options": [option()]}], "global"),
        *("0.options", "APPLICATION_COMMAND_INVALID_OPTIONS", "cannot have options"),
    ),
    "a command of 8,001 characters": (
        rules.commands([filled(8_001)], "global"),
        *("0", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)"),
    ),
    "26 options": (
        with_options(*(option(name=f"o{number}") for number in range(26))),
        *("0.options", MOST, "25 or fewer"),
    ),
    "an option's name in capitals": (with_options(option(name="Words")), "0.options.0.name", NAME, "invalid"),
    "an option's name of 33": (with_options(option(name="x" * 33)), "0.options.0.name", LENGTH, "between 1 and 32"),
    "an option without description": (
        with_options(without(option(), "description")),
        *("0.options.0.description", MISSING, "required"),
    ),
    "an option's description of 101": (
        with_options(option(description="x" * 101)),
        *("0.options.0.description", LENGTH, "between 1 and 100"),
    ),
    "an option without type": (with_options(without(option(), "type")), "0.options.0.type", MISSING, "required"),
    "an option of type 12": (with_options(option(type=12)), "0.options.0.type", CHOICES, "11}"),
    "two options of one name": (
        with_options(option(), option()),
        *("0.options.1", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name words is already used"),
    ),
    "a required option after another": (
        with_options(option(name="a"), option(name="b", required=True)),
        *("0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "placed before non-required options"),
    ),
    "an option beside a subcommand": (
        with_options(subcommand(), option()),
        *("0.options.1", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "mutually exclusive to all other types"),
    ),
    "a group in a group": (
        with_options(group(options=[group(name="deep")])),
        *("0.options.0.options.0.type", TOO_DEEP, "cannot be nested"),
    ),
    "an option in a group": (
        with_options(group(options=[option()])),
        *("0.options.0.options.0.type", TOO_DEEP, "cannot be nested"),
    ),
    "a subcommand in a subcommand": (
        with_options(subcommand(options=[option(type=1, name="deep")])),
        *("0.options.0.options.0.type", TOO_DEEP, "cannot be nested"),
    ),
    "an empty group": (with_options(group(options=[])), "0.options.0.options", MISSING, "required"),
    "an option with options": (
        with_options(option(options=[option()])),
        *("0.options.0.options", "APPLICATION_COMMAND_OPTIONS_INVALID", "cannot be configured"),
    ),
    "26 choices": (with_options(option(choices=picks(26))), "0.options.0.choices", MOST, "25 or fewer"),
    "choices and autocompletion": (
        with_options(option(choices=picks(1), autocomplete=True)),
        *("0.options.0", "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES_EXCLUSIVE", "mutually exclusive"),
    ),
    "choices of people": (
        with_options(option(type=6, choices=picks(1))),
        *("0.options.0.choices", "APPLICATION_COMMAND_CHOICES_INVALID", "cannot be configured"),
    ),
    "autocompletion of people": (
        with_options(option(type=6, autocomplete=True)),
        *("0.options.0.autocomplete", "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", "cannot be configured"),
    ),
    "a choice's name of 101": (
        with_options(option(choices=picks(1, name="x" * 101))),
        *("0.options.0.choices.0.name", LENGTH, "between 1 and 100"),
    ),
    "a choice's value of 101": (
        with_options(option(choices=picks(1, value="x" * 101))),
        *("0.options.0.choices.0.value", LENGTH, "between 1 and 100"),
    ),
    "a choice without value": (
        with_options(option(choices=[{"name": "a"}])),
        *("0.options.0.choices.0.value", MISSING, "required"),
    ),
    "words as a choice of numbers": (
        with_options(option(type=4, choices=picks(1))),
        *("0.options.0.choices.0.value", "APPLICATION_COMMAND_OPTION_CHOICES_VALUE_INVALID", "option's type"),
    ),
    "two choices of one value": (
        with_options(option(choices=[{"name": "a", "value": "x"}, {"name": "b", "value": "x"}])),
        *("0.options.0.choices.1.value", "APPLICATION_COMMAND_OPTION_CHOICES_NAME_INVALID", "unique"),
    ),
    "a least number above the greatest": (
        with_options(option(type=4, min_value=5, max_value=4)),
        *("0.options.0.min_value", "APPLICATION_COMMAND_OPTION_RANGE_INVALID", "less than or equal"),
    ),
    "a least length above the greatest": (
        with_options(option(min_length=5, max_length=4)),
        *("0.options.0.min_length", "APPLICATION_COMMAND_OPTION_RANGE_INVALID", "less than or equal"),
    ),
    "words of at most 6,001": (
        with_options(option(max_length=6001)),
        *("0.options.0.max_length", "NUMBER_TYPE_MAX", "equal to 6000"),
    ),
    "words of at most none": (
        with_options(option(max_length=0)),
        *("0.options.0.max_length", "NUMBER_TYPE_MIN", "equal to 1"),
    ),
    "one command on its own in capitals": (rules.command(command(name="Share"), "guild"), "name", NAME, "invalid"),
}

GOOD = {
    "a name of 32": one(name="x" * 32),
    "a name of digits, hyphen, underscore, apostrophe": one(name="a-b_c'9"),
    "a name in a script without capitals": one(name="共有"),
    "a name with Devanagari vowel signs": one(name="आशा"),
    "a name in Thai": one(name="ดี"),
    "a description of 100": one(description="x" * 100),
    "commands on people and messages of a slash command's name": rules.commands(
        [command(), {"type": 2, "name": "share"}, {"type": 3, "name": "share"}], "global"
    ),
    "a command on messages in mixed case": rules.commands(
        [{"type": 3, "name": "Send a Cheer", "description": ""}], "global"
    ),
    "100 slash commands": rules.commands(many(100, 1), "global"),
    "15 commands on people": rules.commands(many(15, 2), "guild"),
    "a command of 8,000 characters": rules.commands([filled(8_000)], "global"),
    "25 options": with_options(*(option(name=f"o{number}") for number in range(25))),
    "required before the others": with_options(option(name="a", required=True), option(name="b")),
    "a group beside a subcommand": with_options(subcommand(options=[option()]), group()),
    "25 choices": with_options(option(choices=picks(25))),
    "an empty list of choices and autocompletion": with_options(option(choices=[], autocomplete=True)),
    "choices of numbers": with_options(option(type=4, choices=[{"name": "one", "value": 1}])),
    "the least number the greatest too": with_options(option(type=10, min_value=4.5, max_value=4.5)),
    "words of 1 to 6,000": with_options(option(min_length=0, max_length=6000)),
    "translations": one(name_localizations={"de": "teilen", "es-419": "compartir"}, description_localizations=None),
    "permissions in a string": one(default_member_permissions="0"),
}


@pytest.mark.parametrize("bad", [pytest.param(Bad(*case), id=name) for name, case in BAD.items()])
def test_discord_refuses(bad):
    check(bad)


@pytest.mark.parametrize("error", [pytest.param(error, id=name) for name, error in GOOD.items()])
def test_discord_takes(error):
    assert reasons(error) == {}


def test_only_the_longest_translation_counts_towards_the_size():
    full = filled(7_900)

    short, long = ({**full, "description_localizations": {"de": "x" * length}} for length in (15, 100))
    longer = {**long, "name_localizations": {"de": "x" * 32}}

    assert reasons(rules.commands([short], "global")) == {}
    assert reasons(rules.commands([long], "global")) == {}
    assert reasons(rules.commands([longer], "global")).keys() == {"0"}
