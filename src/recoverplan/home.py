"""Where the data lies: one answer for `now`, which may import next to nothing, and for the store.

`RECOVERPLAN_HOME` wins; else the folder that platformdirs' `user_data_path("recoverplan")` names,
worked out here because platformdirs alone costs `now` more than all the rest of it. A test holds
the two equal.
"""

# pathlib would cost `now` half as much again.
# ruff: noqa: PTH100, PTH111, PTH117, PTH118

import os
import sys

EMERGENCY_CARD = "emergency-card.txt"  # beside the store; `now` reads it, and nothing else
# What `remind run` reads and writes: what to show and when, the next instant at which to look into
# that, what was shown, and a file whose time says when it last ran.
REMINDERS = "reminders.txt"
REMINDERS_NEXT = "reminders-next.txt"
REMINDERS_SHOWN = "reminders-shown.txt"
REMINDERS_RAN = "reminders-ran.txt"
REMINDER_FILES = (REMINDERS, REMINDERS_NEXT, REMINDERS_SHOWN, REMINDERS_RAN)
# How a file of ours is opened: waiting for nobody at the other end of a pipe, following no link.
CAREFULLY = (
    getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
PUBLISHED = "published.json"  # what stands in folders that other programs sync, and where


def data_home() -> str:
    """Return the absolute path of the store's folder, whether it exists or not."""
    chosen = os.environ.get("RECOVERPLAN_HOME")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
        return os.path.join(base, "recoverplan", "recoverplan")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support/recoverplan")
    base = os.environ.get("XDG_DATA_HOME", "").strip()
    if not os.path.isabs(base):  # a relative one is to be ignored
        base = os.path.expanduser("~/.local/share")
    return os.path.join(base, "recoverplan")


def spelled_out(typed: str) -> str:
    """Return a path as it was typed, with "~" spelled out; that of nobody here stays as it is.

    pathlib's own `expanduser` raises for it, and `resolve` for a link that leads to itself. Raises
    UsageError for what this system can call no file: every call with it would end in a ValueError.
    """
    try:
        nameable = b"\0" not in os.fsencode(typed)
    except UnicodeEncodeError:  # half of a pair of surrogates
        nameable = False
    if nameable:
        return os.path.expanduser(typed)
    from recoverplan.errors import UsageError
    from recoverplan.words import files as words

    raise UsageError(words.NO_NAME_OF_A_FILE.format(name=typed), words.NAME_ONE)


def planted(found: os.stat_result, folder: str | os.PathLike[str]) -> bool:
    """Tell whether a file was put into a folder by another account: it is neither this account's,
    nor the system's, nor of whose folder it is. Raises OSError.
    """
    if sys.platform == "win32" or found.st_uid in {os.geteuid(), 0}:
        return False
    return found.st_uid != os.stat(folder).st_uid  # noqa: PTH116 - `now` has no pathlib
