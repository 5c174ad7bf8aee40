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

KINDS = {"int": words.A_WHOLE_NUMBER, "float": "a number", "integer": words.A_WHOLE_NUMBER}


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
    near = (
        words.DID_YOU_MEAN_FOUND.format(found=found[2]).replace("'", "")
        if found[2]
        else help_hint(error)
    )
    return Complaint(words.THERE_IS_NO_COMMAND.format(found=found[1]), near)


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


def too_many(_: Any, said: str) -> Complaint | None:
    """Read "Got unexpected extra argument (alone)"."""
    found = re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", said, re.DOTALL)
    if found is None:
        return None
    message = words.IS_MORE_THAN_THIS_COMMAND.format(found=found[1])
    return Complaint(message, words.A_TEXT_OF_SEVERAL)


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
