"""A phrase cut into words, numbers and signs, each with its place in what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recoverplan.domain import saying
from recoverplan.domain.phrase.refusal import Refusal
from recoverplan.value import NamedTuple

PATTERN = re.compile(
    r"""
    (?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))(?:[tT](?=\d))?
    | (?P<always>24/7(?![\d/]))
    | (?P<slashed>\d{1,4}[/.]\d{1,2}[/.]\d{1,4}(?!\d) | \d{1,2}/\d{1,2}(?!\d)
        | \d{1,2}-\d{1,2}-\d{4}(?!\d))
    | (?P<clock>\d{1,2}[:.]\d{2}(?!\d))
    | (?P<number>\d+)
    | (?P<word>[ap]\.m\b\.? | [^\W\d_]+(?:['’][^\W\d_]+)?\.?)
    | (?P<sign>\S)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
TO = ("-", "to", "until")
NUMBERS = {word: number for number, word in enumerate(saying.NUMBERS, 1)}
SAME = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "&": "and",
    "+": "and",
    "a.m": "am",
    "p.m": "pm",
    "through": "to",
    "thru": "to",
    "till": "until",
    "til": "until",
    "lasting": "for",
    "bis": "to",
    "weekday's": "weekdays",
    "weekend's": "weekends",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "into": "to",
    "nite": "night",
    "nites": "nights",
}


class Token(NamedTuple):
    """One word, number or sign: what it is, in small letters, and its place in the text."""

    kind: str
    text: str
    start: int
    end: int


def scan(text: str, start: int, end: int) -> list[Token]:
    """Cut the text from start to end into tokens."""
    tokens = []
    for match in PATTERN.finditer(text, start, end):
        kind = match.lastgroup or "sign"
        word = match.group(kind).lower()
        if kind == "word":
            word = word.rstrip(".")
        place = match.start(kind), match.end(kind)
        tokens.append(Token(kind, SAME.get(word, word) if kind != "number" else word, *place))
    return tokens


def neighbours(tokens: list[Token], place: int) -> list[tuple[Token, Token]]:
    """Return the sign and the token behind it, on either side of a token."""
    found = []
    if place > 1:
        found.append((tokens[place - 1], tokens[place - 2]))
    if place + 2 < len(tokens):
        found.append((tokens[place + 1], tokens[place + 2]))
    return found


class Cursor:
    """A place in the tokens of one segment of a phrase, moved on by whoever reads."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.tokens = scan(text, start, end)
        self.at = 0
        self.end = end
        self.length: int | None = None  # minutes said once, for starts that stood before it

    def token(self, ahead: int = 0) -> Token:
        """Return the token `ahead` of here; past the last one, an empty one at the end."""
        place = self.at + ahead
        if 0 <= place < len(self.tokens):
            return self.tokens[place]
        return Token("end", "", self.end, self.end)

    def word(self, ahead: int = 0) -> str:
        """Return the text of the token `ahead` of here, "" past the last one."""
        return self.token(ahead).text

    @property
    def done(self) -> bool:
        """Tell whether every token has been read."""
        return self.at >= len(self.tokens)

    def take(self, *words: str) -> bool:
        """Move past these words if they come next, one after the other."""
        if all(self.word(ahead) == word for ahead, word in enumerate(words)):
            self.at += len(words)
            return True
        return False

    def take_any(self, words: frozenset[str] | set[str] | tuple[str, ...]) -> str | None:
        """Move past the next word if it is one of these, and return it."""
        if not self.done and self.word() in words:
            self.at += 1
            return self.word(-1)
        return None

    def says(self, words: frozenset[str] | set[str]) -> bool:
        """Tell whether one of these words stands anywhere in the segment."""
        return not words.isdisjoint([token.text for token in self.tokens])

    def adjacent(self) -> bool:
        """Tell whether the next token stands right after the one just read, without a space."""
        return self.at > 0 and self.token().start == self.token(-1).end

    def number(self, ahead: int = 0) -> int | None:
        """Return the number that the token `ahead` of here is, in figures or as a word."""
        token = self.token(ahead)
        if token.kind == "number" and len(token.text) <= 9:
            return int(token.text)
        return NUMBERS.get(token.text)

    def refusal(self, sentence: str, begin: int, *instead: str) -> Refusal:
        """Return what refuses the part from the token numbered `begin` to the one just read."""
        first = self.tokens[min(begin, len(self.tokens) - 1)].start if self.tokens else self.end
        last = self.tokens[self.at - 1].end if self.at else self.token().end
        return Refusal(sentence, first, max(first, last), instead)

    def offering(
        self, sentence: str, begin: int, others: Iterable[str], base: int | None = None
    ) -> Refusal:
        """Return what refuses the part from `begin` to here, with other words that might do.

        They stand for the part from the token `base` on, where that is another one.
        """
        base = begin if base is None else base
        return self.refusal(sentence, begin, *(self.replaced(base, words) for words in others))

    def replaced(self, begin: int, words: str) -> str:
        """Return the whole phrase with other words for the tokens from `begin` to here."""
        first = self.tokens[begin].start
        return f"{self.text[:first]}{words}{self.text[self.tokens[self.at - 1].end :]}"

    def said(self, begin: int) -> str:
        """Return what was typed from the token numbered `begin` to here."""
        if self.at <= begin:
            return ""
        return self.text[self.tokens[begin].start : self.tokens[self.at - 1].end]
