"""What `recoverplan config` says of its keys."""

SET = "{key}: {value}."
NOT_SET = "clock: as in your country."
NOT_SET_NOWHERE = "clock: 24, until you set a country."
CLOCK_24 = "Times show as 21:00, and 7:30 is in the morning."
CLOCK_12 = "Times show as 9 pm, and 7:30 is asked about: am or pm?"
CLOCK_ASKED = "Times show as 21:00, and 7:30 is asked about: am or pm?"
NO_KEY = 'There is no setting "{key}".'
KEYS = "There is: {keys}. Like: recoverplan config clock 24"
NO_VALUE = '{key} can be {values}, not "{value}".'
TYPE = "Type it like this: recoverplan config {key} 24"
