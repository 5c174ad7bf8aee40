"""Domain values as plain lines: one fact a line, each a sentence that makes sense heard alone."""
