"""Only where two rooms must meet: planning from the store, keeping a change, the emergency card."""
