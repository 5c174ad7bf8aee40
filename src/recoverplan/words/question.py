"""A question, with the sentence that "?" gets for it: so that none goes without."""

from __future__ import annotations


class Question(str):
    """The words of a question, which stay its own when blanks in them are filled in.

    `why` says why it is asked, or what can be typed.
    """

    why: str

    def __new__(cls, text: str, why: str) -> Question:
        made = super().__new__(cls, text)
        made.why = why
        return made

    def format(self, *args: object, **named: object) -> Question:
        """Return the question with its blanks filled in."""
        return Question(super().format(*args, **named), self.why)

    def __add__(self, more: str) -> Question:
        """Return the question with something behind it, such as how it can be answered."""
        return Question(super().__add__(more), self.why)
