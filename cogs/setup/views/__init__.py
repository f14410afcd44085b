"""What people press and fill in while they set things up."""
