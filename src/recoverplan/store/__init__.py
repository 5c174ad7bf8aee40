"""Where it is kept: keys, schema, one file of queries per noun. Returns domain values, not rows."""
