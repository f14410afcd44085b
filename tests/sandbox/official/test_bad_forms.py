"""Forms and first answers that Discord refuses, each by one limit, and the same at the edge."""

import pytest

from sandbox.official import rules

from .forms import V2, Bad, button, check, choices, form, label, question, reasons, row, select, text, v2, without

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMITTED_FORM = range(2, 6)
LENGTH, MOST, MISSING, KINDS = (
    "BASE_TYPE_BAD_LENGTH",
    "BASE_TYPE_MAX_LENGTH",
    "BASE_TYPE_REQUIRED",
    "UNION_TYPE_CHOICES",
)
CHOICES = "BASE_TYPE_CHOICES"
PART = "components.0.component"
modal, callback = rules.modal, rules.callback


def asked(component):
    return modal(form(label(component)))


def radio(count=2, **changed):
    return {"type": 21, "custom_id": "pick", "options": choices(count), **changed}


def boxes(count=2, **changed):
    return {"type": 22, "custom_id": "tick", "options": choices(count), **changed}


def upload(**changed):
    return {"type": 19, "custom_id": "files", **changed}


def parts(count):
    return [label(question(custom_id=f"q{number}")) for number in range(count)]


BAD_FORMS = {
    "a title of 46": (modal(form(title="x" * 46)), "title", LENGTH, "between 1 and 45"),
    "no title": (modal(form(title="")), "title", LENGTH, "between 1 and 45"),
    "a custom_id of 101": (modal(form(custom_id="x" * 101)), "custom_id", LENGTH, "between 1 and 100"),
    "no custom_id": (modal(without(form(), "custom_id")), "custom_id", MISSING, "required"),
    "six parts": (modal(form(*parts(6))), "components", LENGTH, "between 1 and 5"),
    "no parts": (modal(form() | {"components": []}), "components", LENGTH, "between 1 and 5"),
    "parts left out": (modal(without(form(), "components")), "components", MISSING, "required"),
    "a button's row": (
        modal(form({"type": 1, "components": [{**button(), "label": "Press"}]})),
        *("components.0.components.0", KINDS, "must be one of (4,)"),
    ),
    "a select without label": (modal(form(select())), "components.0", KINDS, "(1, 10, 18)"),
    "a row's question without label": (
        modal(form(row(question()))),
        *("components.0.components.0.label", MISSING, "required"),
    ),
    "a row of two questions": (
        modal(form(row(question(label="a"), question(label="b", custom_id="b")))),
        *("components.0.components", LENGTH, "between 1 and 1"),
    ),
    "a label of 46": (modal(form(label(label="x" * 46))), "components.0.label", LENGTH, "between 1 and 45"),
    "a label's description of 101": (
        modal(form(label(description="x" * 101))),
        *("components.0.description", MOST, "100 or fewer"),
    ),
    "a label around nothing": (modal(form(label() | {"component": None})), PART, MISSING, "required"),
    "a label around a button": (asked(button()), PART, KINDS, "must be one of"),
    "a disabled select": (
        asked(select(disabled=True)),
        *(f"{PART}.disabled", "MODAL_COMPONENT_DISABLED", "Modals do not support disabled components"),
    ),
    "two parts of one custom_id": (
        modal(form(label(), label(select(custom_id="answer")))),
        *("components.1.component.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "duplicated"),
    ),
    "a prefilled answer of 4,001": (asked(question(value="x" * 4001)), f"{PART}.value", MOST, "4000 or fewer"),
    "a question's placeholder of 101": (
        asked(question(placeholder="x" * 101)),
        *(f"{PART}.placeholder", MOST, "100 or fewer"),
    ),
    "a question without style": (asked(without(question(), "style")), f"{PART}.style", MISSING, "required"),
    "a question of style 3": (asked(question(style=3)), f"{PART}.style", CHOICES, "{1, 2}"),
    "an answer of at least -1": (
        asked(question(min_length=-1)),
        *(f"{PART}.min_length", "NUMBER_TYPE_MIN", "greater than or equal to 0"),
    ),
    "an answer of at most 4,001": (
        asked(question(max_length=4001)),
        *(f"{PART}.max_length", "NUMBER_TYPE_MAX", "less than or equal to 4000"),
    ),
    "an answer of at least five and at most four": (
        asked(question(min_length=5, max_length=4)),
        *(f"{PART}.min_length", "TEXT_INPUT_COMPONENT_MIN_LENGTH_EXCEEDS_MAX", "less than or equal"),
    ),
    "one radio button": (asked(radio(1)), f"{PART}.options", LENGTH, "between 2 and 10"),
    "eleven radio buttons": (asked(radio(11)), f"{PART}.options", LENGTH, "between 2 and 10"),
    "two radio buttons chosen": (
        asked(radio(options=[{**one, "default": True} for one in choices(2)])),
        *(f"{PART}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "exceeds"),
    ),
    "eleven boxes": (asked(boxes(11)), f"{PART}.options", LENGTH, "between 1 and 10"),
    "at most eleven boxes": (asked(boxes(max_values=11)), f"{PART}.max_values", "NUMBER_TYPE_MAX", "equal to 10"),
    "an answer required of no boxes": (
        asked(boxes(min_values=0)),
        *(f"{PART}.min_values", "SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES", "cannot have a min_values of 0"),
    ),
    "at most eleven files": (asked(upload(max_values=11)), f"{PART}.max_values", "NUMBER_TYPE_MAX", "equal to 10"),
    "at least three and at most two files": (
        asked(upload(min_values=3, max_values=2)),
        *(f"{PART}.min_values", "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX", "less than or equal"),
    ),
    "a box without custom_id": (asked({"type": 23}), f"{PART}.custom_id", MISSING, "required"),
}

BAD_ANSWERS = {
    "a form as the answer to a form": (
        callback({"type": 9, "data": form()}, (), SUBMITTED_FORM),
        *("type", CHOICES, "Value must be one of {4, 5, 6, 7, 10, 12}."),
    ),
    "a form as the answer to autocompletion": (
        callback({"type": 9, "data": form()}, (), AUTOCOMPLETE),
        "type",
        CHOICES,
        "{8}",
    ),
    "words as the answer to autocompletion": (
        callback({"type": 4, "data": {"content": "x"}}, (), AUTOCOMPLETE),
        *("type", CHOICES, "{8}"),
    ),
    "suggestions as the answer to a command": (
        callback({"type": 8, "data": {"choices": []}}, (), COMMAND),
        *("type", CHOICES, "must be one of"),
    ),
    "an update as the answer to a command": (
        callback({"type": 7, "data": {"content": "x"}}, (), COMMAND),
        *("type", CHOICES, "must be one of"),
    ),
    "a deferred update as the answer to a command": (
        callback({"type": 6}, (), COMMAND),
        "type",
        CHOICES,
        "must be one of",
    ),
    "an answer without type": (callback({"data": {"content": "x"}}, (), COMMAND), "type", MISSING, "required"),
    "an answer without data": (callback({"type": 4}, (), COMMAND), "", "50006", "Cannot send an empty message"),
    "an answer with empty data": (callback({"type": 4, "data": {}}, (), COMPONENT), "", "50006", "empty message"),
    "an answer's content of 2,001": (
        callback({"type": 4, "data": {"content": "x" * 2001}}, (), COMMAND),
        *("data.content", MOST, "2000 or fewer"),
    ),
    "an update's content beside components only": (
        callback({"type": 7, "data": {"content": "x"}}, (), COMPONENT, existing_flags=V2),
        *("data.content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "'content'"),
    ),
    "a deferred answer of components only": (
        callback({"type": 5, "data": {"flags": V2}}, (), COMMAND),
        *("data.flags", "MESSAGE_FLAGS_INVALID", "only be EPHEMERAL"),
    ),
    "a form's title of 46, in an answer": (
        callback({"type": 9, "data": form(title="x" * 46)}, (), COMMAND),
        *("data.title", LENGTH, "between 1 and 45"),
    ),
    "26 suggestions": (
        callback(
            {"type": 8, "data": {"choices": [{"name": f"{n}", "value": f"{n}"} for n in range(26)]}}, (), AUTOCOMPLETE
        ),
        *("data.choices", MOST, "25 or fewer"),
    ),
    "a suggestion's name of 101": (
        callback({"type": 8, "data": {"choices": [{"name": "x" * 101, "value": "a"}]}}, (), AUTOCOMPLETE),
        *("data.choices.0.name", LENGTH, "between 1 and 100"),
    ),
    "a suggestion's value of 101": (
        callback({"type": 8, "data": {"choices": [{"name": "a", "value": "x" * 101}]}}, (), AUTOCOMPLETE),
        *("data.choices.0.value", MOST, "100 or fewer"),
    ),
    "no suggestions at all": (callback({"type": 8, "data": {}}, (), AUTOCOMPLETE), "data.choices", MISSING, "required"),
}

GOOD = {
    "a title of 45": modal(form(title="x" * 45)),
    "five parts": modal(form(*parts(5))),
    "words and a question": modal(form(text("Take your time."), label())),
    "a row with a labelled question": modal(form(row(question(label="How was it?")))),
    "a label of 45, described in 100": modal(form(label(label="x" * 45, description="x" * 100))),
    "an answer of 4,000": asked(question(value="x" * 4000, min_length=0, max_length=4000, placeholder="x" * 100)),
    "two radio buttons": asked(radio(2)),
    "ten radio buttons": asked(radio(10)),
    "one box": asked(boxes(1)),
    "all boxes ticked": asked(boxes(options=[{**one, "default": True} for one in choices(2)], min_values=2)),
    "no boxes required": asked(boxes(min_values=0, required=False)),
    "ten files": asked(upload(min_values=1, max_values=10)),
    "no files required": asked(upload(min_values=0, max_values=3, required=False)),
    "a form as the answer to a command": callback({"type": 9, "data": form()}, (), COMMAND),
    "a form as the answer to a press": callback({"type": 9, "data": form()}, (), COMPONENT),
    "an update as the answer to a press": callback({"type": 7, "data": {"components": []}}, (), COMPONENT),
    "a deferred answer to a form": callback({"type": 5, "data": {"flags": 64}}, (), SUBMITTED_FORM),
    "a hidden answer": callback({"type": 4, "data": {"content": "x", "flags": 64}}, (), COMMAND),
    "an answer of components only": callback({"type": 4, "data": v2(text(), flags=V2 | 64)}, (), COMMAND),
    "a file alone as an answer": callback({"type": 4, "data": {}}, ("a.png",), COMMAND),
    "no suggestions": callback({"type": 8, "data": {"choices": []}}, (), AUTOCOMPLETE),
    "25 suggestions": callback(
        {"type": 8, "data": {"choices": [{"name": "x" * 100, "value": number} for number in range(25)]}},
        (),
        AUTOCOMPLETE,
    ),
}


@pytest.mark.parametrize("bad", [pytest.param(Bad(*case), id=name) for name, case in (BAD_FORMS | BAD_ANSWERS).items()])
def test_discord_refuses(bad):
    check(bad)


@pytest.mark.parametrize("error", [pytest.param(error, id=name) for name, error in GOOD.items()])
def test_discord_takes(error):
    assert reasons(error) == {}
