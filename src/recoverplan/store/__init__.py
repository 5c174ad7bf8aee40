"""Where it is kept: keys, schema, a table for every noun. Returns domain values, not rows."""
