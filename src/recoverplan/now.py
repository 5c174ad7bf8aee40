"""The moment screen: what to do and who to call, from the emergency card alone."""


def main(options: list[str], arguments: list[str]) -> int:
    """Print the moment screen; always 0, but 2 for an option it does not know."""
    raise NotImplementedError
