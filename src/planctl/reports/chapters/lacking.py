"""The chapters that a repository's own template, copied before there were any, has no place for."""

from __future__ import annotations

from typing import Any

from planctl.i18n import Language, T, Text
from planctl.reports.chapters import written
from planctl.reports.rendering.markdown import MarkdownLanguage
from planctl.reports.rendering.templates import OWN

PLACE = '{% include "kapitler.md.j2" %}'
"""The line of a template where the chapters stand."""
FIRST = '{% include "tertial/innledning.md.j2" %}'
"""The line where the opening stands."""


def lacking(view: Any, markdown: str, template: str, lang: Language) -> Text | None:
    """Tell of the chapters of a view that its Markdown has no heading for; None where it has them all."""
    writer = MarkdownLanguage.like(lang)
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    said = getattr(view, "written", None)
    words, opening = written.chapter(said), written.opening(said)
    chapters = (*((words,) if words is not None else ()), *(getattr(view, "chapters", None) or ()))
    first, rest = (
        [one.title for one in part if not any(h.endswith(writer.write(one.title)) for h in headings)]
        for part in (opening, chapters)
    )
    titles = [*first, *rest]
    if not titles:
        return None
    return T(
        "{path} has no place for these chapters: {titles}. Write {line} where they are to stand.",
        path=f"{OWN}/{template}", titles=titles, line=" ".join(([FIRST] if first else []) + ([PLACE] if rest else [])),
    )  # fmt: skip
