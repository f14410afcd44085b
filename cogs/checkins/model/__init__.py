"""What a plan is, when it is due, what counts: values and pure rules."""
