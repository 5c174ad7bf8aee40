"""Topics of the help as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoverplan.data.topics import Topic
from recoverplan.words import topics as words


def list_lines(topics: Sequence[Topic]) -> Iterator[str]:
    """Yield a line for each topic."""
    column = max(len(topic.name) for topic in topics)
    for topic in topics:
        yield f"  {topic.name.ljust(column)}  {topic.summary}"
    yield words.LIST


def topic_lines(topic: Topic, *, command: bool) -> Iterator[str]:
    """Yield a topic's paragraphs, an empty line between; `command`: it is one's name too."""
    yield topic.summary
    for paragraph in topic.paragraphs:
        yield ""
        yield paragraph
    if command:
        yield ""
        yield words.COMMAND.format(name=topic.name)
