"""What stands between a feature and Discord's commands."""
