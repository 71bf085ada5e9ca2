"""`planctl diff`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.commands.shared import Owner, session_of


class DiffFormat(StrEnum):
    """Formats of a diff."""

    text = "text"
    markdown = "markdown"
    json = "json"
    html = "html"


def command(
    context: typer.Context,
    revisions: Annotated[
        str | None,
        typer.Argument(
            metavar="[BASE[...HEAD]]",
            help="What to compare: BASE with the files as they stand, or BASE...HEAD from where they parted; "
            "without any, the last commit with the files as they stand.",
        ),
    ] = None,
    form: Annotated[DiffFormat, typer.Option("--format", help="How to show the changes.")] = DiffFormat.text,
    owner: Owner = None,
    plan: Annotated[str | None, typer.Option(metavar="ID", help="Only what stands in this plan.")] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Give exit code 1 when a change or a new finding is grave.")
    ] = False,
) -> int:
    """Tell what is changed between two revisions, what follows from it, and which findings are new or solved."""
    from planctl.cli import diff as body

    return body.diff(session_of(context), revisions, form.value, owner, plan, exit_code=exit_code)
