"""The sender: takes what the queue says must be said to Discord, once."""
