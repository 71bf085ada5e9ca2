"""`planctl trace`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.commands.shared import RecordOrGoal, session_of


class TraceFormat(StrEnum):
    """Formats of the thread."""

    text = "text"
    json = "json"
    mermaid = "mermaid"


def command(
    context: typer.Context,
    id_: RecordOrGoal,
    form: Annotated[TraceFormat, typer.Option("--format", help="How to show the thread.")] = TraceFormat.text,
) -> int:
    """Follow the rød tråd of a record, up to the UN goals and down to the {tiltak_pl}; or down from a UN goal."""
    from planctl.cli import trace as body

    return body.trace(session_of(context), id_, form.value)
