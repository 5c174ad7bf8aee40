"""When somebody can be reached, out of what a plan says beside a name: "after 5", "Mon-Fri 9-5".

A bound is taken for what it says and no more: after 5 is until midnight. What reads two ways is
left as words, but for 9-5, which nobody means by night, and an hour alone, which is in the evening.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from recoverplan.domain.phrase import PhraseError, Understood
from recoverplan.domain.schedule import Hours
from recoverplan.readers.plan_people import Found
from recoverplan.words.paper import ANY_TIME

ASIDE = re.compile(r"(.+?) \(([^()]+)\)")
TIME = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midday"
AFTER = re.compile(rf"(?i)(.*?)\b(?:only )?(?:after|from|not before) ({TIME})(?: on(?:wards)?)?")
BEFORE = re.compile(
    rf"(?i)(.*?)\b(?:only )?(?:before|until|till?|up to|not after|no later than) ({TIME})"
)
BARE = re.compile(r"(?:[1-9]|1[01])(?:[:.]\d\d)?")
BY_DAY = re.compile(r"(.*\D)??(\d{1,2})(?:[:.]\d\d)? ?(?:-|–|to) ?(\d{1,2})(?:[:.]\d\d)?")


def with_hours(person: Found, read: Callable[[str], Understood]) -> Found:
    """Return somebody with the hours that stand behind the name, which then are no part of it.

    As they were, where nothing there reads as hours.
    """
    beside = ASIDE.fullmatch(person.name)
    if beside is None:
        return person
    for phrase in phrases(beside[2], read):
        try:
            understood = read(phrase)
        except PhraseError:
            continue
        if understood.words == ANY_TIME:
            break
        return person._replace(name=beside[1], hours=(Hours(phrase, understood.schedule),))
    return person


def phrases(aside: str, read: Callable[[str], Understood]) -> Iterator[str]:
    """Yield the phrases that what stands beside a name may mean, as it stands first."""
    yield aside
    if after := AFTER.fullmatch(aside):
        yield f"{after[1]}{evening(after[2])}-midnight"
    if before := BEFORE.fullmatch(aside):
        yield f"{before[1]}midnight-{evening(before[2])}"
    if (hours := BY_DAY.fullmatch(aside)) and 12 > int(hours[2]) > int(hours[3]):
        try:
            read(aside)
        except PhraseError as error:
            yield from error.readings[:1]


def evening(time: str) -> str:
    """Return a time, in the second half of the day where it does not say which."""
    return f"{time}pm" if BARE.fullmatch(time) else time
