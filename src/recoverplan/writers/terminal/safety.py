"""The safety plan on the terminal: headings at the left where there is room, else above."""

from __future__ import annotations

from recoverplan.domain.safety import SafetyPlan
from recoverplan.writers.columns import wrap
from recoverplan.writers.safety import notes, sections
from recoverplan.writers.terminal.style import Row, Screen

LEFT, WIDE = 24, 70  # columns of the headings; from this width on they stand at the left


def safety_screen(plan: SafetyPlan, title: str, width: int) -> Screen:
    """Return the plan for a terminal of this width."""
    rows: list[Row] = [[(title, "title")]]
    left = LEFT if width >= WIDE else 2
    room = width - left - 1
    for section in sections(plan):
        lines = [(part, "") for line in section.lines for part in wrap(line, room)]
        if section.asks:
            lines += [(part, "quiet") for part in wrap(section.asks, room)]
            lines += [(part, "command") for part in wrap(section.add, room)]
        heads = wrap(section.heading, LEFT - 2) if width >= WIDE else []
        if width < WIDE:
            rows += [[(part, "name")] for part in wrap(section.heading, width - 1)]
        for place in range(max(len(heads), len(lines))):
            head = heads[place] if place < len(heads) else ""
            text, style = lines[place] if place < len(lines) else ("", "")
            rows.append([(head.ljust(left), "name"), (text, style)])
    for note in notes(plan):
        rows += [[(part, "quiet")] for part in wrap(note, width - 1)]
    return Screen(rows)
