"""The pictures of chapters, drawn: the one place that knows which drawer draws which value."""

from __future__ import annotations

from planctl.i18n import Language
from planctl.model.picture import Matrix, Picture
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.matrix import matrix_figure


def picture_figure(picture: Picture, lang: Language, name: str) -> Figure | None:
    """Draw a picture; None when there is nothing in it."""
    match picture:
        case Matrix():
            return matrix_figure(picture, lang, name)
        case _:
            return None
