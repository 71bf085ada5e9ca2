"""`planctl codeowners`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def command(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file, as .github/CODEOWNERS.")] = None,
) -> int:
    """Make CODEOWNERS: who is asked to review each plan file."""
    from planctl.cli import codeowners as body

    return body.codeowners(session_of(context), out)
