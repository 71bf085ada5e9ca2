"""The commands that git calls, hidden from people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def merge_driver(
    context: typer.Context,
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The common version (%O).")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version, which the result is written to (%A).")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their version (%B).")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="The file's path in the repository (%P).")],
    size: Annotated[
        int, typer.Argument(metavar="[SIZE]", min=1, max=200, help="The length of the conflict markers (%L).")
    ] = 7,
) -> int:
    """Merge a plan file by record and field, as git's merge driver."""
    from planctl.cli import merge_driver as command

    return command.merge_driver(session_of(context), base, ours, theirs, path, size)


def textconv(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A plan file.")],
) -> int:
    """Write a plan file as lines that are easy to compare, for git diff."""
    from planctl.cli import textconv as command

    return command.textconv(session_of(context), file)
