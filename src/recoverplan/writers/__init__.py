"""Domain values become text: terminal, plain, JSON, HTML. No decisions, no store, no printing."""
