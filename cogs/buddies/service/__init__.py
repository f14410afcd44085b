"""What can be done: taking part, rounds, asking somebody."""
