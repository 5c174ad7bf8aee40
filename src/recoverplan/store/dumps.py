"""Keys and passphrases kept out of core dumps, from before the first is in memory."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

SET_DUMPABLE = 4  # PR_SET_DUMPABLE of <sys/prctl.h>
WHICH_MEMORY = "/proc/self/coredump_filter"
kept_out: set[bool] = set()  # a key, a passphrase


def keep_out_of_dumps(*, secret: bool = False) -> None:
    """Turn core dumps of this process off; to be called before a key is read.

    No core file is written, and on Linux no memory goes to a program that the system hands cores
    to, whatever the limit is. With `secret`, a passphrase, the process also cannot be dumped or
    looked into by others of this account. That takes ctypes, much to load for every command, and
    nothing beside the stretching of a passphrase.
    """
    if secret not in kept_out:
        kept_out.add(secret)
        forbid_dumps(secret=secret)


def forbid_dumps(*, secret: bool) -> None:
    """Do what `keep_out_of_dumps` says, as far as this system can."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform != "linux":
        return
    with suppress(OSError):
        descriptor = os.open(WHICH_MEMORY, os.O_WRONLY)
        os.write(descriptor, b"0")
        os.close(descriptor)
    if secret:
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(SET_DUMPABLE, 0, 0, 0, 0)
