"""Outside formats in: text and bytes from elsewhere become domain values and a list of problems."""
