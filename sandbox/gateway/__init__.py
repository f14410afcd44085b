"""The gateway: sessions over WebSocket (documentation, Gateway)."""
