"""What could fill open hours, one sentence each. An invitation, never a reproach."""

TITLE = "Open hours, and who might be there"
NONE = "Nothing is open in these days: somebody or a meeting is there for all your hard hours."
NO_HARD_HOURS = "No hard hours in these days."
PICK_ONE = "One small question to one person is plenty."

SENTENCES = {
    "longer": "{name} can be reached until {start}; you could ask if until {end} is all right.",
    "earlier": "{name} can be reached from {end}; you could ask if from {start} is all right.",
    "number": "{name} is on your list and there at that time; agree on one check-in a week to"
    " add them.",
    "way": "{name} is on your list; a number or another way to reach them is all that is missing.",
    "group": "{name} meets {range}; you can go back if you want.",
    "listed": "{name} meets {day}, {range}; to try it: recoverplan group try {number}",
    "peer": "Someone you meet at a group might be free at {start}; one number is plenty.",
    "sponsor": "A sponsor, mentor or coach might be glad of a call at {start}; nobody on your list"
    " is one yet.",
    "family": "A friend or someone in your family might be there at {start}; nobody on your list"
    " is one yet.",
    "practical": "You don't have to talk: someone could come by at {start} and do something with"
    " you.",
    "rides": "You noted rides; somebody could pick you up at {start} and take you along.",
    "meals": "You noted meals; somebody could come by at {start} and eat with you.",
    (
        "childcare"
    ): "You noted childcare; somebody could look after the children from {start}, so that you"
    " can go out.",
    "a calm home": "You noted a calm home; you could ask at home for a quiet time from {start}.",
    "noted": "You noted: {name}; this could be one of the hours for it.",
    "online": "There may be a meeting online at {start}; listening is participating.",
}
# On paper and on a page nobody types: what could be typed is left out.
ON_PAPER = SENTENCES | {"listed": "{name} meets {day}, {range}."}
