"""The doctor: what is missing for the bot to do its work here, what that means, and the taps that mend it."""
