"""Make the fonts for paper out of Noto Sans, and the table of the letters that they have.

    .venv/bin/python tools/fonts.py FOLDER

FOLDER holds NotoSans-Regular.ttf and NotoSans-Bold.ttf, as the Debian package fonts-noto-core
brings them (/usr/share/fonts/truetype/noto). Kept are Latin, Greek, Cyrillic and Vietnamese with
their marks, punctuation and currency signs, without hints for small screens: paper needs none.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "src/recoverplan/data/fonts"
TABLE = ROOT / "src/recoverplan/data/font_letters.py"
FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
KEPT = (
    range(0x20, 0x530),  # Latin, marks, Greek, Cyrillic
    range(0x1E00, 0x2000),  # Vietnamese and other Latin with marks, Greek with accents
    range(0x2000, 0x20D0),  # punctuation, small figures, currency
    range(0x2100, 0x2190),  # signs like letters, fractions
    (0x25CC, 0xFB00, 0xFB01, 0xFB02, 0xFB03, 0xFB04, 0xFFFD),
)
FEATURES = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "lnum", "tnum"]
HEAD = '''"""Which letters the fonts for paper have: ranges of code points, both ends included.

Written by tools/fonts.py; a test holds it against the fonts.
"""

LETTERS = (
'''


def main(folder: Path) -> None:
    """Write both faces and the table."""
    for face in FACES:
        make(folder / face, FONTS / face)
    lines = "".join(f"    (0x{first:04X}, 0x{last:04X}),\n" for first, last in ranges(letters()))
    TABLE.write_text(f"{HEAD}{lines})\n", encoding="utf-8")
    for face in FACES:
        print(face, (FONTS / face).stat().st_size, "bytes")


def make(source: Path, target: Path) -> None:
    """Write the part of a face that is kept; the same bytes for the same face."""
    # Every name stays: copyright and license are among them.
    options = subset.Options(
        hinting=False, layout_features=FEATURES, notdef_outline=True, name_IDs=["*"]
    )
    font = subset.load_font(str(source), options)
    font.recalcTimestamp = False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[code for codes in KEPT for code in codes])
    worker.subset(font)
    subset.save_font(font, str(target), options)


def letters() -> list[int]:
    """Return the code points that every face has."""
    has = [set(TTFont(FONTS / face).getBestCmap()) for face in FACES]
    return sorted(set.intersection(*has))


def ranges(codes: list[int]) -> list[tuple[int, int]]:
    """Return sorted code points as ranges, both ends included."""
    found: list[tuple[int, int]] = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(TABLE)], check=True)
