"""What it means. Pure: no input or output; time, zone and data come in as arguments."""
