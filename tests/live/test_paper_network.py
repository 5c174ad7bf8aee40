"""Nothing is fetched for paper: no socket of Python's, and no template that names a package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Run
from live.test_no_network import GUARD, python
from recoverplan.writers.paper.compiling import TEMPLATES
from whole.test_first_week import ALEX, enter

pytestmark = pytest.mark.live

MADE = (
    GUARD
    + """
from recoverplan.__main__ import main
place = sys.argv[1]
for line in ("card --pdf {}.pdf --qr", "card --png {}.png", "plan --pdf {}-week.pdf",
             "risk map --pdf {}-map.pdf", "risk map --blank --pdf {}-blank.pdf"):
    sys.argv = ["recoverplan", *(part.format(place) for part in line.split())]
    assert main() == 0
print(seen)
"""
)
# What reads a file in a template, and the name it is given.
READING = re.compile(
    r"\b(?:import|include|read|json|image|plugin|csv|yaml|toml|xml|cbor|bibliography)"
    r" *\(? *\"([^\"]*)\""
)


def test_no_sheet_opens_a_socket(run: Run, tmp_path: Path) -> None:
    enter(run, *ALEX, 'contact add|#import "@preview/cetz:0.3.0": *|--role|peer|--call|555-0101')
    done = python(MADE, str(tmp_path / "made"))
    assert done.stdout.endswith("\n[]\n")
    assert len(done.stdout.splitlines()) == 6


def test_templates_read_only_each_other() -> None:
    # What sets them is no Python: the hook would not see its sockets. It opens one only for a
    # package, and a package is named with an @.
    named = {
        name
        for template in TEMPLATES.glob("*.typ")
        for name in READING.findall(template.read_text(encoding="utf-8"))
    }
    assert "house.typ" in named
    assert named <= {path.name for path in TEMPLATES.glob("*.typ")}
