"""The door: `now` goes straight to now/, `remind run` to ringing/, everything else to cli/.

A line that leaves nothing to ask goes there past Typer (cli/straight.py).

Options that hold for every command (`--store DIR`, `--passphrase-fd N`, `--color WHEN`, `--plain`)
may stand anywhere on the line; they are brought to the front here, so that both paths read them in
one place.
"""

import os
import sys

WITH_VALUE = ("--store", "--passphrase-fd", "--color")


def split_globals(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Return the options that hold for every command, and the rest of the line, each in order."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest.append(argument)
            rest.extend(waiting)
        elif argument in WITH_VALUE:
            first += [argument, next(waiting, "")]
        elif argument == "--plain" or argument.partition("=")[0] in WITH_VALUE:
            first.append(argument)
        else:
            rest.append(argument)
    return first, rest


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:2] == ["__complete"]:
        from recoverplan.cli import completing

        return completing.main(sys.argv[2:])
    first, rest = split_globals(sys.argv[1:])
    if rest and not {"--help", "-h"} & set(rest):
        if rest[0].lower() == "now":
            from recoverplan import now

            return now.main(first, rest[1:])
        if [word.lower() for word in rest[:2]] == ["remind", "run"]:
            from recoverplan import ringing

            return ringing.main(first, rest[2:])
    # Most commands are over before a cycle is worth collecting; doing so slows their start.
    import gc

    gc.set_threshold(250_000)
    if rest and rest[0].startswith("-"):  # help, or a slip
        from recoverplan.cli import app

        return app.run(first + rest)
    from recoverplan.cli import straight

    return straight.run(first, rest)


def leave() -> None:
    """Run the command line and end the process: all is written, so nothing needs taking apart.

    Python would free every object first, which takes longer than bare Python takes to start.
    """
    code = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python tells of it
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        sys.exit(code)  # waits for them
    os._exit(code)


if __name__ == "__main__":
    leave()
