"""The operator's choices: `config/default.toml`, `.env`, `WINGBEAT_*`; frozen, and nothing unknown is passed over."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from dotenv.parser import parse_stream
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

PREFIX = "WINGBEAT_"
HIGHEST_PORT = 65_535
MOST_SHARDS = 10_000
_HERE = Path(__file__).parent


class WrongSettings(Exception):
    """The operator's settings do not hold; each line names the variable, what was given and what is expected."""


class _OwnLines(DotEnvSettingsSource):
    """The file `.env`, of which other programs' lines are none of our business."""

    def _read_env_files(self) -> Mapping[str, str | None]:
        lines = super()._read_env_files()
        self._refuse_unreadable(Path(str(self.env_file)))
        return {name: value for name, value in lines.items() if name.upper().startswith(PREFIX)}

    @staticmethod
    def _refuse_unreadable(place: Path) -> None:
        """Without this a line whose quote is not closed would be passed over: the bot would run with other settings."""
        if not place.is_file():
            return
        with place.open(encoding="utf-8") as file:
            lines = [one.original.line for one in parse_stream(file) if one.error and PREFIX in one.original.string]
        if lines:
            raise WrongSettings(
                f"I cannot read line {lines[0]} of the file {place}. Is a quote missing or one too many?"
            )


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DeliverySettings(_Part):
    """How fast the bot may speak, in requests a second."""

    per_second: int = Field(
        ge=1,
        le=50,
        title="how fast the bot may speak to Discord, which allows 50",
        description="requests a second in all, 1 to 50",
    )
    dms_per_second: int = Field(
        ge=1,
        le=50,
        title="the same into direct messages that are open already",
        description="direct messages a second, 1 to 50",
    )
    dm_opens_per_second: float = Field(
        gt=0,
        le=5,
        title="how fast it may open new ones; Discord blocks bots that open many",
        description="new DM channels a second, more than 0, at most 5",
    )
    identify_every_s: float = Field(
        ge=0,
        le=60,
        title="the pause between two shards that connect; Discord asks for 5",
        description="seconds between two starts of shards of one rate key, 0 to 60",
    )


class OperatorSettings(_Part):
    """Who runs this bot."""

    contact: str = Field(
        max_length=200,
        title="how to reach you; `/about` shows it to everybody",
        description="an address people can write to, at most 200 characters",
    )
    channel: int | None = Field(
        default=None, gt=0, title="where reports about the bot itself go", description="a channel id"
    )


class Settings(BaseSettings):
    """All of it. Build it with `load`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", env_file=".env", extra="forbid", frozen=True,
        toml_file=_HERE / "default.toml", nested_model_default_partial_update=True,
    )  # fmt: skip

    name: str = Field(
        min_length=1, max_length=32, title="what the bot calls itself", description="a name, 1 to 32 characters"
    )
    token: SecretStr | None = Field(
        default=None,
        title="the bot's token from the developer portal; without one there is only the sandbox",
        description="the long text that Reset Token showed",
    )
    database_url: SecretStr | None = Field(
        default=None,
        title="the database; left out, a file in the data directory",
        description="sqlite+aiosqlite:///file.db or postgresql+asyncpg://user:password@host/name",
    )
    data_dir: Path = Field(
        title="where the database and the backups are", description="a directory the bot may write to"
    )
    keys_file: Path | None = Field(
        default=None,
        title="the master keys; left out, in a folder of their own beside the data directory",
        description="a file, better not in the data directory",
    )
    keys: SecretStr | None = Field(
        default=None, title="the same as text, for secret stores", description="the key file's content, whole"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        title="how much the log says", description="DEBUG, INFO, WARNING or ERROR"
    )
    default_locale: str = Field(
        title="the language where nobody has chosen one",
        description="a language the texts are written in, such as en-US",
    )
    clock_url: str | None = Field(
        default=None,
        pattern=r"^https?://",
        title="another clock than the machine's, for the sandbox",
        description="http(s)://… of a wall clock",
    )
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode] = Field(
        default=None, title="which shards this process runs, where you divide them by hand", description="0,1,2 or 0-2"
    )
    shard_count: int | None = Field(
        default=None,
        ge=1,
        le=MOST_SHARDS,
        title="how many shards there are in all, where you divide them by hand",
        description="how many shards there are in all, at least 1",
    )
    processes: int = Field(
        ge=1,
        le=1000,
        title="how many processes share the work on one PostgreSQL; each takes its part by itself",
        description="how many processes share the shards on one PostgreSQL, at least 1",
    )
    http_bind: str = Field(
        pattern=r"^(off)?$|^\[?[0-9A-Za-z.:]+\]?:[0-9]{1,5}$",
        title="where `/healthz`, `/readyz` and `/metrics` answer",
        description="host:port, or off for nowhere",
    )
    # other addresses for Discord, for a sandbox; None leaves discord.py's own alone
    discord_api: str | None = Field(
        default=None,
        pattern=r"^https?://",
        title="another address for Discord, for the sandbox",
        description="http(s)://host:port/api/v10",
    )
    discord_gateway: str | None = Field(
        default=None, pattern=r"^wss?://", title="the same for the gateway", description="ws(s)://host:port/"
    )
    delivery: DeliverySettings
    operator: OperatorSettings

    @field_validator(
        "token", "database_url", "keys_file", "keys", "clock_url", "shard_ids", "shard_count", "discord_api",
        "discord_gateway", mode="before",
    )  # fmt: skip
    @classmethod
    def _empty_is_not_said(cls, given: object) -> object:
        """`WINGBEAT_TOKEN=` in a shell or a compose file says nothing; an empty `http_bind` says "nowhere"."""
        return None if given == "" else given

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _ranges(cls, given: object) -> object:
        if not isinstance(given, str):
            return given
        numbers: list[int] = []
        for part in given.replace("[", "").replace("]", "").split(","):
            first, dash, last = part.strip().partition("-")
            span = range(int(first), int(last if dash else first) + 1)
            if not span or span[-1] >= MOST_SHARDS:
                raise ValueError(part)
            numbers.extend(span)
        return tuple(numbers)

    @field_validator("http_bind")
    @classmethod
    def _port(cls, given: str) -> str:
        if given in {"", "off"}:
            return ""
        if int(given.rpartition(":")[2]) > HIGHEST_PORT:
            raise ValueError(given)
        return given

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Said last holds first: arguments, environment, .env, the file of defaults."""
        return init_settings, env_settings, _OwnLines(settings_cls), TomlConfigSettingsSource(settings_cls)

    @property
    def address_of_rows(self) -> str:
        """The database's address; by default a file in the data directory."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.data_dir / 'wingbeat.db'}"

    @property
    def place_of_keys(self) -> Path:
        """By default beside the data directory, not in it: who copies the data does not take the keys along."""
        return self.keys_file or self.data_dir.parent / f"{self.data_dir.name}-keys" / "master.json"


def load(**given: object) -> Settings:
    """Raises WrongSettings, one line per fault."""
    unknown = [_in_words((name,), "extra_forbidden", None) for name in _unknown_variables()]
    if unknown:
        raise WrongSettings("\n".join(unknown))
    try:
        settings = Settings(**given)  # pyright: ignore[reportArgumentType]
    except UnicodeDecodeError:
        raise WrongSettings("The file .env is not UTF-8 text. Save it as that.") from None
    except OSError as error:
        raise WrongSettings(f"I cannot read the file {error.filename}: {error.strerror}.") from None
    except SettingsError:
        raise WrongSettings(
            "WINGBEAT_DELIVERY and WINGBEAT_OPERATOR are said part by part: WINGBEAT_DELIVERY__PER_SECOND=45."
        ) from None
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
        lines = [_in_words(fault["loc"], fault["type"], fault["input"]) for fault in faults]
        raise WrongSettings("\n".join(lines)) from None
    count = settings.shard_count
    if settings.shard_ids and (count is None or max(settings.shard_ids) >= count):
        raise WrongSettings(
            f"WINGBEAT_SHARD_IDS names shard {max(settings.shard_ids)}, and WINGBEAT_SHARD_COUNT is "
            f"{count or 'not set'}. Say how many shards there are in all; they are counted from 0."
        )
    return settings


def _unknown_variables() -> list[str]:
    """WINGBEAT_* names in the environment that mean nothing: a slip of the pen must not be passed over."""
    known = {name.upper() for name in Settings.model_fields}
    given = [name.upper().removeprefix(PREFIX) for name in os.environ if name.upper().startswith(PREFIX)]
    return sorted(name.lower() for name in given if name.split("__")[0] not in known)


def variable(path: tuple[str | int, ...]) -> str:
    """The environment variable for a place in the settings."""
    return PREFIX + "__".join(str(part).upper() for part in path)


def _in_words(path: tuple[str | int, ...], kind: str, given: object) -> str:
    field, secret = _field(path)
    name = variable(path).replace(PREFIX * 2, PREFIX)  # an unknown name in the file has it already
    if kind == "extra_forbidden":
        return f"{name} is not a setting I know. Check its spelling against config/default.toml."
    expected = (field or "a value") + "."
    if kind == "missing":
        return f"{name} is missing. Expected: {expected}"
    shown = "a value that I do not show" if secret else repr(given)
    return f"{name} is {shown}. Expected: {expected}"


def _field(path: tuple[str | int, ...]) -> tuple[str | None, bool]:
    """(what the field expects, whether its value must not be shown)"""
    model: type[BaseModel] | None = Settings
    description, secret = None, False
    for part in path:
        field = model.model_fields.get(str(part)) if model is not None else None
        if field is None:
            break
        description, secret = field.description, "SecretStr" in str(field.annotation)
        inner = field.annotation
        model = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
    return description, secret
