"""What people live through, on the real client over real sockets."""
