"""The process that draws: `python -m bot.pictures.child`. A request is a length and a pickle, and so is the answer.

It ends with its parent, however that ends: then there is nothing more to read.
"""

import os
import pickle
import struct
import sys
from typing import Any, BinaryIO

LENGTH = struct.Struct(">I")


def packed(what: object) -> bytes:
    """As it travels: its length first."""
    body = pickle.dumps(what)
    return LENGTH.pack(len(body)) + body


def main() -> None:
    """Draws what it is told until nobody is there any more."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # whatever a library prints must not stand between the answers
    os.dup2(2, 1)
    from bot.pictures import style

    style.prepare()
    while (length := asked.read(LENGTH.size)) and len(length) == LENGTH.size:
        _answer(answers, asked.read(LENGTH.unpack(length)[0]))


def _answer(answers: BinaryIO, request: bytes) -> None:
    try:
        function, data = pickle.loads(request)  # noqa: S301  from our own parent
        reply: Any = function(data)
    except Exception as error:
        reply = error
    try:
        answers.write(packed(reply))
    except (pickle.PicklingError, TypeError, AttributeError):
        answers.write(packed(RuntimeError(repr(reply))))
    answers.flush()


if __name__ == "__main__":
    main()
