"""The sender: once, whatever happens on the way. The real discord.py client on a real socket."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import discord
import pytest
from discord import ui
from discord.http import Route

from bot.data.keys import new_keys
from bot.data.queue import LEASE_MS, Job, Lease
from bot.data.worker import Later
from bot.delivery.sender import LEASE_MARGIN_MS, CannotReach, Sender
from bot.domain.clock import real_ms
from bot.domain.ids import ChannelId, MemberId, MessageId
from sandbox import Person, Sandbox, Server

TOKEN = "a-token-of-the-sandbox"
SEND = "/channels/{channel_id}/messages"
READ, WRITE, HISTORY, THREADS, MANAGE = 1 << 10, 1 << 11, 1 << 16, 1 << 35, 1 << 34


@dataclass
class Post:
    """A Discord with one room, and a sender that may speak there."""

    discord: Sandbox
    guild: Server
    room: Any
    ada: Person
    app: Any
    sender: Sender

    @property
    def place(self) -> ChannelId:
        return ChannelId(self.room.id)

    async def send(self, job: Job) -> MessageId:
        return await self.sender.send(job, self.place, mark="test:1:", face=a_face())

    def said(self) -> list[Any]:
        return [one for one in self.room.messages.values() if one.author.bot]

    def forget_nonces(self) -> None:
        self.discord.settings.nonce_window = 0.0


def a_face(label: str = "press") -> ui.LayoutView:
    face = ui.LayoutView(timeout=None)
    face.add_item(ui.ActionRow(ui.Button(label=label, custom_id="test:1:press")))
    return face


def a_job(*, attempts: int = 1, lease_left_ms: int = LEASE_MS, first_claimed_ms: int | None = None) -> Job:
    now = real_ms()
    return Job(
        id=5, kind="test.say", key="k", payload="{}", sealed=None, guild=None, attempts=attempts,
        first_claimed_ms=first_claimed_ms or now, lease=Lease(now + lease_left_ms), lease_by="test",
    )  # fmt: skip


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    async with Sandbox.open() as local:
        app = local.application("Wingbeat", token=TOKEN)
        ada = local.person("Ada")
        guild = local.guild("Job seekers", owner=ada)
        room = guild.channel("room")
        guild.permit(guild.everyone, 0)
        guild.install(app, READ | WRITE | HISTORY | THREADS | MANAGE)
        Route.BASE = local.api
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(TOKEN)
            yield Post(local, guild, room, ada, app, Sender(client, new_keys(), per_second=45, dm_opens_per_second=5))


async def test_what_is_sent_is_there_once_and_its_number_is_known(post: Post) -> None:
    number = await post.send(a_job())

    assert [one.id for one in post.said()] == [number]


async def test_a_second_try_finds_the_first_one_s_message_by_its_mark(post: Post) -> None:
    job = a_job()
    first = await post.send(job)
    post.forget_nonces()

    assert await post.send(replace(job, attempts=2)) == first
    assert len(post.said()) == 1


async def test_cut_off_after_it_was_stored_the_second_try_does_not_double_it(post: Post) -> None:
    job = a_job()
    post.discord.faults.store_then_cut(SEND)
    with pytest.raises(Exception, match=r"(?i)disconnected|reset"):
        await post.send(job)
    post.forget_nonces()

    await post.send(replace(job, attempts=2))

    assert len(post.said()) == 1


async def test_where_nothing_can_be_read_back_the_nonce_alone_holds(post: Post) -> None:
    job = a_job()
    first = await post.send(job)
    post.guild.install(post.app, READ | WRITE)

    assert await post.send(replace(job, attempts=2)) == first
    assert len(post.said()) == 1


async def test_other_work_is_another_message(post: Post) -> None:
    await post.send(a_job())

    await post.sender.send(replace(a_job(attempts=2), id=6), post.place, mark="test:2:", face=a_face())

    assert len(post.said()) == 2


async def test_in_a_busy_room_a_late_try_s_message_is_found_behind_hundreds_of_others(post: Post) -> None:
    job = a_job(first_claimed_ms=real_ms())
    for number in range(230):
        await post.ada.say(post.room, f"talk {number}")
    late = await post.send(replace(job, attempts=2))
    post.forget_nonces()

    assert await post.send(replace(job, attempts=3)) == late
    assert len(post.said()) == 1


async def test_with_a_lease_that_is_nearly_over_nothing_is_sent(post: Post) -> None:
    for left in (LEASE_MARGIN_MS - 500, 0, -LEASE_MS):
        with pytest.raises(Later):
            await post.send(a_job(lease_left_ms=left))

    assert post.said() == []


async def test_where_the_lease_ran_out_while_it_waited_for_its_turn_nothing_is_sent(post: Post) -> None:
    class Slow:
        async def take(self) -> None:
            job.lease.until_ms = 0

    job = a_job()
    post.sender.share(Slow(), Slow())

    with pytest.raises(Later):
        await post.send(job)

    assert post.said() == []


async def test_without_the_right_or_the_room_it_says_that_it_cannot_be_reached(post: Post) -> None:
    post.guild.install(post.app, READ)
    with pytest.raises(CannotReach) as refused:
        await post.send(a_job())
    assert refused.value.code == 50013

    post.guild.remove_channel(post.room)
    for attempts in (1, 2):
        with pytest.raises(CannotReach) as refused:
            await post.send(a_job(attempts=attempts))
        assert refused.value.code in {10003, 50001}


async def test_a_message_that_is_gone_is_no_failure(post: Post) -> None:
    number = await post.send(a_job())
    assert await post.sender.edit(post.place, number, a_face("again"))

    assert await post.sender.delete(post.place, number)

    assert not await post.sender.delete(post.place, number)
    assert not await post.sender.edit(post.place, number, a_face())
    assert await post.sender.components_of(post.place, number) is None


async def test_a_thread_is_opened_once(post: Post) -> None:
    number = await post.send(a_job())

    threads = {
        await post.sender.open_thread(post.place, number, "Quiet Heron", archive_minutes=10_080) for _ in range(2)
    }

    assert threads == {number}
    assert [one.name for one in post.guild.threads] == ["Quiet Heron"]


async def test_closed_direct_messages_are_told_apart(post: Post) -> None:
    dm = await post.sender.open_dm(MemberId(post.ada.id))
    assert await post.sender.open_dm(MemberId(post.ada.id)) == dm

    post.ada.dms_open = False

    with pytest.raises(CannotReach) as refused:
        await post.sender.send(a_job(), dm, mark="test:1:", text="Somebody answered.")
    assert refused.value.code == 50007


async def test_an_outage_is_no_answer_and_is_tried_again_by_the_queue(post: Post) -> None:
    post.discord.faults.fail("POST", SEND, status=503)

    with pytest.raises(discord.DiscordServerError):
        await post.send(a_job())

    assert post.said() == []
