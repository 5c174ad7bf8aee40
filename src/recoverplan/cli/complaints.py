"""Typer's own complaints about a command line, as sentences of ours.

Typer keeps the classes of its complaints to itself; what they carry is public enough: the name of
the option, the parameter, the context, and a message of a known form.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, NamedTuple

from typer.exceptions import TyperException

from recoverplan.words import usage as words

KINDS = {"int": words.A_WHOLE_NUMBER, "integer": words.A_WHOLE_NUMBER}


class Complaint(NamedTuple):
    """One sentence that says what will not do, and what to type instead."""

    message: str
    hint: str | None


def complaint(error: TyperException) -> Complaint:
    """Return what to say about a command line that Typer refuses."""
    said = str(getattr(error, "format_message", error.__str__)())
    if is_help(error):
        return Complaint(said, None)
    for read in (no_such_command, no_such_option, needs_value, missing, not_valid, too_many):
        found = read(error, said)
        if found is not None:
            return found
    return Complaint(said, help_hint(error))


def is_help(error: TyperException) -> bool:
    """Tell whether the answer is a whole help: of a group without a command."""
    return type(error).__name__ == "NoArgsIsHelpError"


def no_such_command(error: Any, said: str) -> Complaint | None:
    """Read "No such command 'contat'. Did you mean 'contact'?"."""
    found = re.match(r"No such command '(.*?)'\.(?: Did you mean '?(.*?)'?\?)?$", said, re.DOTALL)
    if found is None:
        return None
    near = meant_by(found[1], found[2] or "", error) or help_hint(error)
    return Complaint(words.THERE_IS_NO_COMMAND.format(found=found[1]), near)


def meant_by(typed: str, spelt: str, error: Any) -> str:
    """Return the question which command was meant: by its meaning, else by its spelling."""
    from recoverplan.data.synonyms import MEANT, NEVER, WITHIN

    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "recoverplan"
    key = typed.casefold()
    if path == "recoverplan" and key in MEANT:
        return words.DID_YOU_MEAN_COMMAND.format(command=f"recoverplan {MEANT[key]}".strip())
    known = getattr(getattr(ctx, "command", None), "commands", {})
    if WITHIN.get(key) in known:
        return words.DID_YOU_MEAN_COMMAND.format(command=f"{path} {WITHIN[key]}")
    near = [name.strip("'") for name in spelt.split(", ")]
    near = [name for name in near if name and name not in NEVER]
    return words.DID_YOU_MEAN_FOUND.format(found=", ".join(near)) if near else ""


def no_such_option(error: Any, said: str) -> Complaint | None:
    """Read the complaint about an option that is not known."""
    name = getattr(error, "option_name", None)
    if name is None or not said.startswith("No such option"):
        return None
    command = getattr(getattr(error, "ctx", None), "command", None)
    known = [opt for param in getattr(command, "params", ()) for opt in param.opts]
    near = get_close_matches(name, [opt for opt in known if opt.startswith("--")], 1, 0.6)
    hint = words.DID_YOU_MEAN.format(near=near[0]) if near else help_hint(error)
    return Complaint(words.THERE_IS_NO_OPTION.format(name=name), hint)


def needs_value(error: Any, said: str) -> Complaint | None:
    """Read the complaint about an option with nothing after it, or something after a flag."""
    found = re.match(r"Option '?(-[\w-]+)'?", said)
    name = getattr(error, "option_name", None) or (found[1] if found else None)
    if name is None:
        return None
    if "does not take a value" in said:
        return Complaint(words.TAKES_NO_VALUE.format(name=name), f"Type {name} alone.")
    command = getattr(getattr(error, "ctx", None), "command", None)
    params = [param for param in getattr(command, "params", ()) if name in param.opts]
    if "requires" not in said:
        return None
    hint = about(params[0]) if params else help_hint(error)
    return Complaint(words.NEEDS_SOMETHING_AFTER_IT.format(name=name), hint)


def missing(error: Any, said: str) -> Complaint | None:
    """Read the complaint about an argument that was left out."""
    param, ctx = getattr(error, "param", None), getattr(error, "ctx", None)
    if param is None or ctx is None or not said.startswith("Missing"):
        return None
    arguments = [one for one in ctx.command.params if one.param_type_name == "argument"]
    line = " ".join([ctx.command_path, *(label(one) for one in arguments)])
    return Complaint(f"{label(param)} is missing.", f"Type: {line}. {about(param)}")


def not_valid(error: Any, said: str) -> Complaint | None:
    """Read "'x' is not a valid int."."""
    found = re.search(r": '(.*)' is not a valid (\w+)", said, re.DOTALL)
    param = getattr(error, "param", None)
    if found is None or param is None:
        return None
    taken = KINDS.get(found[2], f"a {found[2]}")
    return Complaint(f'{label(param)} takes {taken}, not "{found[1]}".', about(param))


def too_many(error: Any, said: str) -> Complaint | None:
    """Read "Got unexpected extra argument (alone)"; offer the text in quotes, where it is one."""
    found = re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", said, re.DOTALL)
    if found is None:
        return None
    message = words.IS_MORE_THAN_THIS_COMMAND.format(found=found[1])
    return Complaint(message, quoted(error, found[1].split(" ")) or words.A_TEXT_OF_SEVERAL)


def quoted(error: Any, extra: list[str]) -> str:
    """Return the command with its text in quotes, where it takes one text and this is all of it."""
    ctx = getattr(error, "ctx", None)
    if ctx is None:
        return ""
    taken = [one for one in ctx.command.params if one.param_type_name == "argument"]
    first = ctx.params.get(taken[0].name) if len(taken) == 1 else None
    if not isinstance(first, str) or any(word.startswith("-") for word in extra):
        return ""
    text = " ".join([first, *extra]).replace('"', "'")
    return words.PUT_IT_IN_QUOTES.format(command=f'{ctx.command_path} "{text}"')


def label(param: Any) -> str:
    """Return an argument's or option's name as typed or as the help shows it."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.metavar or param.name.upper())


def about(param: Any) -> str:
    """Return what the help says of a parameter."""
    return f"{label(param)}: {param.help}" if getattr(param, "help", None) else ""


def help_hint(error: Any) -> str:
    """Return where the help is for the command that was meant."""
    ctx = getattr(error, "ctx", None)
    return words.HELP_SHOWS_WHAT_THERE_IS.format(said=ctx.command_path if ctx else "recoverplan")
