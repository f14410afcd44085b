"""Discord refuses the connection for good: the operator reads what to do, and the process does not try for ever."""

import discord
import pytest

from bot import client as client_room
from bot.client import exit_code
from bot.domain.errors import StartRefused
from tests.stage import Stage


class Closed(discord.ConnectionClosed):
    """As discord.py raises it, without a socket."""

    def __init__(self, code: int) -> None:
        self.code = code


async def test_events_that_need_a_switch_are_refused_in_words(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.stop()
    ours = client_room.intents()
    ours.message_content = True
    monkeypatch.setattr(client_room, "intents", lambda: ours)

    with pytest.raises(RuntimeError, match=r"StartRefused\(.*close code 4014"):
        await stage.start()
    assert stage._task is not None
    assert isinstance(stage._task.exception(), StartRefused)
    stage.bot = None
    await stage._rows.aclose()


@pytest.mark.parametrize("of", ["listen", "vent"])
async def test_an_answer_that_discord_does_not_take_is_followed_by_words(stage: Stage, of: str) -> None:
    stage.discord.faults.fail("POST", "/interactions/{interaction_id}/{interaction_token}/callback", status=400)

    answer = await stage.ada.run(of)

    assert "Something broke on my side" in answer.text


@pytest.mark.parametrize("code", [4010, 4011])
def test_a_wrong_number_of_shards_is_refused_in_words(code: int) -> None:
    with pytest.raises(StartRefused, match=f"close code {code}"):
        exit_code(False, Closed(code))


def test_what_the_supervisor_reads() -> None:
    assert exit_code(True, None) == 0
    assert exit_code(False, None) == 1
    assert exit_code(False, OSError("no network")) == 1
