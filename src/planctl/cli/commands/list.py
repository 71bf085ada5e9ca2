"""`planctl list`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.commands.shared import Owner, session_of


class ListFormat(StrEnum):
    """Formats of lists."""

    text = "text"
    json = "json"
    csv = "csv"


def command(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            help="A kind of record ({tiltak}, {delmål}), or a family of them ({plan}, {mål}, {enhet}).",
        ),
    ] = None,
    owner: Owner = None,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Only records with this status, the latest reported.")
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            metavar="30d|DATE",
            help="Only open {oppdrag_pl}, {tiltak_pl} and {vedtak_pl} due by then, late ones too: "
            "30d, 2w, 3m or a date.",
        ),
    ] = None,
    only_open: Annotated[
        bool,
        typer.Option(
            "--open",
            help="Only what is still open: {oppdrag_pl} and {tiltak_pl} that are neither completed, cancelled nor "
            "ideas, {vedtak_pl} and {vedtakspunkt_pl} that are not settled; what is due first stands first.",
        ),
    ] = False,
    mine: Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="Only what this role answers for or shares; a leader's unit counts, those below it do not.",
        ),
    ] = None,
    postponed: Annotated[
        bool,
        typer.Option(
            "--postponed",
            help="Only {oppdrag_pl}, {tiltak_pl} and {vedtak_pl} whose deadline was moved later: "
            "how often, from when to when, and where that is told.",
        ),
    ] = False,
    tag: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="Only {oppdrag_pl} and {tiltak_pl} with this tag, as drift or utvikling."),
    ] = None,
    form: Annotated[ListFormat, typer.Option("--format", help="How to show the list.")] = ListFormat.text,
) -> int:
    """List records by kind, owner, status, tag and deadline."""
    from planctl.cli import list as body

    return body.list_records(
        session_of(context), kind, owner, status, due, form.value, mine,
        tag, postponed=postponed, only_open=only_open,
    )  # fmt: skip
