"""Discord's faults one by one, what people do meanwhile, and what must be there afterwards."""

import asyncio
import itertools
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from discord.backoff import ExponentialBackoff

from sandbox import Member, Seen
from tests.stage import Stage

SEND = "/channels/{channel_id}/messages"
THREAD = "/channels/{channel_id}/messages/{message_id}/threads"
ANSWER = "/interactions/{interaction_id}/{interaction_token}/callback"
EDIT = "/channels/{channel_id}/messages/{message_id}"
PRESS_AGAIN_S = 0.3
PATIENCE_S = 150.0
"""Three faults that strike twice each, in turn, are six of the queue's pauses: 105 s (`queue.BACKOFF_MS`)."""
THINGS = ("letter", "call", "test", "smile", "plan", "question", "coat", "shoes", "bread", "walk")
KINDS = ("first", "blue", "green", "long", "short", "quiet", "loud", "small", "great", "late")

Fault = Callable[[Stage], None]


def late_and_twice(stage: Stage) -> None:
    stage.discord.faults.delay_events("MESSAGE_CREATE", 0.4)
    stage.discord.faults.repeat_events("MESSAGE_CREATE", times=4)


def edge_is_ill(stage: Stage) -> None:
    """PLATFORM 0.9: a client that tries the address to resume at again and again never comes back.

    discord.py doubles its pause with each trouble of the last half hour; here a month goes by in minutes.
    """
    for shard in stage.bot.client.shards.values() if stage.bot is not None else ():
        shard._parent._backoff = ExponentialBackoff()
    stage.discord.faults.refuse_connections(status=503, times=2)
    stage.discord.faults.drop(stage.app)


FAULTS: Mapping[str, Fault] = {
    "connection dropped, resumed": lambda stage: stage.discord.faults.drop(stage.app),
    "connection dropped, session lost": lambda stage: stage.discord.faults.drop(stage.app, resumable=False),
    "connection dropped, 503 to the resume": edge_is_ill,
    "asked to reconnect (op 7)": lambda stage: stage.discord.faults.reconnect(stage.app),
    "session invalid (op 9), resumable": lambda stage: stage.discord.faults.invalidate(stage.app, resumable=True),
    "session invalid (op 9)": lambda stage: stage.discord.faults.invalidate(stage.app),
    "429 on messages": lambda stage: stage.discord.faults.rate_limit(SEND, 0.3, 4),
    "429 for everything": lambda stage: stage.discord.faults.rate_limit(SEND, 0.3, 2, is_global=True),
    "500 on messages": lambda stage: stage.discord.faults.fail("POST", SEND, times=2),
    "503 on messages": lambda stage: stage.discord.faults.fail("POST", SEND, status=503, times=2),
    "500 between card and thread": lambda stage: stage.discord.faults.fail("POST", THREAD, times=2),
    "503 between card and thread": lambda stage: stage.discord.faults.fail("POST", THREAD, status=503, times=2),
    "cut after a message was stored": lambda stage: stage.discord.faults.store_then_cut(SEND, times=2),
    "cut after a thread was opened": lambda stage: stage.discord.faults.store_then_cut(THREAD),
    "503 on edits": lambda stage: stage.discord.faults.fail("PATCH", EDIT, status=503, times=2),
    "presses delivered twice": lambda stage: stage.discord.faults.repeat_events("INTERACTION_CREATE", times=8),
    "messages delivered twice and late": late_and_twice,
    "slow messages": lambda stage: stage.discord.faults.slow(SEND, 1.5, method="POST", times=2),
}


@dataclass
class Tally:
    """What became of what people did under one fault."""

    fault: str
    tried: int = 0
    lost: list[str] = field(default_factory=list[str])
    doubled: list[str] = field(default_factory=list[str])

    @property
    def survived(self) -> int:
        return self.tried - len(self.lost) - len(self.doubled)


def sentences() -> Iterator[str]:
    """Each another one, and none that could lead back to anybody."""
    for kind, thing in itertools.product(KINDS, THINGS):
        yield f"They said no to my {kind} {thing}."


async def live_through(stage: Stage, fault: str, people: Iterator[Member], texts: Iterator[str]) -> Tally:
    """Under the fault somebody lets something out, somebody else cheers and writes a line."""
    tally = Tally(fault, tried=3)
    author, friend = next(people), next(people)
    text, line = next(texts), next(texts)
    for name in fault.split(" + "):
        FAULTS[name](stage)
    await insists(author, stage.panel, "vent:open", text=text, help="listen", name="hidden")
    card = await soon(stage, lambda: next((one for one in stage.cards() if text in one.text and one.thread), None))
    if card is None:
        stage.discord.faults.calm()
        tally.lost += ["the post", "the cheer", "the line"]
        return tally
    for name in fault.split(" + "):
        FAULTS[name](stage)
    await asyncio.gather(
        insists(friend, lambda: card, "vent:cheer"),
        insists(friend, lambda: card, "vent:line", line=line, sign="unsigned"),
    )
    await soon(stage, lambda: said(stage, card, line) >= 1)
    stage.discord.faults.calm()
    await soon(stage, lambda: "1 person is with you" in card.text)
    await at_rest(stage)
    judge(tally, "the post", sum(text in one.text for one in stage.cards()))
    judge(tally, "the line", said(stage, card, line))
    judge(tally, "the cheer", int("1 person is with you" in card.text))
    return tally


async def at_rest(stage: Stage) -> None:
    """Waits for what failed several times, too. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                return await stage.quiet()
            except TimeoutError:
                await asyncio.sleep(0)


def judge(tally: Tally, what: str, times: int) -> None:
    if times == 0:
        tally.lost.append(what)
    elif times > 1:
        tally.doubled.append(what)


def said(stage: Stage, card: Seen, line: str) -> int:
    return sum(line in one.text for one in stage.ben.sees(card.thread))


async def soon(stage: Stage, so: Callable[[], Any], seconds: float = PATIENCE_S) -> Any:
    """What it gives once it is so; None where it does not become so."""
    try:
        await stage.discord.until(so, timeout=seconds)
    except TimeoutError:
        return None
    return so()


async def insists(who: Member, where: Callable[[], Any], custom_id: str, **filled: str) -> None:
    """Presses, and presses again where Discord says that the interaction failed, as people do."""
    async with asyncio.timeout(40):
        while True:
            answer = await who.press(where(), custom_id)
            if answer.failed is None and filled and answer.form is not None:
                answer = await who.submit(answer.form, **filled)
            if answer.failed is None:
                return
            await asyncio.sleep(PRESS_AGAIN_S)


def together(chance: random.Random, many: int = 3) -> str:
    return " + ".join(chance.sample(sorted(FAULTS), many))
