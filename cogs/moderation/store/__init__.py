"""The rows of moderation."""
