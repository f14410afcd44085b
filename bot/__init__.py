"""What every feature stands on; knows no feature by name."""

import gc

gc.set_threshold(20_000, 20)
"""New objects between two looks for circles among them, and such looks between two among the older. Python's own 700
cost a sixth of a start and of all work; what is in no circle is freed at once all the same."""
