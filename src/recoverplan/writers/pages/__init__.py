"""Pages for a browser: templates in data/pages, one style, nothing loaded and nothing run.

A page is one file. Its policy lets it use its own style and nothing else: no script, no picture, no
network. Web addresses are printed as text; only numbers and email addresses are links.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from recoverplan.domain.text import clean
from recoverplan.writers.columns import kept_together

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

FOLDER = Path(__file__).parents[2] / "data" / "pages"
STYLE = "page.css"
POLICY = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def render(template: str, **values: object) -> str:
    """Return the page that the template of that name makes of the values.

    `template` "plan" is data/pages/plan.html.j2, which extends page.html.j2 and so needs a `title`
    for the browser's tab. Every value is escaped, and every text among them made harmless
    (`clean`), so that nothing typed becomes markup. The style is page.css, then plan.css where
    there is one.
    """
    style = style_of(template)
    policy = POLICY.format(digest=digest(style))
    page = environment().get_template(f"{template}.html.j2")
    return page.render(values, style=trusted(style), policy=trusted(policy))


def style_of(template: str) -> str:
    """Return the style of a page: what all pages share, then its own."""
    own = FOLDER / f"{template}.css"
    shared = (FOLDER / STYLE).read_text(encoding="utf-8")
    return shared + (own.read_text(encoding="utf-8") if own.exists() else "")


def digest(text: str) -> str:
    """Return the hash of an inline style, as a Content-Security-Policy names it."""
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def environment() -> Environment:
    """Return jinja2's environment: escaping always, a value that is not given is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["unbroken"] = unbroken
    return made


def harmless(value: object) -> object:
    """Return a text cleaned, anything else as it is; markup of the templates' own is no text."""
    from markupsafe import Markup

    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def trusted(text: str) -> Markup:
    """Return text of the program's own as markup."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - the page's own style and policy


def unbroken(text: str) -> Markup:
    """Return a text in which an hour and its am or pm stay on one line."""
    from markupsafe import escape

    return escape(kept_together(clean(text)))
