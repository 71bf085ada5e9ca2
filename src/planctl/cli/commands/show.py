"""`planctl show`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

import typer

from planctl.cli.commands.shared import RecordOrGoal, session_of


def command(
    context: typer.Context,
    id_: RecordOrGoal,
) -> int:
    """Show a record: its fields, where it stands, and who refers to it."""
    from planctl.cli import show as body

    return body.show(session_of(context), id_)
