"""A PostgreSQL for tests: one server per test process, borrowed for the run and gone with it, even on kill -9.

Fixtures: `postgres` (the server) and `fresh_database` (new databases for one test, dropped after it).
Why it is done this way: docs/decisions/0006-postgres-in-tests.md.
"""

import asyncio
import fcntl
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import asyncpg
import pytest

from tests.postgres_programs import PLAIN_ENVIRONMENT, NoPostgresError, Owner, find_programs

START_TIMEOUT_S = 30.0
STOP_TIMEOUT_S = 10.0
DIRECTORY_PREFIX = "wingbeat-pg-"
LEFT_BEHIND_AFTER_S = 60.0
ROLE = "wingbeat"
FAST = ["-F", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_wal_size=128MB"]
MEMORY = Path("/dev/shm")
MEMORY_NEEDED = 1 << 30
"""Bytes free before data is kept in memory: a container often has 64 MB there, one server takes 50 to 200."""

# Runs between fork and postgres. setuid clears the parent-death signal (prctl(2)), so it is asked for afterwards;
# a parent that died in between would never send it.
LAUNCH = """
import ctypes, os, signal, sys
parent, uid, gid, *command = sys.argv[1:]
library = ctypes.CDLL(None) if sys.platform == "linux" else None
if int(uid) != os.geteuid():
    os.setgroups([])
    os.setgid(int(gid))
    os.setuid(int(uid))
if library:
    library.prctl(1, int(signal.SIGINT))  # PR_SET_PDEATHSIG; to postgres SIGINT is a fast shutdown
if os.getppid() == int(parent):
    os.execv(command[0], command)
"""

Prepare = Callable[[str], Awaitable[None]]
"""Fills the database behind a URL, closes its connections to it, and is the same object for every test."""

FindPrograms = Callable[[Owner, Path], Path]


@dataclass
class Postgres:
    """A running server. Start it from the main thread: it dies with the thread that started it."""

    directory: Path
    _process: "subprocess.Popen[bytes]"
    _lock: IO[str]
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _templates: dict[Prepare, str] = field(default_factory=dict[Prepare, str])

    @classmethod
    def start(cls, find: FindPrograms = find_programs) -> "Postgres":
        """Takes half a second. Raises NoPostgresError."""
        owner = Owner.choose()
        base = workplace_for(owner)
        sweep(base, owner)
        directory = Path(tempfile.mkdtemp(prefix=DIRECTORY_PREFIX, dir=base))
        lock = (directory / "lock").open("w", encoding="utf-8")
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.chown(directory, owner.uid, owner.gid)
        try:
            programs = find(owner, directory)
            process = launch(programs, owner, directory)
        except BaseException:
            lock.close()
            shutil.rmtree(directory, ignore_errors=True)
            raise
        return cls(directory, process, lock)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._lock.close()
        shutil.rmtree(self.directory, ignore_errors=True)

    def end(self, how: signal.Signals = signal.SIGINT) -> None:
        """Ends the server and keeps its data: SIGINT in good order, SIGQUIT as in a crash."""
        self._process.send_signal(how)
        self._process.wait(STOP_TIMEOUT_S)
        (self.directory / "data" / "postmaster.pid").unlink(missing_ok=True)

    def begin_again(self) -> None:
        """Starts the server that was ended."""
        owner = Owner.choose()
        self._process = begin(find_programs(owner, self.directory), owner, self.directory)

    def pause(self) -> None:
        """Nothing in the server moves until `go_on`; connections stay open."""
        self._process.send_signal(signal.SIGSTOP)  # the one that could start others first
        self._tell_children(signal.SIGSTOP)

    def go_on(self) -> None:
        self._tell_children(signal.SIGCONT)
        self._process.send_signal(signal.SIGCONT)

    def _tell_children(self, what: signal.Signals) -> None:
        number = self._process.pid  # each of its processes has a group of its own
        for child in Path(f"/proc/{number}/task/{number}/children").read_text(encoding="utf-8").split():
            os.kill(int(child), what)

    async def cut(self, url: str) -> int:
        """Cuts all connections to a database, whatever they are doing; gives how many there were."""
        connection = await asyncpg.connect(host=str(self.directory), user=ROLE, database="postgres")
        try:
            cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1"
            return int(await connection.fetchval(cut, url.partition("@/")[2].partition("?")[0]))
        finally:
            await connection.close()

    @property
    def version(self) -> int:
        return int((self.directory / "data" / "PG_VERSION").read_text(encoding="utf-8"))

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://{ROLE}@/{name}?host={self.directory}"

    async def fresh_database(self, prepared_by: Prepare | None = None) -> str:
        """The URL of a new database: empty, or a copy of what `prepared_by` once made."""
        template = "template1" if prepared_by is None else await self._template(prepared_by)
        name = f"test_{next(self._numbers)}"
        await self._execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self.url(name)

    async def keeps_what_it_confirmed(self, url: str) -> None:
        """From now on, through a crash too, as servers do where nobody set them to be fast (for new connections)."""
        name = url.partition("@/")[2].partition("?")[0]
        await self._execute(f"ALTER DATABASE {name} SET synchronous_commit = on")

    async def drop(self, url: str) -> None:
        """Drops a database, and the connections to it that a test forgot."""
        name = url.partition("@/")[2].partition("?")[0]
        await self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    async def _template(self, prepare: Prepare) -> str:
        if prepare not in self._templates:
            name = f"template_{next(self._numbers)}"
            await self._execute(f"CREATE DATABASE {name}")
            await prepare(self.url(name))
            self._templates[prepare] = name
        return self._templates[prepare]

    async def _execute(self, statement: str) -> None:
        connection = await asyncpg.connect(host=str(self.directory), user=ROLE, database="postgres")
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def workplace_for(owner: Owner) -> Path:
    """A place for data and socket that the server's user may reach; pytest's own is closed to all but its user."""
    places = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED:
        places.insert(0, MEMORY)  # a new database takes 15 ms there, 60 on a disk
    for place in places:
        if place.is_dir() and os.access(place, os.W_OK) and owner.reaches(place.resolve()):
            return place.resolve()
    raise NoPostgresError(f"the server's user reaches none of {', '.join(map(str, places))}")


def sweep(base: Path, owner: Owner, older_than_s: float = LEFT_BEHIND_AFTER_S) -> None:
    """Removes what killed runs left behind: directories whose lock nobody holds any more."""
    for directory in base.glob(f"{DIRECTORY_PREFIX}*"):
        try:
            seen = directory.stat()
            if seen.st_uid not in {owner.uid, os.geteuid()} or time.time() - seen.st_mtime < older_than_s:
                continue
            with (directory / "lock").open(encoding="utf-8") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(directory, ignore_errors=True)
        except OSError:  # somebody else's, still in use, or just swept by another worker
            continue


def launch(programs: Path, owner: Owner, directory: Path) -> "subprocess.Popen[bytes]":
    data = directory / "data"
    settings = ["--no-sync", "--no-locale", "--encoding=UTF8", "--auth=trust", f"--username={ROLE}"]
    try:
        owner.runs(programs / "initdb", *settings, "-D", data, cwd=directory)
    except subprocess.CalledProcessError as error:
        raise NoPostgresError(f"initdb: {error.output}") from error
    return begin(programs, owner, directory)


def begin(programs: Path, owner: Owner, directory: Path) -> "subprocess.Popen[bytes]":
    """Starts the server on the data that is there."""
    data = directory / "data"
    command = [programs / "postgres", "-D", data, "-k", directory, "-c", "listen_addresses=", *FAST]
    launcher = [sys.executable, "-I", "-S", "-c", LAUNCH, str(os.getpid()), str(owner.uid), str(owner.gid)]
    with (directory / "log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - programs of our own choice
            [*launcher, *map(str, command)],
            cwd=directory,
            env=PLAIN_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a Ctrl-C at the tests is not one at the server
        )
    wait_until_ready(process, directory)
    return process


def wait_until_ready(process: "subprocess.Popen[bytes]", directory: Path) -> None:
    """Raises NoPostgresError with the server's own words when it does not come up."""
    give_up = time.monotonic() + START_TIMEOUT_S
    status = directory / "data" / "postmaster.pid"
    # the eighth line of the file says whether it takes connections
    while not (status.is_file() and status.read_text(encoding="utf-8").splitlines()[7:8] == ["ready   "]):
        if process.poll() is not None or time.monotonic() > give_up:
            process.kill()
            process.wait()
            raise NoPostgresError((directory / "log").read_text(encoding="utf-8", errors="replace"))
        time.sleep(0.005)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this test process, started on first use; where there can be none, the test is skipped."""
    try:
        server = Postgres.start()
    except NoPostgresError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
    yield server
    server.stop()


@pytest.fixture
async def fresh_database(postgres: Postgres) -> AsyncIterator[Callable[..., Awaitable[str]]]:
    """`await fresh_database()` or `await fresh_database(prepare)`: as often as the test likes."""
    given: list[str] = []

    async def give(prepared_by: Prepare | None = None) -> str:
        given.append(await postgres.fresh_database(prepared_by))
        return given[-1]

    yield give
    await asyncio.gather(*(postgres.drop(url) for url in given))
