"""`planctl schema`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def command(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="The folder to write them into; .planctl/schemas without one."),
    ] = None,
) -> int:
    """Write the JSON Schemas where an editor can find them."""
    from planctl.cli import schema as body

    return body.schema(session_of(context), folder)
