"""What `doctor` says about whose the store's folder is, and who else may write in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from recoverplan.services.findings import NOTE, WRONG, Finding
from recoverplan.store import guarding
from recoverplan.words import files as words


def whose(home: Path) -> Iterator[Finding]:
    """Look at whose the folder is, and whether others may write in it or above it."""
    if os.name == "nt":
        return
    unsafe = guarding.of_another(home)
    if unsafe is not None:
        yield Finding("owner", WRONG, f"{unsafe.says} {unsafe.mend}")
    elif others_see(home) and not guarding.keeps_modes(home):
        yield Finding("disk", NOTE, words.NO_MODES.format(path=home))
        return
    elif guarding.open_to_all(home):
        if not guarding.ours_alone(home):  # else its mode alone says so, and is put right
            mend = words.TO_CLOSE.format(command=f"chmod o-w {guarding.quoted(home)}")
            yield Finding("writers", WRONG, f"{words.OPEN_TO_ALL.format(path=home)} {mend}")
    elif guarding.open_to_group(home):
        command = f"chmod g-w {guarding.quoted(home)}"
        says = words.GROUP_WRITES.format(path=home, command=command)
        yield Finding("writers", NOTE, says)
    above = guarding.open_above(home)
    if above is not None:
        command = f"chmod o-w {guarding.quoted(above)}"
        yield Finding("above", NOTE, words.ABOVE.format(path=above, command=command))


def others_see(home: Path) -> bool:
    """Tell whether the folder's mode, as it is shown, lets anybody else in."""
    return bool(home.stat().st_mode & 0o077)


def may_be_written(home: Path, *, fix: bool) -> bool:
    """Tell whether a store may be opened to write where it is; what is looked at stays as it is."""
    if os.name == "nt":
        return True
    return guarding.of_another(home) is None and (fix or not guarding.open_to_all(home))
