"""What is written for the system's timers: by their documentation, exact, and telling nothing.

launchd and Task Scheduler run nowhere near here: their files are compared with what is documented
of them, and have never been taken by the real ones.
"""

from __future__ import annotations

import plistlib
import re
import shlex
import subprocess
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.writers import timers
from recoverplan.writers.timers import Job

JOB = Job("reminder-0a1b", ("/usr/bin/python3", "-P", "-c", "a; b()", "--store", "/home/a b/notes"))
PATHS = st.text(st.characters(exclude_characters="\n\0", exclude_categories=["Cs"]), min_size=1)

# [MS-TSCH] 2.5: in a sequence the order is fixed; in the settings (xs:all) it is not.
SEQUENCES = {
    "Task": ["RegistrationInfo", "Triggers", "Principals", "Settings", "Data", "Actions"],
    "TimeTrigger": ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit",
                    "RandomDelay"],
    "Exec": ["Command", "Arguments", "WorkingDirectory"],
}  # fmt: skip
ALLOWED = {
    "RegistrationInfo": {"Description"},
    "Triggers": {"TimeTrigger"},
    "Repetition": {"Interval", "Duration", "StopAtDurationEnd"},
    "Principals": {"Principal"},
    "Principal": {"UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"},
    "Settings": {
        "AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy",
        "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate",
        "StartWhenAvailable", "RunOnlyIfNetworkAvailable", "WakeToRun", "Enabled", "Hidden",
        "DeleteExpiredTaskAfter", "IdleSettings", "NetworkSettings", "ExecutionTimeLimit",
        "Priority", "RunOnlyIfIdle",
    },
    "Actions": {"Exec"},
}  # fmt: skip
# launchd.plist(5).
PLIST = {
    "Label": str, "ProgramArguments": list, "ProcessType": str, "RunAtLoad": bool,
    "StandardErrorPath": str, "StandardOutPath": str, "StartCalendarInterval": list,
}  # fmt: skip


def test_a_task_is_as_its_schema_says() -> None:
    data = timers.task(JOB)
    assert data[:2] in (b"\xff\xfe", b"\xfe\xff")  # schtasks refuses anything else
    text = data.decode("utf-16")
    assert text.startswith('<?xml version="1.0" encoding="UTF-16"?>')
    space = f"{{{timers.TASKS}}}"
    root = ElementTree.fromstring(text.partition("?>")[2])
    assert root.get("version") == "1.2"
    for element in root.iter():
        name = element.tag.removeprefix(space)
        below = [each.tag.removeprefix(space) for each in element]
        if name in SEQUENCES:
            places = [SEQUENCES[name].index(each) for each in below]
            assert places == sorted(places), name
        elif below:
            assert set(below) <= ALLOWED[name], name

    def said(*path: str) -> str:
        return str(root.findtext("/".join(space + each for each in path)))

    assert said("Settings", "DisallowStartIfOnBatteries") == "false"
    assert said("Settings", "StartWhenAvailable") == "true"
    assert said("Settings", "MultipleInstancesPolicy") == "IgnoreNew"
    assert said("Triggers", "TimeTrigger", "Repetition", "Interval") == "PT5M"
    assert said("Principals", "Principal", "LogonType") == "InteractiveToken"
    assert said("Actions", "Exec", "Command") == "/usr/bin/python3"
    assert said("Actions", "Exec", "Arguments") == '-P -c "a; b()" --store "/home/a b/notes"'


def test_an_agent_is_as_its_manual_says() -> None:
    made = plistlib.loads(timers.plist(JOB))
    assert {name: type(value) for name, value in made.items()} == PLIST
    assert made["ProgramArguments"] == list(JOB.command)
    assert made["Label"] == "local.reminder-0a1b"
    # An interval would leave out what falls into sleep; of these one comes on waking.
    assert made["StartCalendarInterval"] == [{"Minute": minute} for minute in range(0, 60, 5)]


@given(PATHS)
def test_any_path_comes_back_out_of_a_crontab_line(path: str) -> None:
    job = JOB._replace(command=("/p", "--store", path))
    try:
        line = timers.crontab_line(job).decode()
    except ValueError:
        assert len(shlex.quote(path).encode()) > 300
        return
    assert line.count("\n") == 1
    assert line.endswith(" >/dev/null 2>&1 # reminder-0a1b\n")
    # cron ends a line at a % that has no \ before it, and takes that \ away.
    assert not re.search(r"(?<!\\)%", line)
    command = line.replace(r"\%", "%").removeprefix("*/5 * * * * ")
    assert shlex.split(command, comments=True)[:3] == ["/p", "--store", path]


@given(PATHS)
def test_any_path_comes_back_out_of_a_unit(path: str) -> None:
    line = (
        next(
            row
            for row in timers.service(JOB._replace(command=("/p", path))).split("\n")
            if row[:4] == "Exec"
        )
        if "\r" not in path and "\x0b" not in path
        else ""
    )
    if line:
        quoted = line.removeprefix('ExecStart="/p" "').removesuffix('"')
        back = re.sub(r'\\([\\"])', r"\1", quoted.replace("$$", "$").replace("%%", "%"))
        assert back == path


@pytest.mark.parametrize("path", ["/a\nb", "/" + "a" * 900])
def test_what_no_crontab_can_hold_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"^b['\"]\*/5 "):
        timers.crontab_line(JOB._replace(command=(path,)))


def test_sh_runs_what_stands_in_a_line() -> None:
    odd = "it's $HOME 50% `x` \\ é #1"
    job = JOB._replace(command=("printf", "%s|", odd))
    line = timers.crontab_line(job).decode().replace(r"\%", "%").replace(">/dev/null 2>&1", "")
    command = line.removeprefix("*/5 * * * * ")
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True, text=True)
    assert done.stdout == f"{odd}|"
