"""`planctl template`: its arguments and options; the body imports what it needs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.commands.shared import session_of
from planctl.cli.session import ExitError
from planctl.i18n import T


class TemplateAction(StrEnum):
    """What to do with templates."""

    list = "list"
    copy = "copy"
    check = "check"


def command(
    context: typer.Context,
    action: Annotated[
        TemplateAction,
        typer.Argument(metavar="ACTION", help="List the templates, copy one to change it, or check your own."),
    ],
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The template to copy.")] = None,
) -> int:
    """Use your own templates for reports: they lie in the repository's folder templates."""
    from planctl.cli import template as body

    if action is TemplateAction.copy:
        return body.copy(session_of(context), name)
    if name is not None:
        raise ExitError(T("«planctl template {action}» takes no name: it is of all templates.", action=action.value))
    if action is TemplateAction.check:
        return body.check_templates(session_of(context))
    return body.list_templates(session_of(context))
