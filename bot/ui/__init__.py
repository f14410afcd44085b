"""How people reach the bot and how it answers: the router, presses, forms, commands, and exceptions turned into words."""
