"""The HTTP server: API, gateway, files and clock behind one port."""
