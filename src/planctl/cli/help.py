"""Help in the user's language: our own texts, and the few words the framework adds."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from typing import Any

from planctl.i18n import Language, Text
from planctl.resources import locales_dir

_HELP_OPTION = "Show this message and exit."
_USAGE = ("Usage:", "[OPTIONS]", "COMMAND [ARGS]...")
FRAMEWORK_WORDS = (_HELP_OPTION, *_USAGE, "Arguments", "Options", "Commands", "[default: {}]", "[required]")
"""Words of the framework itself, looked up in our catalogue."""


def help_texts(command: Any) -> Iterator[tuple[Any, str, str]]:
    """Yield (holder, attribute, text) for every help text and word for a value of a command and those below it."""
    for name in ("help", "short_help", "epilog"):
        text = getattr(command, name, None)
        if text:
            yield command, name, text
    for parameter in command.params:
        for name in ("help", "metavar"):
            text = getattr(parameter, name, None)
            if text:
                yield parameter, name, text
    for child in getattr(command, "commands", {}).values():
        yield from help_texts(child)


def translate(command: Any, lang: Language) -> None:
    """Put a command's help texts, written as English msgids, into the user's language."""
    os.environ["LANGUAGE"] = lang.code
    gettext.bindtextdomain("planctl", locales_dir())
    gettext.textdomain("planctl")
    for holder, name, text in list(help_texts(command)):
        setattr(holder, name, lang(Text(text)))
    _frame(command, lang)


def _frame(command: Any, lang: Language) -> None:
    """Translate what the framework writes around the texts: usage line and the help option."""
    usage, option = command.get_usage, command.get_help_option

    def get_usage(context: Any) -> str:
        line = str(usage(context))
        for word in _USAGE:
            line = line.replace(word, lang(word), 1)
        return line

    def get_help_option(context: Any) -> Any:
        found = option(context)
        if found is not None:
            found.help = lang(Text(_HELP_OPTION))
        return found

    command.get_usage, command.get_help_option = get_usage, get_help_option
    for child in getattr(command, "commands", {}).values():
        _frame(child, lang)
