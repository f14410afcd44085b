"""Rows: engines, schema, units of work, the queue and its worker, keys. The only shared room with SQL."""
