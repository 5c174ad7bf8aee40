"""Reading a page back as a browser would: its words, its elements, its links."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

BLOCKS = frozenset({"dd", "div", "dt", "h1", "h2", "li", "p", "q", "title"})


class PageRead(HTMLParser):
    """A page taken apart. `said` leaves out the style; `links` are pairs of target and text."""

    def __init__(self, page: str) -> None:
        """Read the page."""
        super().__init__()
        self.said = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element and its attributes."""
        self.tags.add(tag)
        self._inside.append(tag)
        self.attributes |= {name for name, _ in attrs}
        target = dict(attrs).get("href")
        if target is not None:
            self.links.append((target, ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element; what follows a block is another word."""
        self.said += " " if tag in BLOCKS else ""
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        if "style" in self._inside:
            return
        self.said += data
        if "a" in self._inside:
            target, text = self.links[-1]
            self.links[-1] = (target, text + data)

    @property
    def words(self) -> str:
        """Return what is said, on one line."""
        return " ".join(self.said.split())

    def dials(self) -> set[tuple[str, str, str]]:
        """Return what the links do: scheme, number or address, and the text that a message has."""
        found = set()
        for target, _ in self.links:
            scheme, _, path, query, _ = urlsplit(target)
            found.add((scheme, unquote(path), unquote(query.removeprefix("body="))))
        return found
