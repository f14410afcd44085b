"""`python -m demo` as a process of its own, and a visitor at its page."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).parents[2]
LOOK_AGAIN_S = 0.1


class Demo:
    """A running one. `lines` is all it has printed so far."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.lines: list[str] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for line in said:
                self.lines.append(line.rstrip())

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def until(self, so: Callable[[], Any], seconds: float = 60) -> Any:
        """Waits until something is so and gives it."""
        deadline = time.monotonic() + seconds
        while not (found := so()):
            assert time.monotonic() < deadline, f"not so after {seconds} s; it said:\n{self.text}"
            assert self.process.poll() is None, f"it ended; it said:\n{self.text}"
            time.sleep(LOOK_AGAIN_S)
        return found

    def says(self, words: str, seconds: float = 60) -> None:
        self.until(lambda: words in self.text, seconds)

    def end(self, sign: signal.Signals) -> int:
        """Gives the exit code; raises subprocess.TimeoutExpired when it takes longer than ten seconds."""
        self.process.send_signal(sign)
        return self.ended(10)

    def ended(self, seconds: float) -> int:
        """Waits for its end; gives the exit code."""
        code = self.process.wait(seconds)
        self._reader.join(5)
        return code

    @property
    def bots(self) -> list[int]:
        """The process ids of its children."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(one) for one in found.read_text().split()]

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """What the page asks for."""
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", self.text)
        assert address is not None
        connection = HTTPConnection("127.0.0.1", int(address[1]), timeout=20)
        try:
            connection.request(method, path, None if body is None else json.dumps(body))
            answer = connection.getresponse()
            read = answer.read()
            assert answer.status == 200, read
            return json.loads(read)
        finally:
            connection.close()


@contextmanager
def running(*arguments: str, temporary: Path) -> Iterator[Demo]:
    """Ends it in any case."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("WINGBEAT_")}
    # settings of the caller that would lead the bot astray if they reached it
    own |= {"WINGBEAT_TOKEN": "somebody-else's", "WINGBEAT_SHARD_COUNT": "4", "TMPDIR": str(temporary)}
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "demo", *arguments],
        cwd=ROOT, env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    demo = Demo(process)
    try:
        yield demo
    finally:
        process.terminate()
        try:
            demo.ended(10)
        except subprocess.TimeoutExpired:
            process.kill()
            demo.ended(10)
