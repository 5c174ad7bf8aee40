"""A real calendar server on this machine, and programs that sync with it, as docs/phone.md says.

All of them are started by a test and ended with it. In front of the server stands a gate that can
be shut in the middle of a sync.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import Request, urlopen

from desktop import wait_for

PROGRAMS = Path(sys.executable).parent
DOCS = Path(__file__).parents[1] / "docs" / "phone.md"
IN_DOCS = "http://localhost:5232/"


def block(saying: str) -> str:
    """Return the configuration in docs/phone.md that says something."""
    found = re.findall(r"```ini\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    (one,) = [each for each in found if saying in each]
    return str(one)


class Gate:
    """A port that hands on to another; shut, it drops each PUT after so many."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.left: int | None = None
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listening.getsockname()[1])
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        """Take connections until the gate is closed."""
        with suppress(OSError):
            while True:
                client, _ = self.listening.accept()
                server = socket.create_connection(("127.0.0.1", self.to))
                for ends in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self.hand_on, args=ends, daemon=True).start()

    def hand_on(self, source: socket.socket, target: socket.socket, asking: bool) -> None:
        """Hand on what comes from one end."""
        with suppress(OSError), source, target:
            while piece := source.recv(65536):
                if asking and self.left is not None:
                    puts = piece.count(b"PUT /")
                    self.left -= puts
                    if puts and self.left < 0:
                        for end in (source, target):  # the other thread waits for one of them
                            end.shutdown(socket.SHUT_RDWR)
                        return
                target.sendall(piece)

    def close(self) -> None:
        """Take no more connections."""
        self.listening.close()


class Server:
    """A running Radicale: `port` is the gate's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            own = int(free.getsockname()[1])
        self.running = subprocess.Popen(
            [
                *(sys.executable, "-m", "radicale", "--config", "", "--auth-type", "none"),
                *("--server-hosts", f"127.0.0.1:{own}", "--web-type", "none"),
                *("--storage-filesystem-folder", str(folder)),
            ],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_for(lambda: answers(own))
        self.gate = Gate(own)
        self.url = f"http://localhost:{self.gate.port}/"

    def holds(self, collection: str) -> bytes:
        """Return a whole calendar or address book as the server gives it to a phone."""
        asking = Request(f"http://127.0.0.1:{self.gate.to}/me/{collection}/")
        asking.add_header("Authorization", "Basic bWU6bWU=")
        with urlopen(asking, timeout=30) as found:
            return bytes(found.read())

    def items(self, ending: str) -> dict[str, bytes]:
        """Return the files that the server keeps."""
        found = self.folder.glob(f"collection-root/me/*/*{ending}")
        return {path.name: path.read_bytes() for path in found}

    def end(self) -> None:
        """End it."""
        self.gate.close()
        self.running.kill()
        self.running.wait()


def answers(port: int) -> bool:
    """Tell whether something listens."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@contextmanager
def radicale(folder: Path) -> Iterator[Server]:
    """Run Radicale on this machine alone."""
    server = Server(folder)
    try:
        yield server
    finally:
        server.end()


class Device:
    """A computer with a home of its own, on which the programs are set up as the docs say."""

    def __init__(self, home: Path, server: Server | None = None) -> None:
        self.home = home
        self.sync_folder = home / "sync"
        self.sync_folder.mkdir(parents=True, exist_ok=True)
        self.configure("khal/config", block("[calendars]"))
        self.configure("khard/khard.conf", block("[addressbooks]"))
        if server is not None:
            own = block(IN_DOCS).replace(IN_DOCS, server.url)
            self.configure("vdirsyncer/config", f"{block('[general]')}\n{own}")

    def configure(self, name: str, text: str) -> None:
        """Write a configuration."""
        path = self.home / ".config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run(self, *command: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run one of the programs here."""
        kept = {name: os.environ[name] for name in ("PATH", "TZ") if name in os.environ}
        return subprocess.run(
            [str(PROGRAMS / command[0]), *command[1:]],
            input=given, capture_output=True, text=True, check=False, timeout=120,
            env={**kept, "HOME": str(self.home), "LC_ALL": "C.UTF-8"},
        )  # fmt: skip

    def discover(self) -> None:
        """Let vdirsyncer make what is not there yet."""
        done = self.run("vdirsyncer", "discover", given="y\n" * 10)
        assert done.returncode == 0, done.stderr

    def sync(self) -> None:
        """Sync with the server."""
        done = self.run("vdirsyncer", "sync")
        assert done.returncode == 0, done.stderr
