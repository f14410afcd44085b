"""Rows, units, the queue and its worker, keys: on both engines."""
