"""How people reach the bot and how it answers: router, presses, forms, commands, exceptions turned into words."""
