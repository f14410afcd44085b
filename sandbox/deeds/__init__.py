"""What can happen on this Discord: each function changes the state and tells those who may learn of it."""
