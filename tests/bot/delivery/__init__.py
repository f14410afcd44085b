"""The sender, against a Discord on this machine."""
