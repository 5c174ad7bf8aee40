"""A template as its file, and line by line in words."""

from __future__ import annotations

import json

from recoverplan.domain.phrase.wording import short_words
from recoverplan.domain.step import KINDS
from recoverplan.domain.template import SCHEMA, Template, TemplateLine
from recoverplan.words import template as words
from recoverplan.writers.export import encoded


def template_text(template: Template) -> str:
    """Return the file: JSON that people can read."""
    document = {
        "schema": SCHEMA,
        "hard_hours": [encoded(each) for each in template.hard_hours],
        "steps": [encoded(each) for each in template.steps],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def line_said(line: TemplateLine, template: Template, *, clock24: bool) -> str:
    """Return one line of a template in words."""
    if line.hours is None:
        return words.STEP.format(kind=KINDS[line.field], text=line.text)
    if line.field == "hours":
        hours = template.hard_hours[line.hours]
        when = short_words(hours.hours.schedule, clock24=clock24)
        return words.HOURS.format(label=line.text, when=when, level=hours.level)
    return words.WITHIN[line.field].format(text=line.text)
