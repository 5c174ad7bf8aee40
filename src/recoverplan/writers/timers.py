"""What is written so that the system calls `remind run` every five minutes, as text.

Names are neutral; but for the path of the program and of the data nothing in them tells what it is
for. systemd.timer(5), crontab(5), launchd.plist(5) and [MS-TSCH] are the sources of the forms.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from recoverplan.home import REMINDERS_NEXT
from recoverplan.ringing import PRINT
from recoverplan.value import NamedTuple

EVERY = 5  # minutes
LONGEST_LINE = 900  # bytes; cron takes 998
TASKS = "http://schemas.microsoft.com/windows/2004/02/mit/task"


class Job(NamedTuple):
    """What is to be called: a name that tells one store's from another's, and the command."""

    name: str
    command: tuple[str, ...]


class Entry(NamedTuple):
    """What is written for a job: where, and what."""

    where: str
    text: str


def service(job: Job) -> str:
    """Return the systemd unit that runs it once; every word stands for itself."""
    program, *arguments = map(quoted, job.command)
    # Variables are put into arguments, never into the program's path.
    line = " ".join((program, *(word.replace("$", "$$") for word in arguments)))
    return f"""[Unit]
Description=Reminders

[Service]
Type=oneshot
ExecStart={line}
TimeoutStartSec=60
LogLevelMax=notice
"""


def quoted(word: str) -> str:
    """Return a word as systemd takes it literally, variables apart."""
    for sign, stands_for in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%")):
        word = word.replace(sign, stands_for)
    return f'"{word}"'


def timer() -> str:
    """Return the systemd unit that calls the service: by the clock, since counting pauses in
    sleep. `Persistent` would leave a file behind and gain nothing.
    """
    return f"""[Unit]
Description=Reminders, every five minutes

[Timer]
OnCalendar=*:0/{EVERY}
AccuracySec=30s
Persistent=false

[Install]
WantedBy=timers.target
"""


def crontab_line(job: Job) -> bytes:
    r"""Return the line of a crontab, with our mark in a comment of sh at its end.

    Outside quotes `\%` is a % to every cron. Raises ValueError for a path that no crontab can hold.
    """
    words = (r"\%".join(map(shell_quoted, word.split("%"))) for word in job.command)
    line = f"*/{EVERY} * * * * {' '.join(words)} >/dev/null 2>&1".encode()
    if b"\n" in line or len(line) > LONGEST_LINE:
        raise ValueError(line)
    return line + crontab_mark(job) + b"\n"


def crontab_mark(job: Job) -> bytes:
    """Return what our line ends with, and no other does."""
    return f" # {job.name}".encode()


def shell_quoted(part: str) -> str:
    """Return a part of a word, quoted for sh; nothing stays nothing."""
    return shlex.quote(part) if part else ""


def plist(job: Job) -> bytes:
    """Return launchd's agent: by the calendar, since an interval leaves out what falls in sleep."""
    import plistlib

    return plistlib.dumps(
        {
            "Label": label(job),
            "ProgramArguments": list(job.command),
            "ProcessType": "Background",
            "RunAtLoad": True,
            "StandardErrorPath": "/dev/null",
            "StandardOutPath": "/dev/null",
            "StartCalendarInterval": [{"Minute": minute} for minute in range(0, 60, EVERY)],
        }
    )


def label(job: Job) -> str:
    """Return the name under which launchd knows the agent."""
    return f"local.{job.name}"


def task(job: Job) -> bytes:
    """Return the task of Windows, as schtasks wants it: UTF-16 with its mark, elements in order.

    It also runs on batteries, which is not what Windows does unasked, and never twice at once.
    """
    program, arguments = command_in_task(job)
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="{TASKS}">
  <RegistrationInfo>
    <Description>Reminders</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Repetition>
        <Interval>PT{EVERY}M</Interval>
      </Repetition>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Hidden>true</Hidden>
    <ExecutionTimeLimit>PT2M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
""".encode("utf-16")


def command_in_task(job: Job) -> tuple[str, str]:
    """Return the program and its arguments as they stand in a task."""
    from subprocess import list2cmdline
    from xml.sax.saxutils import escape  # which loads all that fetches from networks

    program, *arguments = job.command
    return escape(program), escape(list2cmdline(arguments))


FOLDER = Path(__file__).parents[1] / "data" / "prompts"


def lines_for(shell: str, home: Path, job: Job) -> list[str]:
    """Return the lines for bash, zsh or fish."""
    quoted = fish_quoted if shell == "fish" else shlex.quote
    run = " ".join(map(quoted, (*job.command, PRINT)))
    text = (FOLDER / shell).read_text(encoding="utf-8")
    # The path first: a command may hold anything.
    text = text.replace("@NEXT@", quoted(str(home / REMINDERS_NEXT)))
    return text.replace("@RUN@", run).splitlines()


def fish_quoted(word: str) -> str:
    """Return a word quoted for fish, where a backslash means something between quotes."""
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'"
