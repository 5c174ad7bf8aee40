"""The card's page in a real browser: on paper it is 85.6 mm wide and folds at 54 mm."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import alex
from recoverplan.writers.pages.card import card_page

pytestmark = pytest.mark.live
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MILLIMETRE = 72 / 25.4
PAPER = 150  # millimetres: what is wider is the paper's own background
Browse = Callable[..., str]
Box = tuple[float, float, float, float]  # left, top, width, height


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Run the browser over a page with one more option; return what it printed."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no browser to look at pages with: install chromium-headless-shell")
        pytest.skip("no browser to look at pages with")

    def run(page: str, *options: str) -> str:
        path = tmp_path / "card.html"
        path.write_text(page, encoding="utf-8")
        profile = f"--user-data-dir={tmp_path / 'profile'}"
        done = subprocess.run(
            [found, *QUIET, profile, *options, path.as_uri()],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout

    return run


def boxes(pdf: Path) -> list[Box]:
    """Return the boxes and lines drawn on the one page, in millimetres from its top."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    page = document[0]
    found: list[Box] = []
    for drawn in page.get_objects():
        if drawn.type == pdfium.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = (edge / MILLIMETRE for edge in drawn.get_bounds())
            found.append((left, page.get_height() / MILLIMETRE - top, right - left, top - bottom))
    document.close()
    return [box for box in found if box[2] < PAPER]


@pytest.mark.parametrize("crowd", [1, 6])
def test_it_prints_at_the_size_of_a_bank_card_folded(
    browse: Browse, tmp_path: Path, crowd: int
) -> None:
    card = alex.CARD._replace(people=alex.CARD.people * crowd)
    page = card_page(card)
    panels = page.count('<section class="panel">')
    pdf = tmp_path / "card.pdf"
    browse(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    *folds, frame = sorted(boxes(pdf), key=lambda box: box[3])
    # That the sizes are right shows too that the page's policy lets its own style apply. The
    # frame is drawn around the card: half a millimetre more on each side at the most.
    assert frame[2] == pytest.approx(85.6, abs=1.0)
    assert frame[3] == pytest.approx(54 * panels, abs=1.0)
    assert len(folds) == panels - 1
    for number, fold in enumerate(sorted(folds, key=lambda box: box[1]), 1):
        assert fold[2] == pytest.approx(85.6, abs=0.3)
        assert fold[1] - frame[1] == pytest.approx(54 * number, abs=0.8)


def test_everything_on_the_card_is_on_the_paper(browse: Browse, tmp_path: Path) -> None:
    pdf = tmp_path / "card.pdf"
    browse(card_page(alex.CARD), "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    for said in ("Sam", "555-0114", "555-0127", "555-0136", "Rough evening", "Tea and the radio"):
        assert said in text
    assert re.search(r"988 call or text, any hour\s+911 emergency", text)
