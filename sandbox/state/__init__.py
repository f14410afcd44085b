"""What there is on this Discord: plain state, and how it looks on the wire."""
