"""The card's page in a real browser: on paper it is 85.6 mm wide and folds at 54 mm."""

from __future__ import annotations

import re

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import alex
from browser import DARK, Browser
from recoverplan.writers.pages.card import card_page

pytestmark = pytest.mark.live
MILLIMETRE = 72 / 25.4
PAPER = 150  # millimetres: what is wider is the paper's own background
Box = tuple[float, float, float, float]  # left, top, width, height


def boxes(document: pypdfium2.PdfDocument) -> list[Box]:
    """Return the boxes and lines drawn on the one page, in millimetres from its top."""
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
def test_it_prints_at_the_size_of_a_bank_card_folded(browser: Browser, crowd: int) -> None:
    card = alex.CARD._replace(people=alex.CARD.people * crowd)
    page = card_page(card)
    panels = page.count('<section class="panel">')
    *folds, frame = sorted(boxes(browser.pdf(page)), key=lambda box: box[3])
    # That the sizes are right shows too that the page's policy lets its own style apply. The
    # frame is drawn around the card: half a millimetre more on each side at the most.
    assert frame[2] == pytest.approx(85.6, abs=1.0)
    assert frame[3] == pytest.approx(54 * panels, abs=1.0)
    assert len(folds) == panels - 1
    for number, fold in enumerate(sorted(folds, key=lambda box: box[1]), 1):
        assert fold[2] == pytest.approx(85.6, abs=0.3)
        assert fold[1] - frame[1] == pytest.approx(54 * number, abs=0.8)


def test_everything_on_the_card_is_on_the_paper(browser: Browser) -> None:
    document = browser.pdf(card_page(alex.CARD))
    text = document[0].get_textpage().get_text_range()
    document.close()
    for said in ("Sam", "555-0114", "555-0127", "555-0136", "Rough evening", "Tea and the radio"):
        assert said in text
    assert re.search(r"988 call or text, any hour\s+911 emergency", text)


@pytest.mark.parametrize("light", [(), (DARK,)], ids=["light", "dark"])
def test_everyone_can_use_it(browser: Browser, light: tuple[str, ...]) -> None:
    for card in (alex.CARD, alex.CARD._replace(title="My people")):
        found = browser.axe(card_page(card), *light)
        assert found.violations == []
        assert found.passes["color-contrast"] > 10
