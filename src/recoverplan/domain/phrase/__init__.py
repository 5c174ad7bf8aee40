"""Words to schedule, and back: what a person types for "when".

`understand` reads a phrase, `words` says a schedule so that `understand` reads the same one again,
`short_words` says it as briefly as a card needs. docs/when.md has the whole grammar.
"""

from __future__ import annotations

from recoverplan.domain.phrase.refusal import PhraseError
from recoverplan.domain.phrase.wording import short_words, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.phrase.draft import Occasion
    from recoverplan.domain.phrase.reading import Understood, typed_again, understand

__all__ = [
    "Occasion", "PhraseError", "Understood", "short_words", "typed_again", "understand", "words",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load what reads phrases when it is first asked for: most commands only say them."""
    if name in __all__:
        from recoverplan.domain.phrase import reading

        return getattr(reading, name)
    raise AttributeError(name)
