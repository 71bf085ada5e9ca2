"""The pictures of chapters, drawn: the one place that knows which drawer draws which value."""

from __future__ import annotations

from typing import assert_never

from planctl.i18n import Language
from planctl.model.picture import Board, Matrix, Picture, Scatter, Shares, Stacked, Steps, Timeline
from planctl.reports.figures.board import board_figure
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.matrix import matrix_figure
from planctl.reports.figures.scatter import scatter_figure
from planctl.reports.figures.shares import shares_figure
from planctl.reports.figures.stacked import stacked_figure
from planctl.reports.figures.steps import steps_figure
from planctl.reports.figures.timeline import timeline_figure


def picture_figure(picture: Picture, lang: Language, name: str) -> Figure | None:
    """Draw a picture; None when there is nothing in it."""
    match picture:
        case Matrix():
            return matrix_figure(picture, lang, name)
        case Stacked():
            return stacked_figure(picture, lang, name)
        case Steps():
            return steps_figure(picture, lang, name)
        case Scatter():
            return scatter_figure(picture, lang, name)
        case Board():
            return board_figure(picture, lang, name)
        case Timeline():
            return timeline_figure(picture, lang, name)
        case Shares():
            return shares_figure(picture, lang, name)
        case _:
            assert_never(picture)
