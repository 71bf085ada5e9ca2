"""The commands of planctl; the file of each is read when it is asked for, or when all are to be shown."""

from __future__ import annotations

from importlib import import_module
from inspect import getdoc
from typing import Any

import typer

from planctl.cli.help import Command, Group

COMMANDS = (
    "validate",
    "report",
    "calendar",
    "trace",
    "show",
    "list",
    "template",
    "status",
    "diff",
    "rules",
    "explain",
    "schema",
    "init",
    "history",
    "codeowners",
    "git-setup",
    "merge-driver",
    "textconv",
    "baseline",
)
"""Every command in the order of the help. Each is `command` in its own file in `planctl.cli.commands`."""

HIDDEN = ("merge-driver", "textconv")
"""What git calls, and no person."""


class Commands(Group):
    """The group of all commands. In the list of all, a command is no more than its name and help."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return the command of a name, without its arguments and options; None where there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _outlined(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the words name, with all that it takes, and the words that are left for it."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, _made(str(name)), rest


def command_line() -> Any:
    """Make the command line; no command of it is made yet."""
    app = typer.Typer(
        name="planctl",
        cls=Commands,
        suggest_commands=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Keep a municipality's plans as plain text, and prove that the rød tråd is unbroken.",
        epilog=(
            "Global options, before or after the command: -C DIR (work in another folder), "
            "--today YYYY-MM-DD (judge at this date), --lang nb|nn|en, --color, --no-color, "
            "--intern (show what is exempt from public access)."
        ),
        callback=_all,
    )
    return typer.main.get_command(app)


def _all() -> None:
    """Make typer take the command line for a group, though no command is registered."""


def _outlined(name: str) -> Any:
    if name in HIDDEN:
        return Command(name, hidden=True)
    command = _command(name)
    return typer.main.get_command(command) if isinstance(command, typer.Typer) else Command(name, help=getdoc(command))


def _command(name: str) -> Any:
    """Read the file of a command: its function, or its group of commands."""
    return import_module(f"planctl.cli.commands.{name.replace('-', '_')}").command


def _made(name: str) -> Any:
    command = _command(name)
    if not isinstance(command, typer.Typer):
        app = typer.Typer(add_completion=False)
        app.command(name, cls=Command, hidden=name in HIDDEN)(command)
        command = app
    return typer.main.get_command(command)
