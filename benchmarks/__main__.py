"""Every figure of this folder, taken in one run: `python -m benchmarks [NAME]...`.

Each module has `figures() -> list[tuple[str, float, float]]`: what was measured, the figure, and
what is allowed (infinity where it stands only beside the others). Exit 1 if one is above that.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from math import isinf
from pathlib import Path


def main(wanted: list[str]) -> int:
    """Print the figures of the modules named, or of all."""
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    above = 0
    for name in names:
        if name.startswith("__") or (wanted and name not in wanted):
            continue
        figures = getattr(import_module(f"benchmarks.{name}"), "figures", None)
        if figures is None:
            continue
        print(name)
        for what, figure, allowed in figures():
            said = "" if isinf(allowed) else f"at most {allowed:g}"
            mark = "  ABOVE" if figure > allowed else ""
            above += figure > allowed
            print(f"  {figure:8.2f}  {said:12}  {what}{mark}")
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
