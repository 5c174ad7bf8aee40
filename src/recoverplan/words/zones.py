"""What is said about time zones and clocks: which place it is, and what time it is there."""

NO_PLACE = '"{typed}" does not say when the clocks change. A place does.'
WHICH = "Which place is it?"
WHERE = "Where it is {time} now: {places}."
UTC_ITSELF = "For UTC itself, type UTC."
NONE_THERE = "No town has that time now. Type a town, like Dallas or Munich."
SEVERAL_PLACES = 'More than one place is called "{typed}".'
SEVERAL_ZONES = '"{typed}" has more than one time zone.'
NOT_KNOWN = 'There is no time zone "{typed}".'
EXAMPLE = "Type a town or a country, like Dallas, Munich or Japan."
NEAREST = "Did you mean {names}?"
HOW_TO_SETTLE = "To use the 24-hour clock from now on: recoverplan config clock 24"
KEPT = "{zone}, where it is {time} now"
TIMES_IN = "Times are in {kept}."
NEXT_IN_YOURS = "The next times above are in your zone, {zone}."
