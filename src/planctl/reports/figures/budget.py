"""Budget against forecast or accounts: the year's sums of each tjenesteområde, and the deviation in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.i18n import Language, T, Text
from planctl.reports.figures import draw
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.labels import deviation
from planctl.reports.figures.swatch import Swatch, legend
from planctl.reports.rendering.phrases import area, number
from planctl.reports.views.money import AreaMoney, Economy, Money
from planctl.svg.look import BLUE, BROWN, BROWN_PALE, INK, LINE, MUTED
from planctl.svg.metrics import BOLD

_NAME = 140.0
_BARS = (150.0, 302.0)
_NUMBERS = 386.0
_DEVIATIONS = (404.0, 548.0)
_WORDS = 558.0
_PITCH = 50.0
_BUDGET, _FORECAST = Swatch("#d3e5f1", BLUE), Swatch(BLUE, BLUE)
_OVER, _UNDER = Swatch(BROWN_PALE, BROWN, "rising"), Swatch("#d3e5f1", BLUE)


def budget_bars(economy: Economy, lang: Language, name: str = "økonomi", *, closed: bool = False) -> Figure:
    """Draw budget and forecast as pairs of bars, and the deviation to the left (merforbruk) or right of a line.

    Of a year that is closed the forecast is what its accounts came to. A sum of one row is left out.
    """
    spent = lang("Accounts for the year") if closed else lang("Forecast for the year")
    rows = economy.areas
    parts, y = legend(
        [
            (_BUDGET, lang("Budget for the year")),
            (_FORECAST, spent),
            (_OVER, lang("Overspend")),
            (_UNDER, lang("Underspend")),
        ],
        0,
        draw.WIDTH,
    )
    y += 24
    parts.append(draw.text(_NUMBERS, y, lang("1000 kr"), fill=MUTED, anchor="end"))
    parts.append(draw.text(_WORDS, y, lang("Deviation, 1000 kr"), fill=MUTED, room=draw.WIDTH - _WORDS))
    y += 10
    sums = [value for row in rows for value in (row.money.revised, row.money.forecast)]
    every = [*sums, economy.total.revised, economy.total.forecast]
    room = _NUMBERS - max(draw.wide(_amount(value, lang), bold=True) for value in every) - 8
    bars = _Scale(sums, (_BARS[0], min(_BARS[1], room)))
    gaps = _Scale([row.money.deviation for row in rows], _DEVIATIONS, even=True)
    top = y
    for row in rows:
        parts.extend(_row(row.name, row.money, y, bars, gaps, lang))
        y += _PITCH
    if rows:
        parts.append(
            draw.path(draw.line(gaps.zero, top, gaps.zero, y - 10) + draw.line(bars.zero, top, bars.zero, y - 10), INK)
        )
    if len(rows) > 1:
        parts.append(draw.path(draw.line(0, y, draw.WIDTH, y), LINE))
        parts.extend(_sum(economy.total, y + 4, room, spent, lang))
        y += _PITCH
    if not rows:
        parts.append(draw.text(0, y + 16, lang("No figures are reported."), fill=MUTED))
        y += 28
    return draw.figure(name, (draw.WIDTH, y), _told(economy, lang, closed=closed), lang, parts)


class _Scale:
    """Turns sums into places on a line that holds them all and zero."""

    def __init__(self, values: Sequence[int | None], ends: tuple[float, float], *, even: bool = False) -> None:
        found = [value for value in values if value is not None]
        low, high = min([0, *found]), max([0, *found])
        if even:
            low, high = min(low, -high), max(high, -low)
        self._low, self._wide = low, max(high - low, 1)
        self._ends = ends
        self.zero = self.at(0) if high > low else sum(ends) / 2 if even else ends[0]

    def at(self, value: int) -> float:
        """Place a sum."""
        left, right = self._ends
        return left + (value - self._low) / self._wide * (right - left)

    def bar(self, value: int | None, top: float, height: float, look: Swatch) -> str:
        """Draw a bar from zero."""
        if not value:
            return ""
        ends = sorted((self.zero, self.at(value)))
        width = max(ends[1] - ends[0], 3)
        return look.draw(ends[0] if value > 0 else ends[1] - width, top, width, height)


def _row(name: str, money: Money, top: float, bars: _Scale, gaps: _Scale, lang: Language) -> Iterator[str]:
    middle = top + 18
    yield draw.block(0, middle, draw.lines(area(lang, name), _NAME, draw.TEXT), draw.TEXT, room=_NAME)
    for value, y, look in ((money.revised, top + 4, _BUDGET), (money.forecast, top + 19, _FORECAST)):
        yield bars.bar(value, y, 13, look)
        yield draw.text(_NUMBERS, y + 11, _amount(value, lang), anchor="end")
    gap = money.deviation
    if gap:
        yield gaps.bar(gap, top + 8, 20, _OVER if gap < 0 else _UNDER)
    rows = draw.lines(deviation(lang, money), draw.WIDTH - _WORDS, most=2)
    yield draw.block(_WORDS, middle, rows, room=draw.WIDTH - _WORDS)


def _sum(money: Money, top: float, end: float, spent: str, lang: Language) -> Iterator[str]:
    """Write the sums of all, without bars."""
    yield draw.text(0, top + 22.7, lang("Sum"), draw.TEXT, bold=True)
    for value, y in ((money.revised, top + 4), (money.forecast, top + 19)):
        yield draw.text(_NUMBERS, y + 11, _amount(value, lang), anchor="end", bold=True)
    for look, words, y in (
        (_BUDGET, lang("Budget for the year"), top + 4),
        (_FORECAST, spent, top + 19),
    ):
        yield look.draw(_BARS[0], y, 20, 13)
        yield draw.text(_BARS[0] + 26, y + 11, draw.short(words, end - _BARS[0] - 26), room=end - _BARS[0] - 26)
    rows = draw.lines(deviation(lang, money), (draw.WIDTH - _WORDS) / BOLD)
    yield draw.block(_WORDS, top + 18, rows, bold=True)


def _amount(value: int | None, lang: Language) -> str:
    return "–" if value is None else number(lang, value)


def _told(economy: Economy, lang: Language, *, closed: bool) -> draw.Told:
    known = [row for row in economy.areas if row.money.deviation is not None]
    said = [f"{lang('In all')}: {deviation(lang, economy.total)}."]
    worst = min(known, key=lambda row: row.money.deviation or 0, default=None)
    if worst is not None and len(economy.areas) > 1 and (worst.money.deviation or 0) < 0:
        name = draw.named(area(lang, worst.name))
        said.append(
            lang("The greatest overspend: {name}, {deviation}.", name=name, deviation=deviation(lang, worst.money))
        )
    details = [lang(_row_told(row, lang, closed=closed)) for row in economy.areas]
    return draw.Told(lang(_title(economy, lang, closed=closed)), " ".join(said), " ".join(details))


def _title(economy: Economy, lang: Language, *, closed: bool) -> Text:
    """Name what is drawn; a single row is named by itself."""
    if len(economy.areas) == 1:
        name = draw.named(area(lang, economy.areas[0].name))
        if closed:
            return T("Budget and accounts of {name}, 1000 kr", name=name)
        return T("Budget and forecast of {name}, 1000 kr", name=name)
    if closed:
        return T("Budget and accounts by {tjenesteområde}, 1000 kr")
    return T("Budget and forecast by {tjenesteområde}, 1000 kr")


def _row_told(row: AreaMoney, lang: Language, *, closed: bool) -> Text:
    fields = {
        "name": draw.named(area(lang, row.name)),
        "budget": _amount(row.money.revised, lang),
        "forecast": _amount(row.money.forecast, lang),
        "deviation": deviation(lang, row.money),
    }
    if closed:
        return T("{name}: budget {budget}, accounts {forecast}, {deviation}.", **fields)
    return T("{name}: budget {budget}, forecast {forecast}, {deviation}.", **fields)
