"""Sentences that are given word for word: each of them stands in words/, exactly so.

They were chosen one by one for the worst hour of somebody's week; none changes in passing. What is
filled in is … here.
"""

from __future__ import annotations

from importlib import import_module

import pytest

from words_said import sayings

GIVEN = {
    "moment": (
        "Call … now if:",
        "someone won't wake up, isn't breathing normally, or is having a seizure",
        "someone has taken too much",
        "you might act on thoughts of suicide",
        "stopping brings confusion, seeing things, or shaking that gets worse",
        "Can't speak? Try texting …….",
        "Our sources disagree about …, so ask someone local too.",
        (
            "Could it be an overdose? Give naloxone if you have it. It won't harm them if it is"
            " something else. No change in 2 to 3 minutes: give another dose. Turn them on their"
            " side. Stay until help comes, and do what …."
        ),
        "the … operator says",
        "the emergency service tells you",
        "your local emergency number",
        "No one is on your list yet. You can still call the line above.",
        "No one on your list said they are free now.",
        "Not their usual hours, but you can still try:",
        "Later, you can write it down: recoverplan urge log",
        "This program cannot contact anyone and cannot tell how much danger you are in.",
        "I'm struggling today. Can you talk?",
    ),
    "timer": (
        "If this is withdrawal or an overdose, don't wait: recoverplan now.",
        "Something to try: ride it out for …. Ctrl-C ends it.",
    ),
    "asking": (
        (
            "Having nobody to call yet is a common place to start, not a flaw. One person,"
            " one number, one check-in is enough to begin."
        ),
        "Could I … you about … on hard …, …? No is fine.",
        "Agreed check-ins are for planning ahead. When it is hard, call anyway.",
    ),
    "trial": (
        (
            "The first meeting is often the hardest, because everything is new. You can"
            ' just listen: listening is participating. Saying "I\'m here to learn" is enough.'
            " You needn't have stopped; if you've used today, come when you can take part"
            " safely. Share only what you'd be all right with others hearing. Arrive a"
            " little early, leave a bit late: the informal hellos are where connection"
            " begins. One number is plenty. Relief can come after one meeting; routine and"
            " friendships take weeks to months."
        ),
        "Online or in person: the best format is the one you'll attend.",
        "You could tell one person you're going.",
        "What's shared stays in the room, and nobody presses for details?",
        "Different paths are fine: no hazing, no humiliation, no one right way?",
        "Regular, predictable, with people who show up?",
        "Kept safe: no advice pushed on people, no romantic pressure, no chaos?",
        "Room for new people to listen without being put on the spot?",
        "A different day, time or style may fit better.",
        (
            "You noticed something was not right. Trust that. You don't owe this group"
            " another visit."
        ),
        "If someone hurt, threatened or pressured you: ….",
        ("You can tell the group's local office, only if you want to. Nothing was sent to anyone."),
    ),
    "setup": (
        (
            "If you drink heavily every day, or take benzodiazepines, GHB/GBL or other"
            " sedatives, don't stop suddenly on your own. If you are pregnant and use"
            " opioids, get care before stopping. Get medical advice first. Shaking that gets"
            " worse, confusion, seeing things, or a seizure: emergency care now."
        ),
    ),
    "lapse": (
        "Thank you for recording this. Are you safe right now?",
        (
            "After even a short break your body can handle less; an amount you used before"
            " can kill. If you may use again: not alone, nothing mixed, go slow…."
        ),
        ", naloxone where someone else can reach it",
        (
            "If you take medicine for recovery, keep to what your prescriber said. If you"
            " missed days, ask them before your next dose. A lapse is no reason to stop it."
        ),
        "What came before it is information, not a verdict.",
        "Nothing already logged is erased, no counter resets, no try is lost, nobody is notified.",
    ),
    "care": (
        (
            "Could stopping suddenly be dangerous for me (daily drinking, sedatives, GHB,"
            " pregnancy)?"
        ),
        "Have I gone back to using or drinking several times, even with support?",
        "Are my mood or thoughts getting worse; have I thought of suicide?",
        "Is where I live unsafe?",
        "If someone may read this screen, use another phone.",
        (
            "Ask for care that fits around work and family: outpatient, in the evening, or"
            " by telehealth."
        ),
        (
            "Taking methadone, buprenorphine, naltrexone or other prescribed medicine is"
            " part of recovery."
        ),
        (
            "The goal isn't to graduate from peer support. It is the right mix: peer,"
            " clinical and practical."
        ),
        "Numbers of ….",
    ),
    "family": (
        "Being curious rather than prosecuting: asking to understand.",
        'Being specific rather than global: "What would help tonight?"',
        'Global questions: "Why are you like this?"',
        "Support without taking over.",
        "Trying to catch somebody out.",
        "Rides.",
        "Childcare, for an hour or two.",
        "A calm home.",
        "Fewer interrogations.",
        "Predictable routines.",
    ),
    "plan": ("nobody on your list yet",),
}


@pytest.mark.parametrize("name", GIVEN)
def test_each_sentence_stands_in_words_exactly(name: str) -> None:
    module = import_module(f"recoverplan.words.{name}")
    said = {one for value in vars(module).values() for one in sayings(value)}
    assert [one for one in GIVEN[name] if one not in said] == []
