"""Topics of the help as lines, and all of them as the page docs/topics.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recoverplan.data.topics import Topic
from recoverplan.words import topics as words
from recoverplan.writers.columns import wrap

PAGE_WIDTH = 100


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


def topics_page(topics: Iterable[Topic]) -> str:
    """Return all topics as a page in Markdown."""
    rows = [f"# {words.PAGE_TITLE}", "", words.PAGE_NOTE]
    for topic in topics:
        rows += ["", f"## `{topic.name}`: {topic.summary[:1].lower()}{topic.summary[1:-1]}"]
        for paragraph in topic.paragraphs:
            rows += ["", *wrap(paragraph, PAGE_WIDTH)]
    return "\n".join(rows) + "\n"
