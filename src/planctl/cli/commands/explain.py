"""`planctl explain`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of


def command(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or slug.")],
) -> int:
    """Explain a rule: what it looks for and why, with an example of wrong and right."""
    from planctl.cli import explain as body

    return body.explain(session_of(context), code)
