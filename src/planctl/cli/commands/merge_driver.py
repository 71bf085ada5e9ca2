"""`planctl merge-driver`: what git runs to merge a plan file; exit 0 when clean, 1 with conflict markers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def command(
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
    from planctl.merge.driver import drive

    folder = session_of(context).folder
    return drive(folder / base, folder / ours, folder / theirs, path, size)
