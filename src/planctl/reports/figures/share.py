"""How large a share of the tiltak or oppdrag of each tjenesteområde has a status."""

from __future__ import annotations

from typing import Literal

from planctl.i18n import Language
from planctl.reports.figures import draw
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.swatch import Swatch
from planctl.reports.rendering.phrases import area, percent
from planctl.reports.views.status_counts import Tallies, Tally
from planctl.svg.look import BLUE, LINE, MUTED

_NAME, _BAR, _END = 170.0, 182.0, 580.0
_PITCH = 34.0
_DONE, _REST = Swatch(BLUE, BLUE), Swatch("#fff", MUTED, "falling", lines=LINE, dash="3 2", step=9, thick=0.8)


def reported_share(
    tallies: Tallies, lang: Language, kind: Literal["tiltak", "oppdrag"] = "tiltak", name: str = ""
) -> Figure:
    """Draw a bar of one length for each tjenesteområde, filled as far as a status is reported."""
    parts, y = [], 0.0
    for row in tallies.rows:
        middle = y + 14
        parts.append(draw.block(0, middle, draw.lines(area(lang, row.name), _NAME, draw.TEXT), draw.TEXT, room=_NAME))
        full = (_END - _BAR) * row.reported / row.total if row.total else 0
        if full < _END - _BAR:
            parts.append(_REST.draw(_BAR + full, y + 5, _END - _BAR - full, 18))
        if full:
            parts.append(_DONE.draw(_BAR, y + 5, full, 18))
        room = draw.WIDTH - _END - 10
        parts.append(draw.text(_END + 10, middle + 4.7, draw.short(_said(row, lang), room), room=room))
        y += _PITCH
    if not tallies.rows:
        parts.append(draw.text(0, y + 16, lang("Nothing to show."), fill=MUTED))
        y += 28
    what = lang.term(kind, plural=True)
    told = draw.Told(
        _title(tallies, what, lang),
        f"{lang('In all')}: {_said(tallies.total, lang)}.",
        " ".join(f"{draw.named(area(lang, row.name))}: {_said(row, lang)}." for row in tallies.rows),
    )
    return draw.figure(name or f"meldt-{kind}", (draw.WIDTH, y), told, lang, parts)


def _title(tallies: Tallies, work: str, lang: Language) -> str:
    """Name what is drawn; a single row is named by itself."""
    if len(tallies.rows) == 1:
        name = draw.named(area(lang, tallies.rows[0].name))
        return lang("{Work} with a reported status: {name}", work=work, name=name)
    return lang("{Work} with a reported status by {tjenesteområde}", work=work)


def _said(row: Tally, lang: Language) -> str:
    if row.share is None:
        return lang("nothing to report")
    return lang(
        "{reported} of {total} ({share})", reported=row.reported, total=row.total, share=percent(lang, row.share)
    )
