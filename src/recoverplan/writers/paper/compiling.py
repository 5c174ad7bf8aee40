"""A template and data become a page: the one place that calls typst.

Templates are files of data/paper and decide nothing. Data reaches them as JSON, so that whatever
somebody typed is text and never a template's own language. They read no file but templates and
fonts that ship, and no package is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from recoverplan.writers.paper.letters import Lacking, changed, lacking, printable, texts

if TYPE_CHECKING:
    import typst

DATA = Path(__file__).parents[2] / "data"
TEMPLATES, FONTS = DATA / "paper", DATA / "fonts"
# PDF/UA: tagged and titled, so that it can be heard. It also refuses letters without a font.
MOST_LETTERS = 300
STANDARD: Literal["ua-1"] = "ua-1"
TRY = b'#set document(title: "-", date: none)\n#set text(font: "Noto Sans")\n#sys.inputs.letters'


class Paper(NamedTuple):
    """A finished page or picture, and the texts that are not printed letter for letter.

    `pages`: how many there are, where it can be more than one; `notes`: what has to be said of it.
    """

    content: bytes
    lacking: tuple[Lacking, ...] = ()
    pages: int = 1
    notes: tuple[str, ...] = ()


def compile_page(
    template: str, data: Mapping[str, Any], kind: Literal["pdf", "png"] = "pdf", ppi: float = 216
) -> Paper:
    """Compile the template of a name ("card") with data made of dicts, lists, texts and numbers.

    A PDF may have several pages, a PNG (at `ppi` pixels an inch) has one. The same template and
    data give the same bytes on one machine, whenever it is.
    """
    compiler = ready(template, data)
    made = compiler.compile(format="png", ppi=ppi) if kind == "png" else as_pdf(compiler)
    content = made if isinstance(made, bytes) else b"".join(made or [])
    return Paper(content, what_is_lacking(data))


def in_largest(
    template: str, data: Mapping[str, Any], sizes: Iterable[float], otherwise: float
) -> Paper:
    """Return a PDF in the largest letters (points) in which it is one page, as the template
    measures; where it is none in any, in those of `otherwise`, on as many as it takes.
    """
    for size in sizes:
        if measured(template, {**data, "size": size}) == 1:
            return compile_page(template, {**data, "size": size})
    several = {**data, "size": otherwise}
    return compile_page(template, several)._replace(pages=measured(template, several))


def as_pdf(compiler: typst.Compiler) -> bytes | list[bytes] | None:
    """Return a PDF that can be heard.

    Letters that are there one by one may still find no font together: then it is a PDF only.
    """
    import typst

    try:
        return compiler.compile(format="pdf", pdf_standards=[STANDARD])
    except typst.TypstError:
        return compiler.compile(format="pdf")


def measured(template: str, data: Mapping[str, Any]) -> Any:
    """Return what a template measures: the one value that it labels <measured>."""
    import json

    return json.loads(ready(template, data).query("<measured>", field="value", one=True))


def ready(template: str, data: Mapping[str, Any]) -> typst.Compiler:
    """Return the compiler of a template with its data, every letter of it printable."""
    import json

    import typst

    known = known_letters(data)
    given = changed(data, lambda text: printable(text, known.__contains__))
    return typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=fonts(system=bool(known)),
        sys_inputs={"data": json.dumps(given, ensure_ascii=False)},
    )


def known_letters(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the letters in the data that no font which ships has, but one of this computer."""
    found = (lacking(text) for text in texts(data))
    others = dict.fromkeys(letter for each in found if each for letter in each.letters)
    # Each is tried by itself, which takes a moment: nobody's names have more.
    return frozenset(filter(on_computer, list(others)[:MOST_LETTERS]))


def what_is_lacking(data: Mapping[str, Any]) -> tuple[Lacking, ...]:
    """Return each text that has a picture, or a letter that no font of this computer has."""
    known = known_letters(data)
    found = (lacking(text) for text in dict.fromkeys(texts(data)))
    only = (
        each._replace(letters="".join(letter for letter in each.letters if letter not in known))
        for each in found
        if each
    )
    return tuple(each for each in only if each.letters or each.pictures)


@cache
def fonts(*, system: bool) -> typst.Fonts:
    """Return the fonts that ship; `system` adds the computer's own, which takes a moment."""
    import typst

    return typst.Fonts(
        include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


@cache
def on_computer(letter: str) -> bool:
    """Tell whether a font of this computer has a letter."""
    import typst

    try:
        compiler = typst.Compiler(
            TRY, root=str(TEMPLATES), font_paths=fonts(system=True), sys_inputs={"letters": letter}
        )
        compiler.compile(format="pdf", pdf_standards=[STANDARD])
    except typst.TypstError:
        return False
    return True
