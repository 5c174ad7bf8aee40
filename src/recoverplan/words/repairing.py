"""What is asked where a time, or when something was, lacks one piece."""

from recoverplan.words.question import Question

WHEN = Question(
    "When?",
    "Say it as you would to a friend. recoverplan help when has more.",
)
HALF = Question(
    "{said} {first}, or {second}?",
    "Both halves of the day fit what you typed. am and pm work too.",
)
PARTS = {
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
    "night": "at night",
    "noon": "at noon",
    "midnight": "at midnight",
}
END = Question(
    "{end}?",
    "It ends at this time if you say yes, and in the other half of the day if not.",
)
UNTIL = Question(
    "Until when?",
    "The time it ends, or how long it is, like 2 hours.",
)
FROM = Question(
    "From when?",
    "The time it begins.",
)
SINCE = Question(
    "Which is the first day: {first} (1) or {second} (2)?",
    "It comes every few days or weeks, so one day is needed to count from.",
)
ABOUT = Question(
    "About what time?",
    "A guess is fine.",
)
ONE_WAY = Question(
    'Do you mean "{phrase}"?',
    "Say no to type it again.",
)
WHICH = Question(
    "Which of these? Press Enter for none.",
    "What you typed can mean more than one thing.",
)
NO_TIME = '"{typed}" is not a time that fits here.'
LIKE_A_TIME = "Type it like 9pm, 21:30, noon or midnight. Press - to type it all again."
LIKE_A_DAY = "Type 1, 2, or another date, like 27 nov."
ONE_OF_TWO = "{first} or {second}"
TAKEN_AS = "Taken as: {said}."
ROUGHLY = "{day}, about {time}"
ABOUT_THEN = "about "
