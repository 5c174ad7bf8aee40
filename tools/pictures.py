"""Make the pictures of the README with the program itself: card and week of a made-up person.

Needs a browser (chromium-headless-shell) and a font for the page; what is written there depends on
neither. Paper brings its own fonts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import DARK, Browser, find_browser  # noqa: E402 - beside the tests, not installed
from whole.test_first_week import ALEX, words_of  # noqa: E402

IMAGES = ROOT / "docs" / "images"
SCREEN = (390, 840)  # of a phone, in its own pixels
BETWEEN = 28
MONDAY = "2026-11-23T10:00"
COLORS = 96  # enough for text, and a small file
GREYS = 16  # of what is printed in black
CARD_DOTS, SHEET_DOTS = 150, 90  # of a picture, an inch of paper
EDGE = 12  # of white around the card


def recoverplan(*arguments: str) -> None:
    """Run one command; stop with its message if it does not succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "recoverplan", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"recoverplan {' '.join(arguments)}\n{done.stderr}")


def plan_page(folder: Path, browser: Browser) -> None:
    """Draw the plan's page on two phones, by day and by night."""
    path = folder / "week.html"
    recoverplan("plan", "--html", str(path))
    page = path.read_text(encoding="utf-8")
    width, height = SCREEN
    both = Image.new("RGB", (2 * width + 3 * BETWEEN, height + 2 * BETWEEN), "#d5dcde")
    for place, options in enumerate(((), (DARK,))):
        with Image.open(browser.screenshot(page, width, height, *options)) as shot:
            both.paste(shot, (BETWEEN + place * (width + BETWEEN), BETWEEN))
    save(both, "plan-page.png")


def card(folder: Path) -> None:
    """Draw the card as it is printed, both sides before it is folded."""
    path = folder / "card.pdf"
    recoverplan("card", "--pdf", str(path), "--copies", "1", "--qr")
    sheet = printed(path, CARD_DOTS)
    # What is said to whoever prints it stands at the foot of the sheet.
    upper = sheet.crop((0, 0, sheet.width, sheet.height // 2))
    left, top, right, bottom = ImageChops.invert(upper).getbbox() or (0, 0, *upper.size)
    save(upper.crop((left - EDGE, top - EDGE, right + EDGE, bottom + EDGE)), "card.png", GREYS)


def plan_sheet(folder: Path) -> None:
    """Draw the plan as it is printed."""
    path = folder / "week.pdf"
    recoverplan("plan", "--pdf", str(path))
    save(printed(path, SHEET_DOTS), "plan-sheet.png", GREYS)


def printed(path: Path, dots: int) -> Image.Image:
    """Return the first page of a PDF, at so many dots an inch."""
    document = pypdfium2.PdfDocument(path)
    picture: Image.Image = document[0].render(scale=dots / 72).to_pil().convert("RGB")
    document.close()
    return picture


def save(picture: Image.Image, name: str, colors: int = COLORS) -> None:
    """Keep a picture, as small as it can be."""
    IMAGES.mkdir(exist_ok=True)
    path = IMAGES / name
    picture.quantize(colors).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")


def main() -> None:
    """Enter the made-up person into a store of the moment, and make every picture."""
    with tempfile.TemporaryDirectory(prefix="pictures-") as name:
        folder = Path(name)
        os.environ |= {
            "RECOVERPLAN_HOME": str(folder / "home"),
            "RECOVERPLAN_NOW": MONDAY,
            "TZ": "America/New_York",
        }
        for line in ALEX:
            recoverplan(*words_of(line))
        card(folder)
        plan_sheet(folder)
        plan_page(folder, find_browser(folder))


if __name__ == "__main__":
    main()
