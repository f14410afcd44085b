"""What setting up looks like: values and words in, components out."""
