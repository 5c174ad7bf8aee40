"""Looking at paper: PDFs rendered at 300 dots an inch, measured in millimetres, and read back."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

import pypdfium2
import zxingcpp
from PIL import Image, ImageChops

DOTS = 300 / 25.4  # in a millimetre
DARK = 170  # what is darker than this is ink
CARD_WIDTH, CARD_HEIGHT = 85.6, 54.0

# What would tell a stranger what a page is for.
TELLING = re.compile(
    r"(?i)recover|addict|sober|safety|drug|alcohol|gambl|crisis|relapse|lapse|urge|help|hard|group"
)

Box = tuple[float, float, float, float]  # left, top, right, bottom in millimetres


def pages(pdf: bytes) -> list[Image.Image]:
    """Return each page as a picture in color."""
    document = pypdfium2.PdfDocument(pdf)
    shown = [page.render(scale=300 / 72).to_pil().convert("RGB") for page in document]
    document.close()
    return shown


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    document.close()
    return found


def said(pdf: bytes) -> str:
    """Return the text of all pages in one line, so that it does not matter where lines end."""
    return " ".join(" ".join(texts(pdf)).split())


def size(page: Image.Image) -> tuple[float, float]:
    """Return width and height in millimetres."""
    return page.width / DOTS, page.height / DOTS


def part(page: Image.Image, box: Box) -> Image.Image:
    """Return a part of a page, in greys."""
    left, top, right, bottom = (round(edge * DOTS) for edge in box)
    return page.crop((left, top, right, bottom)).convert("L")


def darkest(page: Image.Image, box: Box) -> int:
    """Return the darkest grey in a part of a page: 255 is white."""
    counts = part(page, box).histogram()
    return next(level for level, count in enumerate(counts) if count)


def ink(page: Image.Image, box: Box | None = None) -> Box | None:
    """Return where there is ink on a page, or in a part of it, in millimetres of the page."""
    whole = box or (0, 0, *size(page))
    grey = part(page, whole)
    found = grey.point(lambda level: 255 if level < DARK else 0).getbbox()
    if found is None:
        return None
    left, top, right, bottom = (edge / DOTS for edge in found)
    return left + whole[0], top + whole[1], right + whole[0], bottom + whole[1]


def is_grey(page: Image.Image) -> bool:
    """Tell whether a picture has no color."""
    red, green, blue = page.convert("RGB").split()
    differences = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return all(each.getbbox() is None for each in differences)


def codes(page: Image.Image) -> list[str]:
    """Return what the squares on a page say, as another program reads them."""
    return [found.text for found in zxingcpp.read_barcodes(page.convert("L"))]


def code_boxes(page: Image.Image) -> list[Box]:
    """Return where the squares on a page are, in millimetres."""
    found = [each.position for each in zxingcpp.read_barcodes(page.convert("L"))]
    return [
        (
            each.top_left.x / DOTS,
            each.top_left.y / DOTS,
            each.bottom_right.x / DOTS,
            each.bottom_right.y / DOTS,
        )
        for each in found
    ]


def panels(paper_width: float, top: float, rows: int) -> Iterable[Box]:
    """Yield the panels of a sheet of cards, left and right, row by row."""
    left = (paper_width - 2 * CARD_WIDTH) / 2
    for row in range(rows):
        for column in range(2):
            x, y = left + column * CARD_WIDTH, top + row * CARD_HEIGHT
            yield x, y, x + CARD_WIDTH, y + CARD_HEIGHT


def everything_in(pdf: bytes) -> str:
    """Return all that could be read out of a PDF's bytes, unpacked, beside its drawn text."""
    unpacked = [pdf]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            unpacked.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(unpacked).decode("latin-1")


def metadata(pdf: bytes) -> dict[str, str]:
    """Return what a PDF tells about itself."""
    document = pypdfium2.PdfDocument(pdf)
    found = {name: value for name, value in document.get_metadata_dict().items() if value}
    document.close()
    return found
