"""Logs, health, the wall clock that is followed."""
