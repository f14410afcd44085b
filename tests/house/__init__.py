"""Tests about the house itself: its doors, its habits, its locks, its borrowed PostgreSQL."""
