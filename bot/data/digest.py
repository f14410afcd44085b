"""A file's digest, kept in that file: SQLite sees damage to its structure only, not a letter that became another.

Such damage comes from a failing disk or a bad copy; whoever changes a file on purpose can write the digest anew.
"""

import hashlib
import mmap
import secrets
from pathlib import Path

LENGTH = 64
"""Hexadecimal digits of a SHA-256, and of a seed."""


def new_seed() -> str:
    """To be written into the file, and its `empty` where the digest is to stand."""
    return secrets.token_hex(LENGTH // 2)


def empty(seed: str) -> str:
    """Stands where the digest will, and is reckoned there for it ever after."""
    return seed[::-1]


def stamp(path: Path, seed: str) -> None:
    """Writes the digest of the file in place of its `empty`. Raises OSError, and ValueError where that is not there."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as whole:
        at = whole.find(empty(seed).encode())
        if at < 0:
            raise ValueError(f"{path} has no place for a digest")
        whole[at : at + LENGTH] = hashlib.sha256(whole).hexdigest().encode()


def holds(path: Path, seed: str, digest: str) -> bool:
    """Whether the file is as it was when it was stamped. Raises OSError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        at = whole.find(digest.encode())
        if at < 0:
            return False
        with memoryview(whole) as view:
            counted = hashlib.sha256(view[:at])
            counted.update(empty(seed).encode())
            counted.update(view[at + LENGTH :])
    return counted.hexdigest() == digest
