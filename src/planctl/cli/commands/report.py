"""`planctl report`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of, words


def command(
    context: typer.Context,
    tertial: Annotated[int | None, typer.Option(metavar="1|2", help="The tertial report.")] = None,
    month: Annotated[int | None, typer.Option(metavar="1-12", help="The monthly report on the economy.")] = None,
    annual: Annotated[bool, typer.Option("--annual", help="The annual report (årsrapport).")] = False,
    document: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A document: oppdragsbrev, virksomhetsplan, lederavtale, handlingsprogram, kommuneplan, "
            "temaplan, høringsdokument, målekart, lederdialog, planregister, vedtaksliste and others. "
            "An unknown name gives the whole list.",
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1900, max=2200, help="The year; without it, the latest.")
    ] = None,
    unit: Annotated[str | None, typer.Option(metavar="ID", help="Only this unit and those below it.")] = None,
    plan: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only the document of this plan, also of a draft that is not adopted."),
    ] = None,
    at: Annotated[str | None, typer.Option(metavar="REV", help="The plans as they stood at a git revision.")] = None,
    form: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="md|html|pdf|docx|xlsx", help="Formats, several with commas; md without any."),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the report into this folder.")] = None,
    docx_template: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own Word document for docx; templates/mal.docx when there is one."),
    ] = None,
    freeze: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the figures used to this file as well, as JSON.")
    ] = None,
    verify: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write no report: tell where the figures differ from a frozen file."),
    ] = None,
) -> int:
    """Write a report or a document of the steering chain, judged at the period's last day."""
    from planctl.cli import report as body
    from planctl.cli.progress import show_progress

    session = session_of(context)
    with show_progress(session):
        return body.report(
            session, tertial, year, out, words(form), docx_template,
            month=month, annual=annual, document=document, unit=unit, at=at, plan=plan, freeze=freeze, verify=verify,
        )  # fmt: skip
