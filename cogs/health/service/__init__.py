"""What is published, and what a moderator looks at."""
