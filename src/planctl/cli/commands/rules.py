"""`planctl rules`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.commands.shared import PlainFormat, session_of


def command(
    context: typer.Context,
    form: Annotated[PlainFormat, typer.Option("--format", help="How to show the rules.")] = PlainFormat.text,
) -> int:
    """List the rules, with the severity they have here."""
    from planctl.cli import rules as body

    return body.rules(session_of(context), form.value)
