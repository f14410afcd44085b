"""Definitions of every figure, and what may be published of them."""
