"""Real timers of the system, apart from this machine's own: cron, and a systemd of the user's.

A mount namespace gives each its own crontabs and its own /run; both go with the test.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from conftest import REAL_PATH
from desktop import PATIENCE, lacking, need, short_folder, wait_for

# /run of its own: cron's pid file, and systemd's sockets.
APART = "mount --bind {folder}/spool /var/spool/cron && mount -t tmpfs none /run && {then}"
CGROUPS = (
    "mkdir -p /run/systemd/system && mount -t cgroup2 none /sys/fs/cgroup"
    " && mkdir /sys/fs/cgroup/{name} && echo $$ > /sys/fs/cgroup/{name}/cgroup.procs && {then}"
)
NOTHING: Mapping[str, str] = MappingProxyType({})
UNGROUP = (
    "mount -t cgroup2 none /sys/fs/cgroup"
    " && find /sys/fs/cgroup/{name} -depth -type d -exec rmdir {{}} +"
)


class Apart:
    """A part of the machine of its own: `environment` is what programs in it have."""

    def __init__(self, folder: Path, then: str = "true") -> None:
        (folder / "spool" / "crontabs").mkdir(parents=True)
        script = APART.format(folder=folder, then=then) + " && echo ready && exec sleep infinity"
        self.keeper = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", script],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self.keeper.stdout
        self.works = self.keeper.stdout.readline() == b"ready\n"
        self.environment = {**os.environ, "PATH": REAL_PATH}

    def command(self, *command: str) -> list[str]:
        """Return a command line that runs in it."""
        return ["nsenter", "--target", str(self.keeper.pid), "--mount", "--wd=.", *command]

    def run(
        self, *command: str, given: bytes = b"", environment: Mapping[str, str] = NOTHING
    ) -> tuple[int, bytes]:
        """Run a program in it; return its exit code and what it says."""
        done = subprocess.run(
            self.command(*command),
            input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
            timeout=PATIENCE * 2, env={**self.environment, **environment},
        )  # fmt: skip
        return done.returncode, done.stdout

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program in it, with a group of its own to be ended by."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            self.command(*command), stdout=quiet, stderr=quiet, env=self.environment,
            start_new_session=True,
        )  # fmt: skip

    def end(self) -> None:
        """End it."""
        self.keeper.kill()
        self.keeper.communicate()


@contextmanager
def crontabs(folder: Path) -> Iterator[Apart]:
    """Give a place where crontabs are this test's own."""
    need("unshare", "nsenter", "crontab")
    apart = Apart(folder)
    try:
        if not apart.works:
            lacking("this machine gives nobody a place of its own to mount things")
        yield apart
    finally:
        apart.end()


@contextmanager
def cron_running(apart: Apart) -> Iterator[None]:
    """Run cron there, its clock sixty times as fast, so that five minutes are five seconds."""
    need("cron", "faketime")
    cron = apart.start("faketime", "-f", "@2026-11-23 20:28:30 x60", "cron", "-f")
    try:
        yield
    finally:
        os.killpg(cron.pid, signal.SIGKILL)
        cron.wait()


@contextmanager
def own_systemd(folder: Path) -> Iterator[Apart | None]:
    """Give a place with a systemd of this user's; None where none can be started."""
    name = f"reminders-{os.getpid()}-{folder.name}"
    apart = Apart(folder, CGROUPS.format(name=name, then="true"))
    with short_folder() as session:
        apart.environment |= {"XDG_RUNTIME_DIR": str(session)}
        manager = apart.start("/lib/systemd/systemd", "--user") if apart.works else None
        try:
            yield apart if manager and comes_up(apart) else None
        finally:
            if manager:
                os.killpg(manager.pid, signal.SIGTERM)
                manager.wait()
            apart.end()
            subprocess.run(
                ["unshare", "--mount", "sh", "-c", UNGROUP.format(name=name)],
                stderr=subprocess.DEVNULL, check=False,
            )  # fmt: skip


def comes_up(apart: Apart) -> bool:
    """Tell whether systemd answers within a while."""

    def answers() -> bool:
        return b"running" in apart.run("systemctl", "--user", "is-system-running")[1]

    try:
        wait_for(answers, 10)
    except AssertionError:
        return False
    return True
