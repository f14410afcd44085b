"""What the bot can do and what it is, told to whoever asks."""
