"""A figure as a value, and how Markdown refers to it."""

from __future__ import annotations

import re

from markupsafe import Markup

from planctl.reports.rendering.markdown import escape
from planctl.values import dataclass

FOLDER = "figurer"
"""The folder beside a Markdown report that holds its figures."""

_NAME = re.compile(r"[a-z0-9æøå][a-z0-9æøå._-]{0,99}\Z")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture made for print and screen.

    `name` is its file's name without the ending: small letters, digits and hyphens, so that it can stand
    in an address. `svg` is a whole SVG document that refers to nothing outside itself. `title` says what
    it shows, and `description` in about two sentences what is to be seen; both are plain text.
    """

    name: str
    svg: str
    title: str
    description: str

    def __post_init__(self) -> None:
        if not _NAME.match(self.name):
            message = f"not a name of a figure: {self.name!r}"
            raise ValueError(message)

    @property
    def path(self) -> str:
        """Where the picture lies, seen from the Markdown report."""
        return f"{FOLDER}/{self.name}.svg"

    @property
    def words(self) -> str:
        """What stands for the picture where it cannot be seen: its title and description."""
        return f"{self.title}. {self.description}"


def place(figure: Figure) -> Markup:
    """Place a figure in Markdown: the picture with its title as alternative text, and below it the description."""
    return Markup("![{}]({})\n\n*{}*").format(escape(figure.title), Markup(figure.path), escape(figure.description))  # noqa: S704


def place_inline(figure: Figure) -> Markup:
    """Place a small figure in a line or a cell of Markdown; its alternative text says all, as nothing stands below."""
    return Markup("![{}]({})").format(escape(figure.words), Markup(figure.path))  # noqa: S704
