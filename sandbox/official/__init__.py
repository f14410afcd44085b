"""Keeps the sandbox and the bot honest against Discord's official API description and its documented limits."""

from sandbox.official.description import Official

__all__ = ["Official"]
