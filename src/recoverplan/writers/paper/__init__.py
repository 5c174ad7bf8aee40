"""Domain values become pages to print and pictures, by way of the templates in data/paper."""
