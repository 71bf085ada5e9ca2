"""Say in the user's words what is wrong with a command line, and what was probably meant."""

from __future__ import annotations

import re
from ast import literal_eval
from typing import Any

from planctl.cli.options import GLOBAL_OPTIONS
from planctl.i18n import T, Text
from planctl.load.schema.nearest import nearest

_NO_COMMAND = re.compile(r"No such command (.*)\.", re.DOTALL)
_TOO_MANY = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_VALUE = re.compile(r"(['\"]?)(.*)\1 is not ", re.DOTALL)


def usage_error_text(error: Any, command: str) -> Text:
    """Say a usage error of the framework; `command` is the one asked for, where the error knows none."""
    context = getattr(error, "ctx", None)
    see = T("See «{command} --help».", command=context.command_path if context else command)
    name = type(error).__name__
    if name == "NoSuchOption":
        option = error.option_name
        return T("There is no option «{option}». {see}", option=option, see=_meant(option, _options(context), see))
    if name == "BadOptionUsage":
        valued = "does not take" in error.message
        form = (
            T("The option {option} takes no value. {see}") if valued else T("The option {option} needs a value. {see}")
        )
        return Text(form.msgid, {"option": error.option_name, "see": see})
    if name == "MissingParameter" and error.param is not None:
        return T("«{name}» is missing. {see}", name=_called(error), see=see)
    if name == "BadParameter" and error.param is not None:
        return _bad_value(error, see)
    message = str(error.message)
    if context is not None and (unknown := _NO_COMMAND.match(message)):
        word = str(literal_eval(unknown[1]))
        known = context.command.list_commands(context)
        return T("There is no command «{name}». {see}", name=word, see=_meant(word, known, see))
    if extra := _TOO_MANY.match(message):
        return T("«{words}» is more than the command takes. {see}", words=extra[1], see=see)
    return T("{reason} {see}", reason=error.format_message(), see=see)


def _meant(word: str, known: Any, hint: Text) -> Text:
    guess = nearest(word, known, cutoff=0.6)
    return T("Did you mean «{guess}»? {hint}", guess=guess, hint=hint) if guess else hint


def _options(context: Any) -> list[str]:
    own = [option for parameter in context.command.params for option in parameter.opts] if context else []
    return [option for option in (*own, *GLOBAL_OPTIONS) if option.startswith("--")]


def _called(error: Any) -> str | Text:
    """Name a parameter as its help does: an option by its long name, an argument by what stands in its place."""
    parameter = error.param
    return Text(parameter.metavar) if parameter.param_type_name == "argument" else str(parameter.opts[0])


def _bad_value(error: Any, see: Text) -> Text:
    """Say that a value is refused: none of the choices, no number, or a number outside its limits."""
    message, kind = str(error.message), error.param.type
    match = _VALUE.match(message)
    value = match[2] if match else ""
    reason = T("{reason}", reason=message)
    if choices := [str(getattr(item, "value", item)) for item in getattr(kind, "choices", ())]:
        reason, see = T("«{value}» is none of {choices}.", value=value, choices=choices), _meant(value, choices, see)
    elif " is not in the range " in message:
        reason = T("{value} is not from {least} to {most}.", value=value, least=kind.min, most=kind.max)
    elif kind.name.startswith("int"):
        reason = T("«{value}» is no whole number.", value=value)
    return T("{name} has a wrong value: {reason} {see}", name=_called(error), reason=reason, see=see)
