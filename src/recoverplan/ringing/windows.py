"""Notices on Windows, by desktop-notifier: an extra (`pip install recoverplan[windows]`).

It tells of no failure by itself: a notice counts as shown when the system took it. It leaves a key
in the registry, by which Windows knows the name of whoever shows something.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

from recoverplan.words import remind as words

MISSING = "pip install recoverplan[windows]"
REGISTRY = rf"Software\Classes\AppUserModelId\{words.TITLE}"


def toast(said: str, *, sound: bool, seconds: float) -> str:
    """Show a notice within so many seconds; return why it could not be shown, "" if it was."""
    try:
        asyncio.run(sent(said, sound=sound, seconds=seconds))
    except ImportError:
        return MISSING
    except (OSError, RuntimeError, TimeoutError) as error:
        return str(error) or words.DESKTOP_SILENT
    return ""


async def sent(said: str, *, sound: bool, seconds: float) -> None:
    """Send a notice and wait until the system has taken it. Raises TimeoutError."""
    from desktop_notifier import DEFAULT_SOUND, DesktopNotifier, Urgency

    taken = asyncio.Event()
    notifier = DesktopNotifier(app_name=words.TITLE, app_icon=None)  # else Python's own logo
    await notifier.send(
        title=said,
        message="",
        urgency=Urgency.Normal,
        sound=DEFAULT_SOUND if sound else None,
        on_dispatched=taken.set,
    )
    await asyncio.wait_for(taken.wait(), seconds)


def forget() -> None:
    """Take away the key in the registry."""
    if sys.platform == "win32":
        import winreg

        with suppress(FileNotFoundError):
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, REGISTRY)
