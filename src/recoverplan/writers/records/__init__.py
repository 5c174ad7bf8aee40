"""Records and envelopes for JSON: what other programs read."""
