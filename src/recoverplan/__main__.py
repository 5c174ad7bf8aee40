"""The door: `now` goes straight to now.py, everything else to cli/.

Options that hold for every command (`--store DIR`, `--passphrase-fd N`, `--plain`) may stand
anywhere on the line; they are brought to the front here, so that both paths read them in one place.
"""

import sys

WITH_VALUE = ("--store", "--passphrase-fd")


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
    first, rest = split_globals(sys.argv[1:])
    if rest and rest[0].lower() == "now" and not {"--help", "-h"} & set(rest):
        from recoverplan import now

        return now.main(first, rest[1:])
    # Most commands are over before a cycle is worth collecting; doing so slows their start.
    import gc

    gc.set_threshold(50_000)
    from recoverplan.cli import app

    return app.run(first + rest)


if __name__ == "__main__":
    sys.exit(main())
