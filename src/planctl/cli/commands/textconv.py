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
    from planctl.cli.textconv import converted

    write(converted(session_of(context), file))
    return CLEAN
