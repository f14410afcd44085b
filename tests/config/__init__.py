"""What the operator chooses, and what is said when it does not hold."""
