"""What can be done with kind words and with a jar, by who does it."""
