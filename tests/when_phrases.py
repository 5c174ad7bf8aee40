"""Phrases made at random: put together from words that mean something, mutated, or plain noise."""

from __future__ import annotations

import random

VOCABULARY = (
    "every each other second third mon tue wednesday thu fri-mon fridays saturday sun weekdays "
    "weekend weekends weeknights nights morning evenings afternoon day days week weeks month "
    "months year daily weekly monthly yearly fortnightly of the on at in from until till except "
    "starting for to - – , ; & and also between noon midnight all any time 24/7 always 9pm 9 pm "
    "21:00 5-7 6-8pm 17:00-23:00 24:00 0:30 10pm-2am 13pm 9.30pm 90 minutes 2 hours 1h30 an hour "
    "half 1.5 15th 31st last 2nd first fifth working payday january feb 29 dec 24 nov 2026 2099 "
    "1999 3000 2026-11-27 2027-02-30 03/04/2027 25/12/2026 24.12.2026 today tonight tomorrow next "
    "this days if it falls a weekend friday before monday after RRULE:FREQ=WEEKLY;BYDAY=MO "
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR RRULE:FREQ=HOURLY FREQ=DAILY;INTERVAL=0 "
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 DTSTART:20261127T170000 EXDATE:20261225 COUNT=9 "
    "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU;COUNT=7 RRULE:FREQ=MONTHLY;BYSETPOS=-1 "
    "blursday ' ’ \" % \\ ( ) İ ß ﷽ 👩‍👩‍👧 ۹ ٣ é"
)
WORDS = VOCABULARY.split(" ")
NOISE = "".join(
    map(chr, [*range(32, 127), 0, 9, 10, 27, 160, 304, 1641, 8211, 8238, 65533, 128512])
)


def phrase(rng: random.Random, seeds: list[str]) -> str:
    """Return one phrase of any of the three kinds."""
    kind = rng.random()
    if kind < 0.45:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 9)))
    if kind < 0.9:
        return mutated(rng, rng.choice(seeds), rng.choice(seeds))
    return "".join(rng.choice(NOISE) for _ in range(rng.randint(0, 40)))


def mutated(rng: random.Random, text: str, other: str) -> str:
    """Return a phrase with a few letters or words taken out, added, shuffled or replaced."""
    for _ in range(rng.randint(1, 3)):
        words = text.split(" ")
        place = rng.randrange(len(words))
        at = rng.randrange(len(text) + 1)
        change = rng.randrange(7)
        if change == 0:
            text = text[:at] + rng.choice(NOISE) + text[at:]
        elif change == 1:
            text = text[:at] + text[at + 1 :]
        elif change == 2:
            words[place] = rng.choice(WORDS)
            text = " ".join(words)
        elif change == 3:
            words.insert(place, rng.choice(WORDS))
            text = " ".join(words)
        elif change == 4:
            rng.shuffle(words)
            text = " ".join(words)
        elif change == 5:
            text = text[:at] + other[rng.randrange(len(other) + 1) :]
        else:
            text = text.replace(" ", "") if rng.random() < 0.3 else text.swapcase()
    return text
