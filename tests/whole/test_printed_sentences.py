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
        "Numbers looked up in ….",
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
        "No one is on your list yet. You can still call a help line above.",
        "No one on your list said they are free now.",
        "Not their usual hours, but you can still try:",
        "Later, you can write it down: recoverplan urge log",
        "This program cannot contact anyone and cannot tell how much danger you are in.",
        "I'm struggling today. Can you talk?",
        "If this is withdrawal or an overdose, don't wait: recoverplan now.",
        "Try to ride it out for …. Ctrl-C ends it.",
    ),
    "asking": (
        (
            "Many people start with no one to call. That's OK. One person, one number, one check-in"
            " is enough to begin."
        ),
        "On hard …, could I … you around …, …? It's OK to say no.",
        "Agreed check-ins are for planning ahead. When it is hard, call anyway.",
    ),
    "trial": (
        (
            "The first meeting is often the hardest, because everything is new. You can just"
            " listen: listening is participating. Saying \"I'm here to learn\" is enough. You don't"
            " have to have stopped. If you used today, come when you can take part safely. Share"
            " only what you'd be all right with others hearing. Arrive a little early, leave a bit"
            " late: people often connect before and after. One phone number is enough. Relief can"
            " come after one meeting; routine and friendships take weeks to months."
        ),
        (
            "Online or in person: what counts is that you go and get to know people. If you can,"
            " try one in person too."
        ),
        "You could tell one person you're going.",
        "What's shared stays in the room, and nobody presses for details?",
        "Different paths are fine: no hazing, no humiliation, no one right way?",
        "Regular, predictable, with people who show up?",
        "Kept safe: no advice pushed on people, no romantic pressure, no chaos?",
        "Room for new people to listen without being put on the spot?",
        "A different day, time or style may fit better.",
        (
            "You noticed something was not right. Trust that feeling. You don't owe this group"
            " another visit."
        ),
        "If you are in danger: ….",
        "If someone hurt or pressured you, you can talk to:",
        "You can tell the group's local office, only if you want to. Nothing was sent to anyone.",
        (
            "This is yours, and no proof of attendance. A court, probation officer, partner or"
            " employer who gets this computer may read it. Write only what you could live with them"
            " seeing."
        ),
        "Press Enter to skip any question.",
    ),
    "setup": (
        (
            "It can be dangerous to stop all at once if you drink heavily every day. The same goes"
            " if you take benzodiazepines, GHB/GBL or other sedatives, or had a seizure or saw"
            " things when you stopped before. Get medical advice first; if you are pregnant, get"
            " care before you stop. Call … now for: a seizure, confusion, seeing things, shaking"
            " that gets worse."
        ),
        "After a break your body can handle less.",
        "Losing money can bring thoughts of suicide. If they come, ….",
    ),
    "lapse": (
        "Thank you for writing this down. Are you safe right now?",
        (
            "What happened before it can help next time. It is not a judgment of you. Nothing you"
            " logged before is erased. No count starts over. No one is told."
        ),
        (
            "After even a short break your body can handle less. An amount you used before can kill"
            " you. If you might use again: not alone, don't mix, go slow, use less than before."
        ),
        "Keep naloxone where someone else can reach it.",
        (
            "Don't change your recovery medicine on your own. Ask your prescriber or a pharmacist"
            " before the next dose if you missed days or feel sleepy or drugged. Ask them too if"
            " you drank while on disulfiram (Antabuse), or used opioids while on naltrexone or"
            " buprenorphine."
        ),
    ),
    "care": (
        "If someone may read this screen, use a device they don't use.",
        (
            "Could it be dangerous for me to stop suddenly? For example, I drink every day or take"
            " sedatives or GHB. Or I had a seizure before, or I am pregnant."
        ),
        "Have I gone back to it several times, even with support?",
        "Am I having thoughts of suicide?",
        "Is my mood getting worse?",
        "Is where I live unsafe?",
        "In danger now: ….",
        (
            "Ask for care that fits around work and family: in the evening, by phone or video, or"
            " where you sleep at home (outpatient)."
        ),
        (
            "Taking methadone, buprenorphine, naltrexone or other prescribed medicine is part of"
            " recovery."
        ),
        (
            "You don't have to leave peer support behind. Find the right mix of peers, treatment"
            " and practical help."
        ),
    ),
    "family": (
        "Ask to understand. Don't cross-examine.",
        'Ask about one thing: "What would help tonight?"',
        "Boundaries, said calmly: what you can do, and what you can't.",
        "Support without taking over.",
        'Big questions of blame: "Why are you like this?"',
        "Trying to catch me lying.",
        "Rides.",
        "Meals, or eating together.",
        "Childcare, for an hour or two.",
        "A calm home.",
        "Less questioning.",
        "Predictable routines.",
        (
            "Call … now if someone won't wake up, isn't breathing normally, or is having a seizure;"
            " if someone has taken too much; or if someone might act on thoughts of suicide."
        ),
        "If someone puts you in danger, call ….",
    ),
    "plan": ("nobody on your list yet",),
}


@pytest.mark.parametrize("name", GIVEN)
def test_each_sentence_stands_in_words_exactly(name: str) -> None:
    module = import_module(f"recoverplan.words.{name}")
    said = {one for value in vars(module).values() for one in sayings(value)}
    assert [one for one in GIVEN[name] if one not in said] == []
