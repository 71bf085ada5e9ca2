"""The year wheel as a Markdown table, for readers who do not see the picture."""

from __future__ import annotations

from planctl.calendar.badge import ring_name
from planctl.calendar.text import cell, footnote, heading, time_text, title_text
from planctl.calendar.view import Activity, YearWheel
from planctl.i18n import Language


def render_markdown(wheel: YearWheel, lang: Language) -> str:
    """Write the wheel as Markdown text: a heading, one row an activity, a footnote."""
    header = (
        lang("No."),
        lang("Time"),
        lang("{Aktivitet}"),
        lang("Ring"),
        lang("{Organ}"),
        lang("Responsible"),
        lang("Output"),
    )
    lines = [f"## {cell(heading(wheel, lang))}", ""]
    if wheel.activities:
        lines += [_row(*header), "| ---: |" + " --- |" * (len(header) - 1)]
        lines += [_row(*_cells(item, wheel, lang)) for item in wheel.activities]
        lines.append("")
    note = footnote(wheel, lang)
    return "\n".join([*lines, cell(note), ""] if note else lines)


def _cells(item: Activity, wheel: YearWheel, lang: Language) -> tuple[str, ...]:
    """List an activity's seven texts in the order of the header."""
    star = "*" if item.number in wheel.starred else ""
    return (
        str(item.number),
        time_text(item, wheel.year, lang),
        title_text(item, lang) + star + (f" ({item.origin})" if item.origin else ""),
        ring_name(item.ring, lang),
        item.organ or "",
        item.responsible or "",
        item.output or "",
    )


def _row(*texts: str) -> str:
    """Join escaped cells to one row."""
    return f"| {' | '.join(map(cell, texts))} |"
