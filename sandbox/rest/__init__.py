"""The HTTP API: routes, limits, and the way of a request through them."""
