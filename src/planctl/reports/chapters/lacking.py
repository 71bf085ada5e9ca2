"""The chapters that a repository's own template, copied before there were any, has no place for."""

from __future__ import annotations

from typing import Any

from planctl.i18n import Language, T, Text
from planctl.reports.rendering.markdown import MarkdownLanguage
from planctl.reports.rendering.templates import OWN

PLACE = '{% include "kapitler.md.j2" %}'
"""The line of a template where the chapters stand."""


def lacking(view: Any, markdown: str, template: str, lang: Language) -> Text | None:
    """Tell of the chapters of a view that its Markdown has no heading for; None where it has them all."""
    writer = MarkdownLanguage.like(lang)
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    chapters = getattr(view, "chapters", None) or ()
    titles = [
        chapter.title for chapter in chapters if not any(h.endswith(writer.write(chapter.title)) for h in headings)
    ]
    if not titles:
        return None
    return T(
        "{path} has no place for these chapters: {titles}. Write {line} where they are to stand.",
        path=f"{OWN}/{template}", titles=titles, line=PLACE,
    )  # fmt: skip
