"""Tests of community health."""
