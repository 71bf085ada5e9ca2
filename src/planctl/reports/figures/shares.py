"""Shares of a whole: a bar from 0 to 100 % for each row, with its number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planctl.i18n import Language
from planctl.model.picture import Portion, Shares
from planctl.model.picture.shares import MOST_ROWS
from planctl.reports.figures import draw
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.swatch import Swatch
from planctl.reports.rendering.phrases import percent
from planctl.svg.look import BLUE, LINE, MUTED

_NAME, _BAR, _END = 258.0, 270.0, 580.0
_PITCH = 34.0
_OWN, _REST = Swatch(BLUE, BLUE), Swatch("#fff", LINE)
_UNKNOWN = Swatch("#fff", MUTED, "falling", lines=LINE, dash="3 2", step=9, thick=0.8)


def shares_figure(shares: Shares, lang: Language, name: str) -> Figure | None:
    """Draw a bar for each row, the largest where there are too many; None without rows."""
    if not shares.rows:
        return None
    rows = _largest(shares.rows)
    bottom = 22 + _PITCH * len(rows)
    parts = list(_scale(lang, bottom))
    for number, row in enumerate(rows):
        parts.extend(_row(row, 22 + number * _PITCH, shares.decimals, lang))
    left_out = said.left_out(said.LARGEST, len(rows), len(shares.rows), lang)
    height = said.footnote(parts, left_out, bottom)
    details = "; ".join(f"{said.name(lang, row.name)} {_number(row, shares.decimals, lang)}" for row in shares.rows)
    told = draw.Told(lang(shares.title), said.sentences(lang(shares.told), left_out), f"{details}.")
    return draw.figure(name, (draw.WIDTH, height), told, lang, parts)


def _largest(rows: tuple[Portion, ...]) -> list[Portion]:
    ranked = sorted(range(len(rows)), key=lambda index: (-(rows[index].percent or 0), index))
    return [rows[index] for index in sorted(ranked[:MOST_ROWS])]


def _scale(lang: Language, bottom: float) -> Iterator[str]:
    for share in (0, 50, 100):
        x = _BAR + (_END - _BAR) * share / 100
        yield draw.text(x, 14, percent(lang, Decimal(share)), fill=MUTED, anchor="middle")
        yield draw.path(draw.line(x, 20, x, bottom), LINE, dash="3 3")


def _row(row: Portion, top: float, decimals: int, lang: Language) -> Iterator[str]:
    middle = top + _PITCH / 2
    yield draw.block(0, middle, draw.lines(lang.show(row.name), _NAME, draw.TEXT), draw.TEXT, room=_NAME)
    if row.percent is None:
        yield _UNKNOWN.draw(_BAR, middle - 9, _END - _BAR, 18)
    else:
        full = (_END - _BAR) * min(max(float(row.percent), 0), 100) / 100
        if full < _END - _BAR:
            yield _REST.draw(_BAR + full, middle - 9, _END - _BAR - full, 18)
        if full:
            yield _OWN.draw(_BAR, middle - 9, max(full, 2), 18)
    room = draw.WIDTH - _END - 10
    words = _number(row, decimals, lang)
    yield draw.block(_END + 10, middle, draw.lines(words, room), room=room)


def _number(row: Portion, decimals: int, lang: Language) -> str:
    found = lang("not known") if row.percent is None else percent(lang, Decimal(row.percent), decimals)
    note = said.name(lang, row.note)
    return f"{found} ({note})" if note else found
