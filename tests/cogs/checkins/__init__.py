"""Check-ins: the right hour, once; paused is silent; any answer is fine."""
