"""Conversations at a pseudo terminal, without the start of a program for each.

One process of its own has imported all commands; for each command line it forks one that runs it on
a new terminal. What is asked, and that an answer is waited for, comes on a pipe beside it, so that
no test has to find a question in what is drawn.
"""

from __future__ import annotations

import array
import json
import os
import select
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from terminal import LONGEST, STYLES

HERE = Path(__file__).parent


class Speakers:
    """The process that forks a command for each conversation."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.socket = ours
        self.process = subprocess.Popen(
            [sys.executable, "-c", "import talking; talking.serve()", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": str(HERE)},
            cwd=HERE,
        )
        theirs.close()

    def talk(self, line: list[str], columns: int = 80) -> Talk:
        """Begin a conversation with the environment of this process."""
        told = json.dumps(
            {"line": line, "columns": columns, "env": dict(os.environ), "cwd": str(Path.cwd())}
        )
        self.socket.sendall(f"{len(told):8}{told}".encode())
        _, passed, _, _ = socket.recv_fds(self.socket, 1, 2)
        return Talk(*passed)

    def close(self) -> None:
        """End the process."""
        self.socket.close()
        self.process.wait(timeout=LONGEST)


class Talk:
    """One command on a terminal: `asked` is the question that waits, None at the end."""

    def __init__(self, terminal: int, events: int) -> None:
        self.terminal = terminal
        self.events = events
        self.shown = ""  # since the last answer
        self.pending = b""
        self.asked: dict[str, Any] | None = None
        self.code: int | None = None
        self.listen()

    def listen(self) -> None:
        """Read what is shown until a question waits, or the command ends."""
        shown = bytearray()
        while True:
            line, end, rest = self.pending.partition(b"\n")
            if end:
                self.pending = rest
                event = json.loads(line)
                self.code = event.get("exit")
                self.asked = None if "exit" in event else event
                break
            ready, _, _ = select.select([self.terminal, self.events], [], [], LONGEST)
            assert ready, f"Nothing was asked: {self.shown}{shown.decode(errors='replace')}"
            if self.events in ready:
                self.pending += os.read(self.events, 65536)
            if self.terminal in ready:
                shown += self.read()
        while select.select([self.terminal], [], [], 0)[0] and (more := self.read()):
            shown += more
        text = STYLES.sub("", shown.decode("utf-8", "replace"))
        self.shown = " ".join(text.split())

    def read(self) -> bytes:
        """Return what is shown; nothing at the end, which a terminal says by an error."""
        try:
            return os.read(self.terminal, 65536)
        except OSError:
            return b""

    def type(self, text: str) -> None:
        """Type a text, and wait for the next question or the end."""
        os.write(self.terminal, text.encode())
        self.listen()

    def answer(self, text: str) -> None:
        """Answer the question that waits: a line, or a key with the word that it begins."""
        self.type(f"{text}\r")

    def close(self) -> None:
        """Hang up."""
        os.close(self.terminal)
        os.close(self.events)


def serve() -> None:
    """Fork a command for each line that comes, and send back its terminal and its events."""
    prepare()
    with socket.socket(fileno=int(sys.argv[1])) as wire:
        while (size := wire.recv(8, socket.MSG_WAITALL)).strip():
            told = json.loads(wire.recv(int(size), socket.MSG_WAITALL))
            wire.sendmsg([b"."], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, begin(**told))])
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:  # those that have ended
                    pass


def begin(line: list[str], columns: int, env: dict[str, str], cwd: str) -> array.array[int]:
    """Fork one command onto a new terminal."""
    import fcntl
    import pty
    import struct
    import termios

    listening, telling = os.pipe()
    child, terminal = pty.fork()
    if not child:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 200, columns, 0, 0))
        os.close(listening)
        os.environ.clear()
        os.environ.update(env)
        os.chdir(cwd)
        code = 70
        try:
            code = speak(line, telling)
        finally:
            with suppress(OSError):
                os.write(telling, json.dumps({"exit": code}).encode() + b"\n")
            os._exit(0)
    os.close(telling)
    passed = array.array("i", [terminal, listening])
    SENT.append(passed)
    for earlier in SENT[:-1]:  # the other side has its own by now
        for descriptor in earlier:
            os.close(descriptor)
    del SENT[:-1]
    return passed


SENT: list[array.array[int]] = []
ASKING: list[Any] = []


def prepare() -> None:
    """Import what all commands need, and hear of each question."""
    from forking import load_the_program
    from recoverplan.cli import asking

    asking.ask = heard(asking.ask)
    from recoverplan.cli import keyboard

    keyboard.press = heard(keyboard.press)
    load_the_program()


def heard(asks: Any) -> Any:
    """Return what asks, noting its question while it does."""

    def ask(question: Any, *given: Any, **named: Any) -> Any:
        ASKING.append(question)
        try:
            return asks(question, *given, **named)
        finally:
            ASKING.pop()

    return ask


def speak(line: list[str], telling: int) -> int:
    """Run one command line in this process, saying whenever an answer is waited for."""
    import zoneinfo

    from recoverplan.__main__ import main
    from recoverplan.cli import asking, keyboard
    from recoverplan.cli.asking import tape

    zoneinfo.reset_tzpath([])
    wait = asking.wait_for_typing

    def say_and_wait() -> None:
        sys.stderr.flush()
        question = ASKING[-1] if ASKING else None
        told = {"question": question, "why": getattr(question, "why", ""), "at": len(tape.answers)}
        os.write(telling, json.dumps(told).encode() + b"\n")
        wait()

    for module in (asking, keyboard):
        vars(module)["wait_for_typing"] = say_and_wait
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    sys.argv = ["recoverplan", *line]
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    return code
