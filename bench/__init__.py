"""One module per measurement, run by hand, never in the tests."""
