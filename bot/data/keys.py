"""Keys: one master outside the database, a purpose key for each use, refs and sealed boxes.

SPEC 4.2. HKDF-SHA256 (RFC 5869) derives purpose keys; refs are HMAC-SHA256; boxes are AES-256-GCM with a random
96-bit nonce and the row they belong to as associated data. A leaked key cannot be healed for rows already written.
"""

import base64
import binascii
import fcntl
import hmac
import json
import logging
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.data.modes import keep_to_owner
from bot.domain.clock import real_ms
from bot.domain.errors import StartRefused
from bot.domain.ids import Ref

LIVING_KEYS_MAX = 3
KEY_IDS = 255
MASTER_BYTES = 32
_LAST_MS = 253_402_300_799_999
"""The end of the year 9999, of what Python counts as dates."""
_NONCE_BYTES = 12

log = logging.getLogger(__name__)


class BoxBroken(Exception):
    """A sealed box did not open: another key, another row, or changed bytes."""


@dataclass(frozen=True, repr=False)
class Keys:
    """The living master keys, newest last in use.

    `masters` maps key id (1–255) to 32 bytes; `active` is the id that new rows are written under.
    """

    masters: Mapping[int, bytes]
    active: int
    made_ms: Mapping[int, int] = field(default_factory=dict[int, int])
    """When each was made, real time; a file from before this was written down does not say."""

    def __repr__(self) -> str:
        return f"Keys(active={self.active}, living={sorted(self.masters)})"

    def ref(self, purpose: str, *parts: int) -> Ref:
        """The ref of `parts` under the active key: what a new row holds."""
        return self._ref(self.active, purpose, parts)

    def refs(self, purpose: str, *parts: int) -> list[Ref]:
        """The refs of `parts` under every living key, the active one first: what a look-up asks for."""
        return [self._ref(kid, purpose, parts) for kid in self._newest_first()]

    def _ref(self, kid: int, purpose: str, parts: tuple[int, ...]) -> Ref:
        message = b"|".join(str(part).encode() for part in parts)
        return Ref(hmac.digest(_derive(self.masters[kid], f"ref:{purpose}"), message, "sha256"))

    def nonce(self, delivery_key: str) -> str:
        """24 hex characters, the same for every try of one delivery. Keyed: a nonce is visible to others.

        25 characters at most (documentation, create message).
        """
        key = _derive(self.masters[self._newest_first()[-1]], "nonce")
        return hmac.digest(key, delivery_key.encode(), "sha256")[:12].hex()

    def seal(self, plain: str, row: str) -> bytes:
        """Key id, nonce and ciphertext; opens only for the same `row`."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        box = AESGCM(_derive(self.masters[self.active], "box")).encrypt(nonce, plain.encode(), row.encode())
        return bytes([self.active]) + nonce + box

    def open(self, box: bytes, row: str) -> str:
        """Raises BoxBroken."""
        master = self.masters.get(box[0]) if box else None
        if master is None:
            raise BoxBroken("no living key has this id")
        try:
            plain = AESGCM(_derive(master, "box")).decrypt(
                box[1 : 1 + _NONCE_BYTES], box[1 + _NONCE_BYTES :], row.encode()
            )
        except (InvalidTag, ValueError) as error:
            raise BoxBroken("wrong key, wrong row or changed bytes") from error
        return plain.decode()

    def marks(self) -> dict[int, bytes]:
        """A fingerprint per key, to be kept in the database: tells a lost key from a new one, and tells no key."""
        return {
            kid: hmac.digest(_derive(master, "mark"), b"wingbeat", "sha256") for kid, master in self.masters.items()
        }

    def rotated(self) -> "Keys":
        """The same keys with a new one in front; the oldest goes when there would be more than LIVING_KEYS_MAX."""
        return self.with_new().without(self.to_go())

    def with_new(self) -> "Keys":
        """A new key in front, and none gone yet."""
        new = self.active % KEY_IDS + 1
        return Keys(
            masters={**self.masters, new: secrets.token_bytes(MASTER_BYTES)}, active=new,
            made_ms={**self.made_ms, new: real_ms()},
        )  # fmt: skip

    def to_go(self) -> list[int]:
        """Which go when the next one is made, the oldest last."""
        return self._newest_first()[LIVING_KEYS_MAX - 1 :]

    def without(self, gone: Sequence[int]) -> "Keys":
        """Without these. The active one stays."""
        return Keys(
            masters={kid: master for kid, master in self.masters.items() if kid not in gone}, active=self.active,
            made_ms={kid: at for kid, at in self.made_ms.items() if kid not in gone},
        )  # fmt: skip

    def in_use_until_ms(self, kid: int) -> int | None:
        """When the key after this one was made, real time; None where nobody knows, or where this one is in use."""
        order = self._newest_first()
        place = order.index(kid)
        return self.made_ms.get(order[place - 1]) if place else None

    def has_outlived(self, kid: int) -> bool:
        """Whether a key that is not here went by rotation: it is older than as many keys as may live."""
        return len(self.masters) == LIVING_KEYS_MAX and LIVING_KEYS_MAX <= self._age(kid) < KEY_IDS // 2

    def _newest_first(self) -> list[int]:
        return sorted(self.masters, key=self._age)

    def _age(self, kid: int) -> int:
        """How many rotations ago the key was made; ids begin anew after KEY_IDS."""
        return (self.active - kid) % KEY_IDS


@lru_cache(maxsize=64)
def _derive(master: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=b"wingbeat", info=purpose.encode()).derive(master)


def new_keys() -> Keys:
    """A first master key, from the system's random source."""
    return Keys(masters={1: secrets.token_bytes(MASTER_BYTES)}, active=1, made_ms={1: real_ms()})


def parse(text: str) -> Keys:
    """Reads the key file's JSON. Raises StartRefused with a sentence that shows no key."""
    try:
        data = cast("dict[str, object]", json.loads(text))
        living = cast("dict[str, str]", data["keys"])
        masters = {int(kid): base64.b64decode(master, validate=True) for kid, master in living.items()}
        active = int(cast("int", data["active"]))
        made = cast("dict[str, int]", data.get("made_ms", {}))
        made_ms = {int(kid): int(at) for kid, at in made.items()}
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise StartRefused(
            "The key file is damaged: it is not what this bot writes. Restore it from your copy."
        ) from None
    sound = active in masters and all(0 < kid < 256 and len(m) == MASTER_BYTES for kid, m in masters.items())
    if not sound:
        raise StartRefused("The key file is damaged: a key is too short or the one in use is missing.")
    if not all(0 <= at <= _LAST_MS for at in made_ms.values()):
        raise StartRefused("The key file is damaged: a key was made at no time there is.")
    return Keys(masters=masters, active=active, made_ms=made_ms)


def dump(keys: Keys) -> str:
    """The key file's JSON."""
    living = {str(kid): base64.b64encode(master).decode() for kid, master in sorted(keys.masters.items())}
    made = {str(kid): at for kid, at in sorted(keys.made_ms.items())}
    return json.dumps({"active": keys.active, "keys": living, "made_ms": made}, indent=1) + "\n"


def read_file(path: Path) -> Keys | None:
    """The keys in the file, None where there is no file. Raises StartRefused for one that cannot be read."""
    keep_to_owner(path)
    try:
        return parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StartRefused(
            f"I cannot read the key file {path}: {getattr(error, 'strerror', None) or 'not text'}."
        ) from None


def first_keys(path: Path) -> Keys:
    """Makes the key file, or reads the one that another process has just made. Raises StartRefused."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.with_name(path.name + ".lock").open("w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            found = read_file(path)
            if found is None:
                found = new_keys()
                write_file(path, found)
                log.info("made the first master key in %s: keep a copy away from the database", path)
            return found
    except OSError as error:
        raise StartRefused(f"I cannot write the key file {path}: {error.strerror}.") from None


def write_file(path: Path, keys: Keys) -> None:
    """Writes the file whole or not at all, readable by its owner only (mode 0600). Raises StartRefused."""
    temporary = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            os.fchmod(descriptor, 0o600)  # one left behind by a crash keeps the mode it had
            file.write(dump(keys))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise StartRefused(f"I cannot write the key file {path}: {error.strerror}.") from None
