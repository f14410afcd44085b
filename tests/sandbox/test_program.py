"""`python -m sandbox` starts, says where it is, and ends cleanly."""

import asyncio
import signal
import sys

import pytest

from sandbox.__main__ import arguments


async def started(*given: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "sandbox", *given, stdout=pipe, stderr=pipe)


async def test_it_prints_its_addresses_and_ends_cleanly_on_ctrl_c() -> None:
    program = await started("--port", "0", "--people", "3", "--guilds", "2", "--seed", "1", "--speed", "60")
    assert program.stdout is not None
    while b"Ctrl-C" not in (line := await asyncio.wait_for(program.stdout.readline(), 20)):
        assert line
    program.send_signal(signal.SIGINT)
    _, errors = await asyncio.wait_for(program.communicate(), 10)

    assert (program.returncode, errors) == (0, b"")


async def test_a_busy_port_is_one_sentence_and_2() -> None:
    taken = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    program = await started("--port", str(port))
    _, errors = await asyncio.wait_for(program.communicate(), 20)
    taken.close()
    await taken.wait_closed()

    assert program.returncode == 2
    assert errors.decode().count("\n") == 1
    assert str(port) in errors.decode()


@pytest.mark.parametrize(
    "given",
    [
        ["--port", "70000"],
        ["--port", "x"],
        ["--people", "0"],
        ["--guilds", "-1"],
        ["--speed", "0"],
        ["--speed", "nan"],
        ["--what"],
    ],
)
def test_a_wrong_argument_is_one_sentence_and_2(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        arguments(given)

    assert end.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
