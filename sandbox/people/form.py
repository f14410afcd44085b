"""A form (modal) that an application opened, and how it is filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sandbox.deeds.components import walk
from sandbox.errors import ClientRefusal, Json
from sandbox.people.seen import Choice, choices
from sandbox.state.apps import Interaction

_KINDS = {
    3: "select",
    5: "users",
    6: "roles",
    7: "mentionables",
    8: "channels",
    19: "files",
    21: "radio",
    22: "checkboxes",
    23: "checkbox",
}
_ONE = ("text", "paragraph", "radio", "checkbox")
TEXT_MOST = 4000


@dataclass(frozen=True)
class Field:
    """One question. `min` and `max` count characters of a text, or choices."""

    custom_id: str
    label: str
    description: str | None
    type: str
    required: bool
    min: int
    max: int
    value: Any
    options: tuple[Choice, ...]
    placeholder: str | None
    component: Json

    def check(self, given: Any) -> None:
        """Raises ClientRefusal for what the client would not let through."""
        if self.type in ("text", "paragraph"):
            self._check_text(given)
        elif self.type == "radio":
            self._check_radio(given)
        elif self.type != "checkbox":
            self._check_many(given)

    def _check_text(self, given: Any) -> None:
        if not isinstance(given, str):
            raise ClientRefusal(f"{self.label}: a text is typed here, not {given!r}")
        if not given:
            if self.required:
                raise ClientRefusal(f"{self.label}: this field is required")
            return
        if len(given) < self.min:
            raise ClientRefusal(f"{self.label}: must be {self.min} or more in length, not {len(given)}")
        if len(given) > self.max:
            raise ClientRefusal(f"{self.label}: must be {self.max} or fewer in length, not {len(given)}")

    def _check_radio(self, given: Any) -> None:
        if given is None and self.required:
            raise ClientRefusal(f"{self.label}: one must be chosen")
        self._check_known([] if given is None else [given])

    def _check_many(self, given: Any) -> None:
        if isinstance(given, str) or not isinstance(given, Sequence):
            raise ClientRefusal(f"{self.label}: a list is chosen here, not {given!r}")
        many = cast("Sequence[Any]", given)
        least = max(self.min, 1) if self.required else self.min
        if (many or self.required) and not least <= len(many) <= self.max:
            raise ClientRefusal(f"{self.label}: between {least} and {self.max} are chosen here, not {len(many)}")
        self._check_known(many)

    def _check_known(self, given: Sequence[Any]) -> None:
        known = [one.value for one in self.options]
        for one in given:
            if known and one not in known:
                raise ClientRefusal(f"{self.label}: there is no choice {one!r}; there are {known}")

    def filled(self, given: Any) -> Json:
        """The component as it is submitted."""
        key = "value" if self.type in _ONE else "values"
        sent = list(given) if key == "values" else given
        return {"type": self.component["type"], "id": self.component.get("id"), "custom_id": self.custom_id, key: sent}


class Form:
    """A form before a person."""

    def __init__(self, data: Json, opened_by: Interaction) -> None:
        self.data = data
        self.opened_by = opened_by
        self.title: str = data["title"]
        self.custom_id: str = data["custom_id"]
        self.components: list[Json] = _numbered(data["components"])
        self.fields = {one.custom_id: one for one in map(_field, _questions(self.components))}

    def __repr__(self) -> str:
        return f"<form {self.title!r}: {', '.join(self.fields)}>"

    @property
    def text(self) -> str:
        """All words of the form."""
        words = [self.title]
        for one in walk(self.components):
            words += [str(one[key]) for key in ("label", "description", "content", "placeholder") if one.get(key)]
            words += [f"{each.label} {each.description or ''}".strip() for each in choices(one)]
        return "\n".join(words)

    def submission(self, given: Mapping[str, Any], *, raw: bool) -> list[Json]:
        """The filled-in components; what is not given stays as it was prefilled. `raw` checks nothing."""
        for name in given:
            if name not in self.fields:
                raise ClientRefusal(f"the form {self.title!r} has no field {name!r}; it has {list(self.fields)}")
        filled: dict[str, Json] = {}
        for name, field in self.fields.items():
            value = given.get(name, field.value)
            if not raw:
                field.check(value)
            filled[name] = field.filled(value)
        return [_answered(one, filled) for one in self.components]


def _numbered(components: list[Json]) -> list[Json]:
    for number, one in enumerate(walk(components), start=1):
        one.setdefault("id", number)
    return components


def _questions(components: list[Json]) -> list[tuple[Json, Json]]:
    """Each component that asks, with the label around it (older forms have rows, and labels inside)."""
    found: list[tuple[Json, Json]] = []
    for one in components:
        if one["type"] == 18:
            found.append((one["component"], one))
        elif one["type"] == 1:
            found += [(inner, inner) for inner in one["components"]]
    return found


def _field(pair: tuple[Json, Json]) -> Field:
    asked, label = pair
    kind = asked["type"]
    name = ("paragraph" if asked.get("style") == 2 else "text") if kind == 4 else _KINDS[kind]
    options = choices(asked)
    if kind == 4:
        least, most = asked.get("min_length", 0), asked.get("max_length", TEXT_MOST)
    else:
        usual = len(options) if kind == 22 else 1
        # discord.py sends null for what was not said
        least = asked.get("min_values")
        least, most = (0 if kind == 22 else 1) if least is None else least, asked.get("max_values") or usual
    return Field(
        asked["custom_id"],
        str(label.get("label") or ""),
        label.get("description"),
        name,
        asked.get("required", True),
        least,
        most,
        _prefilled(kind, asked, options),
        options,
        asked.get("placeholder"),
        asked,
    )


def _prefilled(kind: int, asked: Json, options: tuple[Choice, ...]) -> Any:
    chosen = [one.value for one in options if one.default]
    if kind == 4:
        return asked.get("value") or ""
    if kind == 21:
        return chosen[0] if chosen else None
    if kind == 23:
        return bool(asked.get("default"))
    return chosen or [one["id"] for one in asked.get("default_values") or ()]


def _answered(one: Json, filled: Mapping[str, Json]) -> Json:
    if one["type"] == 18:
        return {"type": 18, "id": one["id"], "component": filled[one["component"]["custom_id"]]}
    if one["type"] == 1:
        return {"type": 1, "id": one["id"], "components": [filled[each["custom_id"]] for each in one["components"]]}
    return {"type": one["type"], "id": one["id"]}
