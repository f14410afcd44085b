"""Venting: its rules, its rooms."""
