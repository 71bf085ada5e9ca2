"""Arguments and options that several commands have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from planctl.cli.session import Session


class PlainFormat(StrEnum):
    """Formats of what is either read or handed on."""

    text = "text"
    json = "json"


RecordOrGoal = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a record, as klima.d1, or a UN goal, as 13, 13.2 or fn:13.")
]

Owner = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="Only what this unit or role answers for or shares. A unit counts with its leader and the units below it.",
    ),
]


def session_of(context: typer.Context) -> Session:
    """Return the global options and the environment of this call."""
    session: Session = context.obj
    return session


def words(values: list[str] | None) -> list[str]:
    """Split the values of an option that may be given several times, with commas or blanks between."""
    return [word for value in values or () for word in value.replace(",", " ").split()]
