"""What people press and fill in. None reads a cache: all of it works in direct messages too."""
