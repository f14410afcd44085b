"""What people press and fill in on vents."""
