"""A real browser without a window: to look at pages, measure them, print them, and listen.

`--dump-dom`, `--screenshot` and `--print-to-pdf` are all that is asked of it. What a page's policy
forbids is tried on a copy without the policy: a script is put in, and what it finds is written into
the document, from where it is read.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import axe_core_python
import pypdfium2
import pytest

from terminal import LONGEST

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
AXE = Path(axe_core_python.__file__).with_name("axe.min.js")
DARK = "--blink-settings=preferredColorScheme=0"
# What WCAG 2.2 AA asks for, and what axe's authors think good.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EXAMINE = f"""
for (const one of document.querySelectorAll("details")) one.open = true;
axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(found => tell({{
  violations: found.violations.map(one => [one.id, ...one.nodes.map(node => node.html)]),
  incomplete: found.incomplete.map(one => one.id),
  passes: Object.fromEntries(found.passes.map(one => [one.id, one.nodes.length])),
}}));
"""


class Found(NamedTuple):
    """What axe found: broken rules with what breaks them, rules it is unsure of, rules kept."""

    violations: list[list[str]]
    incomplete: list[str]
    passes: dict[str, int]


class Browser:
    """The browser, with a folder for its profile and for the pages it is shown."""

    def __init__(self, program: str, folder: Path) -> None:
        """Use the program, and the folder for everything."""
        self.program, self.folder = program, folder

    def run(self, page: str, *options: str) -> str:
        """Show a page with some options; return what was printed."""
        path = self.folder / "page.html"
        path.write_text(page, encoding="utf-8")
        profile = f"--user-data-dir={self.folder / 'profile'}"
        done = subprocess.run(
            [self.program, *QUIET, profile, *options, path.as_uri()],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=True,
        )
        return done.stdout

    def measure(self, page: str, script: str, *options: str) -> Any:
        """Run a script in a copy of the page without its policy; return what it `tell`s."""
        said = (
            "const tell = found => { const place = document.createElement('pre');"
            " place.id = 'told'; place.textContent = JSON.stringify(found);"
            " document.body.append(place); };"
        )
        copy = POLICY.sub("", page)
        assert copy != page
        copy = copy.replace("</body>", f"<script>{said}\n{script}</script></body>")
        dom = self.run(copy, "--virtual-time-budget=20000", "--dump-dom", *options)
        told = re.search(r'<pre id="told">(.*?)</pre>', dom, re.DOTALL)
        assert told, "the script told nothing"
        return json.loads(html.unescape(told[1]))

    def axe(self, page: str, *options: str) -> Found:
        """Examine a page, everything in it opened, with axe-core."""
        return Found(**self.measure(page, AXE.read_text(encoding="utf-8") + EXAMINE, *options))

    def pdf(self, page: str) -> pypdfium2.PdfDocument:
        """Print a page to PDF."""
        path = self.folder / "page.pdf"
        self.run(page, "--no-pdf-header-footer", f"--print-to-pdf={path}")
        return pypdfium2.PdfDocument(path)

    def screenshot(self, page: str, width: int, height: int, *options: str) -> Path:
        """Take a picture of a page on a screen of so many CSS pixels."""
        path = self.folder / "page.png"
        self.run(page, f"--window-size={width},{height}", f"--screenshot={path}", *options)
        return path


def find_browser(folder: Path) -> Browser:
    """Return a browser; without one the test is skipped, on the build server it fails."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no browser to look at pages with: install chromium-headless-shell")
        pytest.skip("no browser to look at pages with")
    return Browser(found, folder)
