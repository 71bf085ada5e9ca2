"""`planctl textconv`: a plan file as `git diff` shows it best."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of
from planctl.cli.session import CLEAN, write


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A plan file.")],
) -> int:
    """Write a plan file as lines that are easy to compare, for git diff."""
    from planctl.merge.textconv import textconv
    from planctl.output.clean import clean

    write(textconv((session_of(context).folder / file).read_bytes(), clean))
    return CLEAN
