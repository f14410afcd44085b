"""Settings: what was given, what is expected, and what is not shown."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from config.settings import Settings, WrongSettings, load

SECRET = "very-secret-indeed"


@pytest.fixture(autouse=True)
def _clean_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("WINGBEAT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def refused() -> str:
    with pytest.raises(WrongSettings) as wrong:
        load()
    return str(wrong.value)


def test_with_nothing_said_the_file_of_defaults_holds() -> None:
    settings = load()

    assert (settings.name, settings.log_level, settings.token) == ("Wingbeat", "INFO", None)
    assert settings.address_of_rows == "sqlite+aiosqlite:///var/wingbeat.db"
    assert settings.place_of_keys == Path("var-keys/master.json")


WRONG = [
    ("WINGBEAT_LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING or ERROR"),
    ("WINGBEAT_LOG_LEVEL", "debug", "DEBUG, INFO, WARNING or ERROR"),
    ("WINGBEAT_NAME", "x" * 33, "1 to 32 characters"),
    ("WINGBEAT_CLOCK_URL", "ftp://clock", "http(s)://… of a wall clock"),
    ("WINGBEAT_HTTP_BIND", "everywhere", "host:port"),
    ("WINGBEAT_HTTP_BIND", "host:123456", "host:port"),
    ("WINGBEAT_HTTP_BIND", "127.0.0.1:70000", "host:port"),
    ("WINGBEAT_DISCORD_API", "discord.com", "http(s)://host:port/api/v10"),
    ("WINGBEAT_DISCORD_GATEWAY", "http://gateway", "ws(s)://host:port/"),
    ("WINGBEAT_SHARD_IDS", "one", "0,1,2 or 0-2"),
    ("WINGBEAT_SHARD_IDS", "0-", "0,1,2 or 0-2"),
    ("WINGBEAT_SHARD_IDS", "2-0", "0,1,2 or 0-2"),
    ("WINGBEAT_SHARD_IDS", "-1", "0,1,2 or 0-2"),
    ("WINGBEAT_SHARD_IDS", "0-9999999999", "0,1,2 or 0-2"),
    ("WINGBEAT_SHARD_COUNT", "0", "at least 1"),
    ("WINGBEAT_SHARD_COUNT", "many", "at least 1"),
    ("WINGBEAT_DELIVERY__PER_SECOND", "0", "1 to 50"),
    ("WINGBEAT_DELIVERY__PER_SECOND", "51", "1 to 50"),
    ("WINGBEAT_DELIVERY__DMS_PER_SECOND", "fast", "1 to 50"),
    ("WINGBEAT_DELIVERY__DM_OPENS_PER_SECOND", "0", "more than 0"),
    ("WINGBEAT_OPERATOR__CONTACT", "x" * 201, "at most 200 characters"),
    ("WINGBEAT_OPERATOR__CHANNEL", "-1", "a channel id"),
]


@pytest.mark.parametrize(("name", "given", "expected"), WRONG)
def test_a_wrong_value_names_the_variable_what_was_given_and_what_is_expected(
    monkeypatch: pytest.MonkeyPatch, name: str, given: str, expected: str
) -> None:
    monkeypatch.setenv(name, given)

    says = refused()

    assert says.count("\n") == 0
    assert says.startswith(f"{name} is ")
    assert given in says
    assert expected in says


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINGBEAT_LOG_LEVEL", "LOUD")
    monkeypatch.setenv("WINGBEAT_SHARD_COUNT", "0")

    assert len(refused().splitlines()) == 2


@pytest.mark.parametrize("name", ["WINGBEAT_TOKN", "WINGBEAT_DELIVERY__PERSECOND", "WINGBEAT_DELIVERYPER_SECOND"])
def test_an_unknown_name_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")

    says = refused()

    assert name in says
    assert "not a setting I know" in says


def test_an_unknown_name_in_the_file_beside_the_bot_is_not_passed_over_either(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WINGBEAT_TOKN=1\n", encoding="utf-8")

    assert "WINGBEAT_TOKN" in refused()


def test_other_programs_variables_in_that_file_are_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("COMPOSE_PROJECT_NAME=x\nWINGBEAT_NAME=Swift\n", encoding="utf-8")

    assert load().name == "Swift"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (b'# mine\nWINGBEAT_NAME="Wing beat\nWINGBEAT_LOG_LEVEL=DEBUG\n', "line 2"),
        (b"WINGBEAT_OPERATOR__CONTACT='it''s me'\n", "line 1"),
        (b"WINGBEAT_NAME=\xff\xfe\n", "UTF-8"),
        (b"WINGBEAT_NMAE=x\n", "WINGBEAT_NMAE is not"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_not_half_heard(tmp_path: Path, written: bytes, says: str) -> None:
    (tmp_path / ".env").write_bytes(written)

    said = refused()

    assert says in said
    assert "WINGBEAT_WINGBEAT" not in said


def test_what_is_said_last_holds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WINGBEAT_NAME=File\nWINGBEAT_LOG_LEVEL=ERROR\n", encoding="utf-8")
    monkeypatch.setenv("WINGBEAT_NAME", "Environment")

    settings = load()

    assert (settings.name, settings.log_level) == ("Environment", "ERROR")


def test_one_nested_value_leaves_the_others_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINGBEAT_DELIVERY__PER_SECOND", "20")

    delivery = load().delivery

    assert (delivery.per_second, delivery.dms_per_second) == (20, 40)


def test_an_empty_value_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINGBEAT_TOKEN", "")

    assert load().token is None


def test_health_can_be_served_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINGBEAT_HTTP_BIND", "off")

    assert load().http_bind == ""


@pytest.mark.parametrize(
    ("given", "ids"), [("0", (0,)), ("0,1,2", (0, 1, 2)), ("0-2", (0, 1, 2)), ("0-1, 4", (0, 1, 4))]
)
def test_shards_are_numbers_and_ranges(monkeypatch: pytest.MonkeyPatch, given: str, ids: tuple[int, ...]) -> None:
    monkeypatch.setenv("WINGBEAT_SHARD_IDS", given)
    monkeypatch.setenv("WINGBEAT_SHARD_COUNT", "5")

    assert load().shard_ids == ids


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"WINGBEAT_SHARD_IDS": "0,1"}, "WINGBEAT_SHARD_COUNT is not set"),
        ({"WINGBEAT_SHARD_IDS": "0,5", "WINGBEAT_SHARD_COUNT": "5"}, "names shard 5"),
        ({"WINGBEAT_DELIVERY": "{"}, "part by part"),
        ({"wingbeat_nmae": "x"}, "WINGBEAT_NMAE is not a setting I know"),
    ],
)
def test_what_does_not_go_together_is_said_in_words(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], says: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    assert says in refused()


def test_settings_do_not_change_while_the_bot_runs() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load().name = "Swift"  # type: ignore[misc]


@pytest.mark.parametrize("name", ["token", "database_url", "keys"])
def test_secrets_are_shown_nowhere(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"WINGBEAT_{name.upper()}", SECRET)

    settings = load()

    assert SECRET not in repr(settings) + str(settings) + str(getattr(settings, name)) + settings.model_dump_json()


def test_every_setting_says_what_is_expected() -> None:
    def undescribed(model: object, path: str) -> list[str]:
        found: list[str] = []
        for name, field in model.model_fields.items():  # type: ignore[attr-defined]
            inner = field.annotation
            if hasattr(inner, "model_fields"):
                found += undescribed(inner, f"{path}{name}.")
            elif not field.description:
                found.append(path + name)
        return found

    assert undescribed(Settings, "") == []
