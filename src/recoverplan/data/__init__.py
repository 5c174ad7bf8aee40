"""Facts that ship with the program: helplines, regions, pick-lists; each with its source."""
