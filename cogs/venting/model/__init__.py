"""What a vent is and what is allowed: values and pure rules. No clock, no Discord, no SQL."""
