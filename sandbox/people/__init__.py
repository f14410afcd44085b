"""People at their Discord clients: what they see, and what the client lets them do."""
