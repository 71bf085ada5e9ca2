"""`planctl calendar`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of, words


class WheelFormat(StrEnum):
    """Formats of the year wheel."""

    text = "text"
    md = "md"
    svg = "svg"


def command(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1900, max=2200, help="The year; without it, this year.")
    ] = None,
    form: Annotated[
        WheelFormat | None,
        typer.Option(
            "--format",
            help="A table for the screen or in Markdown, or the wheel as SVG; without any, as the file's name ends.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file.")] = None,
    layer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Show these layers, with commas between, as «frister» or «årshjul,møter»; "
            "without it, the year wheel and the processes of the year.",
        ),
    ] = None,
) -> int:
    """Show the year wheel month by month, or draw it; or other dates, layer by layer."""
    from planctl.cli import calendar as body

    return body.calendar(session_of(context), year, form.value if form else None, out, words(layer))
