"""What listening hours are, when a vent has waited long enough, and who is asked: values and pure rules."""
