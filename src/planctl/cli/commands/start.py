"""The commands that set up a plan repository: its files, its schemas, its place in git."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="The municipality's name.")] = "Eksempel",
    number: Annotated[str, typer.Option(metavar="NNNN", help="The municipality's number.")] = "",
    source: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS@SHA", help="Where CI installs planctl from: a git address and a full commit SHA."
        ),
    ] = "",
) -> int:
    """Make a small, valid plan repository to begin with."""
    from planctl.cli import init as command

    return command.init(session_of(context), folder, name, number, source)


def schema(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="The folder to write them into; .planctl/schemas without one."),
    ] = None,
) -> int:
    """Write the JSON Schemas where an editor can find them."""
    from planctl.cli import schema as command

    return command.schema(session_of(context), folder)


def codeowners(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file, as .github/CODEOWNERS.")] = None,
) -> int:
    """Make CODEOWNERS: who is asked to review each plan file."""
    from planctl.cli import codeowners as command

    return command.codeowners(session_of(context), out)


def git_setup(context: typer.Context) -> int:
    """Let git merge and compare plan files by record and field, in this clone."""
    from planctl.cli import git_setup as command

    return command.git_setup(session_of(context))
