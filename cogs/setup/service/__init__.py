"""What people who manage a server do, one unit each."""
