"""Letting something out, and being heard: vents, the cheers and lines on them, and their end."""
