"""What is said of a time, or of when something was, that cannot be taken as it was typed."""

HOLIDAY = "Holidays are not the same everywhere, so they are not guessed. Type the date."
PATTERN_TOO_LONG = "A pattern of shifts can be at most {most} days long."
PATTERN_BEGINS = "On which date does this pattern begin?"
HOURS_OF_A_SHIFT = 'When is "{shift}"? Type its hours after it.'
NOT_IN_THE_PART = '"{typed}": this time is not in the {part}.'
STILL_TO_COME = '"{typed}" is still to come. A log is for what has happened.'
WHEN_IT_WAS = 'Type when it was, like "yesterday 7pm" or "fri 19:00".'
NO_HOUR = '"{typed}" is a day without a time.'
NOT_CLEAR = '"{typed}" is not clear yet.'
TWO_HALVES = '"{typed}" reads two ways: {said} am or {said} pm.'
