"""Discord's own description of its API, and what of our traffic does not keep to it."""

import importlib.util
import json
import logging
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from sandbox.official.gateway import problems_of_event
from sandbox.official.keys import Keys
from sandbox.official.patches import IGNORED, for_requests, for_responses
from sandbox.official.routes import Operation, Routes
from sandbox.official.schemas import Schemas
from sandbox.official.shapes import Json, is_list, is_object, items, members

SETTING = "SANDBOX_OPENAPI"
BESIDE_REPOSITORY = Path(__file__).resolve().parents[3] / "shared" / "discord-openapi.json"

_REQUESTS, _RESPONSES = "requests", "responses"
_JSON, _MULTIPART = "application/json", "multipart/form-data"
_RESPONSE_REFERENCE = "#/components/responses/"
_SERVER_FAULTS = range(500, 600)
LISTS_KEPT = 32
_LOG = logging.getLogger(__name__)


class Official:
    """Each method gives a list of problems, empty where Discord's description finds none."""

    def __init__(self, description: Mapping[str, Json]) -> None:
        requests, responses = for_requests(description), for_responses(description)
        self._routes = Routes(requests)
        self._schemas = Schemas({_REQUESTS: requests, _RESPONSES: responses})
        self._keys = Keys(requests)
        self._lists: dict[tuple[str, str], list[str]] = {}
        self._shared = members(members(description.get("components")).get("responses"))

    @classmethod
    def load(cls, path: Path | None = None) -> "Official | None":
        """From the path, else the setting `SANDBOX_OPENAPI`, else beside the repository.

        `None` and one notice in the log where the file or the library jsonschema_rs is absent.
        """
        source = path or Path(os.environ.get(SETTING) or BESIDE_REPOSITORY)
        if importlib.util.find_spec("jsonschema_rs") is None:
            _LOG.info("jsonschema-rs is not installed: traffic is not checked against Discord's API description.")
            return None
        if not source.is_file():
            _LOG.info("No %s: traffic is not checked against Discord's API description.", source.name)
            return None
        return cls({"components": {}, "paths": {}} | json.loads(source.read_bytes()))

    def operation(self, method: str, path: str) -> str | None:
        """The operationId, `None` for a route that Discord does not have."""
        found = self._routes.find(method, path)
        return found.name if found else None

    def request(
        self,
        method: str,
        path: str,
        query: Mapping[str, Json] | None = None,
        body: Json = None,
        files: Collection[str] = (),
    ) -> list[str]:
        """`body`: the JSON, or what `payload_json` holds; `files`: the names of what is uploaded with it."""
        operation = self._routes.find(method, path)
        if operation is None:
            return [f"{method.upper()} {path}: Discord has no such route"]
        return [*self._query(operation, query or {}), *self._body(operation, body, files)]

    def _query(self, operation: Operation, query: Mapping[str, Json]) -> list[str]:
        unknown = [name for name in _noticed(operation, query) if name not in operation.parameters]
        found = [f"query {name}: unknown parameter" for name in unknown]
        for name, parameter in operation.parameters.items():
            if name in query:
                schema = parameter.get("schema")
                tried = [self._schemas.problems(_RESPONSES, schema, one) for one in _readings(query[name])]
                found += [f"query {name}: {problem}" for problem in tried[0] if all(tried)]
            elif parameter.get("required") is True:
                found.append(f"query {name}: missing")
        return found

    def _body(self, operation: Operation, body: Json, files: Collection[str]) -> list[str]:
        kinds = members(operation.body.get("content"))
        if body is None and not files:
            return ["body: missing"] if operation.body.get("required") is True else []
        if files and _MULTIPART not in kinds:
            return ["files: this route takes none"]
        if not kinds:
            return ["body: this route takes none"] if body not in (None, {}) else []
        if _JSON not in kinds:
            return []
        schema = members(kinds[_JSON]).get("schema")
        empty: Json = {}
        given = empty if body is None else body
        if is_list(given):  # all commands of a bot at once: large, and the same at every start
            return self._of_list(operation.name, schema, given)
        noticed = _noticed(operation, members(given)) if is_object(given) else given
        return [*self._schemas.problems(_REQUESTS, schema, given), *self._keys.unknown(schema, noticed)]

    def _of_list(self, operation: str, schema: Json, given: Json) -> list[str]:
        key = (operation, json.dumps(given))
        if key not in self._lists:
            if len(self._lists) >= LISTS_KEPT:
                self._lists.clear()
            self._lists[key] = [*self._schemas.problems(_REQUESTS, schema, given), *self._keys.unknown(schema, given)]
        return list(self._lists[key])

    def response(self, method: str, path: str, status: int, body: Json = None) -> list[str]:
        """5xx answers are nobody's format and always pass."""
        operation = self._routes.find(method, path)
        if operation is None or status in _SERVER_FAULTS:
            return []
        answer = operation.responses.get(str(status)) or operation.responses.get(f"{status // 100}XX")
        if answer is None:
            return [f"status {status}: not described for {operation.name}"]
        content = members(self._resolved(members(answer)).get("content"))
        if _JSON not in content:
            return [f"status {status}: must have no body"] if body not in (None, "", {}) else []
        return self._schemas.problems(_RESPONSES, members(content[_JSON]).get("schema"), body)

    def _resolved(self, answer: Mapping[str, Json]) -> Mapping[str, Json]:
        reference = answer.get("$ref")
        if isinstance(reference, str):
            return members(self._shared.get(reference.removeprefix(_RESPONSE_REFERENCE)))
        return answer

    def event(self, name: str, data: Json) -> list[str]:
        """A dispatched gateway event: the resources in it by their schemas, the rest by the documentation's tables."""
        return problems_of_event(name, data, self._piece)

    def _piece(self, schema: str, value: Json) -> list[str]:
        reference = {"$ref": f"#/components/schemas/{schema}"}
        return self._schemas.problems(_RESPONSES, reference, value)


def _noticed(operation: Operation, given: Mapping[str, Json]) -> Mapping[str, Json]:
    return {key: value for key, value in given.items() if (operation.name, key) not in IGNORED}


def _readings(value: Json) -> Sequence[Json]:
    """What a parameter in an address may mean: itself, a number, a truth, a list of one."""
    words = str(value)
    readings: list[Json] = [words, list(items(value)) if is_list(value) else [value]]
    if words.removeprefix("-").isdecimal():
        readings.append(int(words))
    if words.lower() in ("true", "false", "1", "0"):
        readings.append(words.lower() in ("true", "1"))
    return readings
