"""What a command line asks for of reports, and what comes of it: the pieces that are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.i18n import Language
    from planctl.reports.figures.collection import Figures


@dataclass(frozen=True)
class Wanted:
    """The options that choose a report: exactly one of the first four."""

    tertial: int | None = None
    month: int | None = None
    annual: bool = False
    document: str | None = None
    year: int | None = None
    unit: str | None = None
    at: str | None = None
    plan: str | None = None


@dataclass(frozen=True)
class Piece:
    """One report to write: the stem of its file's name, its template, its view, and the day it judges at.

    `draw` draws its figures in a language. `written` is the language that the one plan it is about says it is in.
    """

    stem: str
    template: str
    view: Any
    day: date
    draw: Callable[[Language], Figures]
    written: str | None = None
