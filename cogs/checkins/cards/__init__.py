"""What check-ins look like: classic words and buttons, for a push shows nothing else (PLATFORM 0.5)."""
