"""What it means. Pure: no input or output, no clock, no environment; all of these come in."""
