"""What is printed."""

from collections.abc import Sequence

from demo.town import Place

ADDRESSES = """
The community is there, without a bot. For one of your own:

  WINGBEAT_TOKEN={token}
  WINGBEAT_DISCORD_API={api}
  WINGBEAT_DISCORD_GATEWAY={gateway}
  WINGBEAT_CLOCK_URL={clock}

  Look here   {page}
  Ctrl-C ends it.
"""
INVITATION = """
The sandbox is up: {people} made-up people on {servers}, the real bot, and nothing leaves this machine.
{heard}

  Look here   {page}

  Try this    1. Be {somebody} in #vent-room of “{server}”, press “Let something out”, and wait two minutes.
              2. Be somebody else: give a cheer or write a line. Then be {somebody} again and run /my posts.
              3. Kill the bot (kill -9 {pid}). It is started again, and the old buttons still answer.

  For real    discord.com/developers/applications → New Application → Bot → Reset Token.
              Write WINGBEAT_TOKEN=… into the file .env here, then: make run

  Ctrl-C ends it.
"""


def say(words: str) -> None:
    """At once, also where the output is a pipe."""
    print(words, flush=True)


def counted(many: int, one: str, several: str) -> str:
    return f"{many} {one if many == 1 else several}"


def invite(places: Sequence[Place], *, page: str, pid: int | None, vents: int, heard: int) -> None:
    """Where to look, what to try, how to go on."""
    first = places[0]
    people = {member.id for place in places for member in place.members.values()}
    servers = counted(len(places), "server", "servers")
    some = f"{heard} of {vents} posts have been answered; the others wait for a few words."
    say(
        INVITATION.format(
            people=len(people),
            servers=servers,
            heard=some if heard < vents else f"All {vents} posts have been answered.",
            page=page,
            pid=pid or 0,
            somebody=first.seekers[0].name,
            server=first.plan.name,
        )
    )


def last_words(why: str, lines: Sequence[str]) -> None:
    """Why it cannot go on."""
    said = "".join(f"\n  | {line}" for line in lines) or "\n  | (nothing)"
    say(f"\n{why} The last it said:{said}")
