"""What happens to vents while nobody presses: posting, ending, telling. Each may run twice and does it once."""
