"""What an operator's commands do to rows, keys and backups."""
