"""`planctl history`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from typing import Annotated

import typer

from planctl.cli.commands.shared import PlainFormat, session_of


def command(
    context: typer.Context,
    id_: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="The id of a record, as klima.d1; not needed with --goalposts."),
    ] = None,
    goalposts: Annotated[
        bool,
        typer.Option(
            "--goalposts",
            help="Only limits of {indikator_pl} that were moved after the first measurement: bands, targets and what "
            "else decides a verdict, with the vedtak if any, and the verdict by the old limits and the new.",
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="With --goalposts: only limits that were moved on that day or later."),
    ] = None,
    form: Annotated[PlainFormat, typer.Option("--format", help="How to show the history.")] = PlainFormat.text,
) -> int:
    """Show a record's life from git: when its text, deadline, owner and status changed, and what was reported."""
    if goalposts:
        from planctl.cli.goalposts import list_goalposts

        return list_goalposts(session_of(context), id_, since, form.value)
    from planctl.cli import history as body

    return body.history(session_of(context), id_, since, form.value)
