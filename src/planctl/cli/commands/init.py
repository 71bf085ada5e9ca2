"""`planctl init`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def command(
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
    from planctl.cli import init as body

    return body.init(session_of(context), folder, name, number, source)
