"""The commands that look around in the plans and their history."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.commands.shared import Owner, PlainFormat, session_of

RecordOrGoal = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a record, as klima.d1, or a UN goal, as 13, 13.2 or fn:13.")
]


class ListFormat(StrEnum):
    """Formats of lists."""

    text = "text"
    json = "json"
    csv = "csv"


class TraceFormat(StrEnum):
    """Formats of the thread."""

    text = "text"
    json = "json"
    mermaid = "mermaid"


class DiffFormat(StrEnum):
    """Formats of a diff."""

    text = "text"
    markdown = "markdown"
    json = "json"
    html = "html"


def trace(
    context: typer.Context,
    id_: RecordOrGoal,
    form: Annotated[TraceFormat, typer.Option("--format", help="How to show the thread.")] = TraceFormat.text,
) -> int:
    """Follow the rød tråd of a record, up to the UN goals and down to the {tiltak_pl}; or down from a UN goal."""
    from planctl.cli import trace as command

    return command.trace(session_of(context), id_, form.value)


def show(
    context: typer.Context,
    id_: RecordOrGoal,
) -> int:
    """Show a record: its fields, where it stands, and who refers to it."""
    from planctl.cli import show as command

    return command.show(session_of(context), id_)


def list_(
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
            help="Only {oppdrag_pl} and {tiltak_pl} whose deadline was moved later: "
            "how often, from when to when, and where that is told.",
        ),
    ] = False,
    form: Annotated[ListFormat, typer.Option("--format", help="How to show the list.")] = ListFormat.text,
) -> int:
    """List records by kind, owner, status and deadline."""
    from planctl.cli import list as command

    return command.list_records(
        session_of(context), kind, owner, status, due, form.value, mine,
        postponed=postponed, only_open=only_open,
    )  # fmt: skip


def status(context: typer.Context) -> int:
    """Show the state of the plans on one screen."""
    from planctl.cli import status as command

    return command.status(session_of(context))


def diff(
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
    from planctl.cli import diff as command

    return command.diff(session_of(context), revisions, form.value, owner, plan, exit_code=exit_code)


def history(
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
    from planctl.cli import history as command

    return command.history(session_of(context), id_, since, form.value)
