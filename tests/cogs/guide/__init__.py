"""Help, and what the bot is."""
