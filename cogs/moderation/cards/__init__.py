"""What moderation looks like: values and words in, components out. Nobody's name is in any of it."""
