"""What is asked where a time, or when something was, lacks one piece."""

WHEN = "When?"
HALF = "{said} {first}, or {second}?"
PARTS = {
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
    "night": "at night",
    "noon": "at noon",
    "midnight": "at midnight",
}
END = "{end}?"
UNTIL = "Until when?"
FROM = "From when?"
SINCE = "Which is the first day: {first} (1) or {second} (2)?"
ABOUT = "About what time?"
ONE_WAY = 'Do you mean "{phrase}"?'
WHICH = "Which of these? Press Enter for none."
NO_TIME = '"{typed}" is not a time that fits here.'
LIKE_A_TIME = "Type it like 9pm, 21:30, noon or midnight. Press - to type it all again."
LIKE_A_DAY = "Type 1, 2, or another date, like 27 nov."
ONE_OF_TWO = "{first} or {second}"
TAKEN_AS = "Taken as: {said}."
ROUGHLY = "{day}, about {time}"
ABOUT_THEN = "about "
