"""What the command line of `now` asked for."""

from __future__ import annotations

USUAL_SECONDS = 15 * 60
LONGEST_SECONDS = 2 * 3600


class Asked:
    """The options of `now`. `at` is None where it was not given, `seconds` without a timer.

    `no_length` is what was typed for the timer's length and is none.
    """

    def __init__(self) -> None:
        self.store = ""
        self.plain = False
        self.json = False
        self.at: str | None = None
        self.seconds: int | None = None
        self.breathe = False
        self.no_length: str | None = None
        self.unknown: str | None = None
        self.extra: list[str] = []

    def time(self, typed: str | None) -> bool:
        """Set the timer, to the usual length without one; tell whether it was understood."""
        found = USUAL_SECONDS if typed is None else length(typed)
        self.seconds = found or USUAL_SECONDS
        return found is not None


def understood(options: list[str], arguments: list[str]) -> Asked:
    """Read the command line: options of every command, then all the rest."""
    asked = Asked()
    waiting = iter(options)
    for option in waiting:
        if option == "--store":
            asked.store = next(waiting, "")
        elif option.startswith("--store="):
            asked.store = option[len("--store=") :]
        elif option in {"--passphrase-fd", "--color"}:
            next(waiting, "")  # nothing here needs a passphrase, or has colors
        elif option == "--plain":
            asked.plain = True
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "--at":
            asked.at = left.pop(0) if left else ""
        elif argument == "--timer":
            follows = left[0] if left and left[0][:1].isdigit() else None
            if not asked.time(follows):
                asked.no_length = follows
            del left[: follows is not None]
        else:
            take(asked, argument)
    return asked


def take(asked: Asked, argument: str) -> None:
    """Take in one argument that needs none after it."""
    if argument == "--json":
        asked.json = True
    elif argument == "--breathe":
        asked.breathe = True
        asked.seconds = asked.seconds or USUAL_SECONDS
    elif argument.startswith("--at="):
        asked.at = argument[len("--at=") :]
    elif argument.startswith("--timer="):
        typed = argument[len("--timer=") :]
        if not asked.time(typed):
            asked.no_length = typed
    elif argument.startswith("-") and argument not in {"-", "--"}:
        asked.unknown = argument
    else:
        asked.extra.append(argument)


def length(typed: str) -> int | None:
    """Return a length in seconds: "10" and "10m" are minutes, "90s" seconds; None for no length."""
    number = typed.strip().lower()
    unit = 1 if number.endswith("s") else 60
    number = number.rstrip("ms") if number[-1:] in {"m", "s"} else number
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        return None
    seconds = int(number) * unit
    return seconds if 0 < seconds <= LONGEST_SECONDS else None
