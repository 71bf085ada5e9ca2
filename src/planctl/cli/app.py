"""The table of commands: each is imported and registered only when it is asked for, or when all are to be shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer

COMMANDS = {
    "validate": "check:validate",
    "report": "write:report",
    "calendar": "write:calendar",
    "trace": "look:trace",
    "show": "look:show",
    "list": "look:list_",
    "template": "write:template",
    "status": "look:status",
    "diff": "look:diff",
    "rules": "check:rules",
    "explain": "check:explain",
    "schema": "start:schema",
    "init": "start:init",
    "history": "look:history",
    "codeowners": "start:codeowners",
    "git-setup": "start:git_setup",
    "merge-driver": "git:merge_driver",
    "textconv": "git:textconv",
    "baseline": "check:baseline",
}
"""Every command in the order of the help: its module in `planctl.cli.commands`, and its function or group there."""

HIDDEN = ("merge-driver", "textconv")
"""What git calls, and no person."""


def build(first: str = "", *, outlined: bool = False) -> typer.Typer:
    """Make the command line with the one command that the first word names; with all when it names none.

    `outlined` leaves arguments and options out: enough for the list of all commands.
    """
    app = typer.Typer(
        name="planctl",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Keep a municipality's plans as plain text, and prove that the rød tråd is unbroken.",
        epilog=(
            "Global options, before or after the command: -C DIR (work in another folder), "
            "--today YYYY-MM-DD (judge at this date), --lang nb|nn|en, --color, --no-color."
        ),
        callback=_many,
    )
    for name in [first] if first in COMMANDS else COMMANDS:
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(import_module(f"planctl.cli.commands.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command)
        else:
            app.command(name=name, hidden=name in HIDDEN)(_outline(command) if outlined else command)
    return app


def _outline(command: Callable[..., Any]) -> Callable[[], None]:
    def outline() -> None:
        return None

    outline.__doc__ = command.__doc__
    return outline


def _many() -> None:
    """Say that these are commands below `planctl`, even where only one of them is registered."""
