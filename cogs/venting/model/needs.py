"""What Discord must allow the bot in a vent room, by discord.py's names."""

ROOM_NEEDS = (
    "view_channel", "send_messages", "create_public_threads", "send_messages_in_threads", "manage_threads",
)  # fmt: skip
"""Without all of them nothing is posted: a post whose thread cannot be opened, written in and closed would be worse."""
LINE_NEEDS = ("view_channel", "send_messages_in_threads")
