"""What can be done with check-ins. One method, one unit."""
