"""What a week with a buddy is, and who goes with whom: values and pure rules."""
