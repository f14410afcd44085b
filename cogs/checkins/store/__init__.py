"""Rows of check-ins: plans, their buckets, their days."""
