"""What vents look like: values and words in, components out."""
