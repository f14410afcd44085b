"""The one filter that every text given to the bot passes: pure rules, no Discord, no database."""
