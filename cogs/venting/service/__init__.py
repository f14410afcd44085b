"""What people do with vents, by who does it: the one who posts, the author later on, the others, and time."""
