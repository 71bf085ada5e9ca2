"""`planctl status`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

import typer

from planctl.cli.commands.shared import session_of


def command(context: typer.Context) -> int:
    """Show the state of the plans on one screen."""
    from planctl.cli import status as body

    return body.status(session_of(context))
