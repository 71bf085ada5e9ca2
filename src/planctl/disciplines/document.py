"""A document that a discipline makes of chapters alone; `planctl report --document` knows it by its name."""

from __future__ import annotations

from collections.abc import Callable

from planctl.i18n import Text
from planctl.model.chapter import Chapter, Occasion
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True, slots=True)
class ChapterDocument:
    """A document: its name, its title, and what makes its chapters; without any there is no such document.

    The occasion's period is the year so far. Its template is `dokumenter/<name>.md.j2`; without one it is
    `dokumenter/kapitteldokument.md.j2`, with the title and the chapters.
    """

    name: str
    title: Text
    chapters: Callable[[World, Occasion], tuple[Chapter, ...]]
