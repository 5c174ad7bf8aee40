"""`recoverplan completion`: Tab finishes commands, options and one's own names in a shell."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from recoverplan.cli.declaring import Annotated, App, Argument, Option
from recoverplan.cli.output import say, tell
from recoverplan.domain.text import clean, shown
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.words import usage as words

app = App()
SCRIPTS = Path(__file__).parents[1] / "data" / "completion"
MARK = "# Completion of recoverplan for "  # in every script, of every version
MOST = 65_536  # characters of a script


@app.command()
def completion(
    shell: Annotated[
        str, Argument(metavar="[SHELL]", help="bash, zsh, fish or powershell; yours if not.")
    ] = "",
    *,
    install: Annotated[
        bool, Option("--install", help="Put it where the shell looks for it.")
    ] = False,
) -> None:
    """Tab finishes commands and names in your shell."""
    named = clean(shell).casefold() or Path(os.environ.get("SHELL", "")).name
    named = {"pwsh": "powershell"}.get(named, named)
    if named not in words.SHELLS:
        raise UsageError(words.NO_SHELL, words.NO_SHELL_HINT)
    script = (SCRIPTS / named).read_text(encoding="utf-8")
    if not install:
        say(script.rstrip("\n"))
        if sys.stdout.isatty():
            tell(words.HOW.format(shell=named))
        return
    file = place_of(named)
    put(file, script, named)
    say(words.PUT.format(file=shown(file)))
    if named != "fish":  # which looks there by itself
        line, start = start_line(named, file)
        say(words.START.format(start=clean(start)))
        say(f"    {clean(line)}")


def place_of(shell: str) -> Path:
    """Return the file that a shell reads completions of recoverplan from."""
    data = folder("XDG_DATA_HOME", ".local/share")
    config = folder("XDG_CONFIG_HOME", ".config")
    zsh = Path(os.environ.get("ZDOTDIR") or Path.home())
    return {
        "bash": data / "bash-completion" / "completions" / "recoverplan",
        "zsh": zsh / ".zfunc" / "_recoverplan",
        "fish": config / "fish" / "completions" / "recoverplan.fish",
        "powershell": config / "powershell" / "recoverplan-completion.ps1",
    }[shell]


def folder(variable: str, usual: str) -> Path:
    """Return a folder of the XDG base directories; a relative one is to be ignored."""
    chosen = Path(os.environ.get(variable, ""))
    return chosen if chosen.is_absolute() else Path.home() / usual


def start_line(shell: str, file: Path) -> tuple[str, str]:
    """Return the line that a shell's start file needs where completions are not looked for."""
    quoted = "'" + str(file).replace("'", "''" if shell == "powershell" else "'\\''") + "'"
    return {
        "bash": (f". {quoted}", "~/.bashrc"),
        "zsh": (
            f"autoload -Uz compinit && compinit && . {quoted}",
            str(Path(os.environ.get("ZDOTDIR") or "~") / ".zshrc"),
        ),
        "powershell": (f". {quoted}", "$PROFILE"),
    }[shell]


def is_ours(file: Path) -> bool:
    """Tell whether a file is a script that was put there by this program. Raises OSError."""
    if not file.is_file():  # a pipe, which would be waited for, or a device
        return False
    with file.open(encoding="utf-8", errors="replace") as there:
        return MARK in there.read(MOST)


def put(file: Path, script: str, shell: str) -> None:
    """Write the script; only one of ours is written over. Raises CouldNotError."""
    from recoverplan.services.file_out import write_file

    try:
        if file.exists() and not is_ours(file):
            message = words.THERE.format(file=file)
            raise CouldNotError(message, words.THERE_HINT.format(shell=shell))
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = words.NOT_WRITTEN.format(file=file, why=error.strerror or error)
        raise CouldNotError(message, words.THERE_HINT.format(shell=shell)) from error
    write_file(file, script.encode(), force=True)
