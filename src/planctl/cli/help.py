"""Help in the user's language: our own texts, and the few words the framework adds."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup

from planctl.cli.session import CONFIG_NAME, USAGE, Session, write
from planctl.i18n import LANGUAGES, Language, Text
from planctl.resources import locales_dir

_USAGE_WORD = "Usage:"
FRAMEWORK_WORDS = (
    _USAGE_WORD,
    "Arguments",
    "Options",
    "Commands",
    "[default: {}]",
    "[required]",
)
"""Words of the framework itself, looked up in our catalogue."""


class Command(TyperCommand):
    """A command with help in the user's language."""

    def get_usage(self, ctx: Any) -> str:
        """Give the line that shows how the command is written."""
        return _usage(super().get_usage(ctx), ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        _translate(self, ctx)
        super().format_help(ctx, formatter)


class Group(TyperGroup):
    """A group of commands with help in the user's language, which it also shows when no command is named."""

    def get_usage(self, ctx: Any) -> str:
        """Give the line that shows how a command of the group is written."""
        return _usage(super().get_usage(ctx), ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help, with a line for each command."""
        _translate(self, ctx)
        super().format_help(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words before the command; without any word, show the help and end as wrong use."""
        if not args and not ctx.resilient_parsing:
            write(ctx.get_help())
            ctx.exit(USAGE)
        return super().parse_args(ctx, args)


def language_of(session: Session) -> Language:
    """Choose the language of the command line's own texts: `språk` is read without loading the repository."""
    if session.config is not None:
        return session.language(session.config)
    if session.asked_language in LANGUAGES:
        return session.language()
    try:
        path = session.root_of(Path()) / CONFIG_NAME
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return session.language()
    said = next((line for line in lines if line.startswith("språk:")), "språk:")
    code = said.partition(":")[2].split("#")[0].strip().strip("\"'")
    return Language(code, {}, session.disciplines) if code in LANGUAGES else session.language()


def help_texts(command: Any, context: Any) -> Iterator[tuple[Any, str, str]]:
    """Yield (holder, attribute, text) for every help text and word for a value in the help of a command.

    Of a group the help has a line for each of its commands.
    """
    holders = [command, *command.get_params(context)]
    if isinstance(command, TyperGroup):
        holders += [command.get_command(context, name) for name in command.list_commands(context)]
    for holder in holders:
        for name in ("help", "short_help", "epilog", "metavar", "options_metavar", "subcommand_metavar"):
            text = getattr(holder, name, None)
            if text:
                yield holder, name, text


def _translate(command: Any, context: Any) -> None:
    """Put a command's help texts, written as English msgids, into the user's language."""
    lang = language_of(context.obj)
    os.environ["LANGUAGE"] = lang.code
    gettext.bindtextdomain("planctl", locales_dir())
    gettext.textdomain("planctl")
    for holder, name, text in list(help_texts(command, context)):
        setattr(holder, name, lang(Text(text)))


def _usage(line: str, context: Any) -> str:
    return line.replace(_USAGE_WORD, language_of(context.obj)(Text(_USAGE_WORD)), 1)
