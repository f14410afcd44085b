"""Reports, and what moderators do about posts whose authors they do not know."""
