"""What a balance is and how giving is counted: values and pure rules. No clock, no Discord, no SQL."""
