"""Fill a temporary store with a made-up person and show the plan, the card and `now`."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta

# Nobody's: 555-0100 to 555-0199 are kept free for examples.
FRIDAY = datetime.now(UTC).date() + timedelta((4 - datetime.now(UTC).weekday()) % 7)
TUESDAY = FRIDAY - timedelta(10)
PERSON = f"""
setup --name Alex --timezone America/New_York --region US --about alcohol --about drugs
risk add 'Nights alone' --when 'mon-thu 9pm-midnight' --level high --trigger 'quiet apartment' \
  --if 'I pace' --then 'shoes on, and once round the block' --step shower --step 'tea and the radio'
risk add Payday --when 'every other fri from {FRIDAY} 5pm-11pm' --level high
risk add Sundays --when 'sun 12-5pm'
contact add Sam --role peer --call 555-0114 --when 'daily 6-11pm' --per-week 3 \
  --say 'Rough evening. Got ten minutes?'
contact add Priya --role peer --text 555-0127 --when 'mon-thu 8-10pm' --per-week 2
contact add Dana --role family --call 555-0136 --when 'fri-sun 10am-8pm' --per-week 2
step add 'Shoes on, once round the block' --kind alone
step add 'Tea and the radio' --kind alone
step add 'Phone charges in the kitchen' --kind safer
group add 'Tuesday Lifeline' --when 'tue 7-8pm' --where "St Luke's hall"
group add 'SMART Friday' --when 'fri 7-8:30pm' --format online
meeting log 'Tuesday Lifeline' --at '{TUESDAY} 19:00' --said listened
"""
SHOWN = (("plan",), ("card",), ("now",))


def recoverplan(*arguments: str, shown: bool) -> None:
    """Run one command; stop the demo with its message if it fails."""
    sys.stdout.flush()
    done = subprocess.run(
        [sys.executable, "-m", "recoverplan", *arguments],
        stdout=None if shown else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"recoverplan {' '.join(arguments)}\n{done.stderr}")


def main() -> None:
    """Set up the made-up person, show three screens, and leave nothing behind."""
    with tempfile.TemporaryDirectory(prefix="demo-") as folder:
        os.environ["RECOVERPLAN_HOME"] = folder
        os.environ.pop("RECOVERPLAN_NOW", None)
        for line in PERSON.strip().splitlines():
            recoverplan(*shlex.split(line), shown=False)
        print("An example: Alex is made up, and so are these people and numbers (555-01xx).")
        for arguments in SHOWN:
            print(f"\n$ recoverplan {' '.join(arguments)}\n")
            recoverplan(*arguments, shown=True)
        print(
            "\nThat was a temporary store, gone now. For your own: .venv-demo/bin/recoverplan setup"
        )


if __name__ == "__main__":
    main()
