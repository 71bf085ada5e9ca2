"""The commands that write reports, documents and the year wheel."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of, words
from planctl.cli.session import ExitError
from planctl.i18n import T


class WheelFormat(StrEnum):
    """Formats of the year wheel."""

    text = "text"
    md = "md"
    svg = "svg"


class TemplateAction(StrEnum):
    """What to do with templates."""

    list = "list"
    copy = "copy"
    check = "check"


def report(
    context: typer.Context,
    tertial: Annotated[int | None, typer.Option(metavar="1|2", help="The tertial report.")] = None,
    month: Annotated[int | None, typer.Option(metavar="1-12", help="The monthly report on the economy.")] = None,
    annual: Annotated[bool, typer.Option("--annual", help="The annual report (årsrapport).")] = False,
    document: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A document: oppdragsbrev, virksomhetsplan, lederavtale, handlingsprogram, kommuneplan, "
            "målekart, lederdialog or planregister.",
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1900, max=2200, help="The year; without it, the latest.")
    ] = None,
    unit: Annotated[str | None, typer.Option(metavar="ID", help="Only this unit and those below it.")] = None,
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
    from planctl.cli import report as command
    from planctl.cli.progress import patience

    session = session_of(context)
    with patience(session):
        return command.report(
            session, tertial, year, out, words(form), docx_template,
            month=month, annual=annual, document=document, unit=unit, at=at, freeze=freeze, verify=verify,
        )  # fmt: skip


def calendar(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1900, max=2200, help="The year; without it, this year.")
    ] = None,
    form: Annotated[
        WheelFormat | None,
        typer.Option(
            "--format",
            help="A table for the screen or in Markdown, or the wheel as SVG; without any, as the file's name ends.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to this file.")] = None,
    layer: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Show these layers, with commas between, as «frister» or «årshjul,møter»; "
            "without it, the year wheel and the processes of the year.",
        ),
    ] = None,
) -> int:
    """Show the year wheel month by month, or draw it; or other dates, layer by layer."""
    from planctl.cli import calendar as command

    return command.calendar(session_of(context), year, form.value if form else None, out, words(layer))


def template(
    context: typer.Context,
    action: Annotated[
        TemplateAction,
        typer.Argument(metavar="ACTION", help="List the templates, copy one to change it, or check your own."),
    ],
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The template to copy.")] = None,
) -> int:
    """Use your own templates for reports: they lie in the repository's folder templates."""
    from planctl.cli import template as command

    if action is TemplateAction.copy:
        return command.copy(session_of(context), name)
    if name is not None:
        raise ExitError(T("«planctl template {action}» takes no name: it is of all templates.", action=action.value))
    if action is TemplateAction.check:
        return command.check_templates(session_of(context))
    return command.list_templates(session_of(context))
