"""Figures: how fast, held to what was promised (`python -m benchmarks`)."""
