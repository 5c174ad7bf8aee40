"""Words about reasons: why somebody is doing this. The reasons themselves are theirs alone."""

from recoverplan.words.question import Question

TEXT = Question(
    "Why are you doing this? In your own words:",
    "It can be shown to you when it gets hard. Nobody else sees it.",
)
WHERE = Question(
    "Where would you like to see it? You can choose more than one; Enter keeps it to yourself.",
    "Some people want to see it in a hard moment, some don't. You can change it later.",
)
# Each screen that can carry one, as it is said.
SCREENS = {
    "now": "now, for a hard moment",
    "card": "the card",
    "plan": "the plan",
    "review": "the look back at the week",
    "safety": "the safety plan",
}
SHOWN_ON = "It is shown on {screens}."
KEPT_TO_YOURSELF = "Kept to yourself. Only reason list shows it."
SHOW_IT = "To see it somewhere: recoverplan reason edit {id} --on now"
IN_NOW = "What now shows is also in a file that is not encrypted."
NOT_IN_NOW = "Your passphrase keeps it out of now, with your names and steps."
ON_CARD = "Whoever finds the card can read it."
EMPTY = (
    "No reasons yet. One line in your own words is enough.",
    'Like recoverplan reason add "Breakfast with my daughter" --on now',
)
