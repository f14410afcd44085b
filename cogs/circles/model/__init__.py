"""What a circle is, who fits into which, and what is proposed: values and pure rules."""
