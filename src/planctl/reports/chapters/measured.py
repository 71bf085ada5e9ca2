"""What tables tell of indicators: the latest value, how it is judged, where it is going; and those of many units."""

from __future__ import annotations

from collections.abc import Iterable

from planctl.domain.judgement.course import Line
from planctl.i18n import T
from planctl.model.chapter import Cell, Column, Drawn, Table, Words
from planctl.reports.chapters.columns import label, named, on_page, point
from planctl.reports.rendering.spoken import Capital, Joined, Measured, Noted, PeriodName
from planctl.reports.views.goals import Indicator, UnitIndicator
from planctl.status_labels import status_text

BANDS = ("ønsket", "akseptert", "ikke_godkjent")
"""The bands, best first."""


def latest_told(item: Indicator) -> Words:
    """Tell the latest value with its period, or that there is none, and the last one there is."""
    told: Words = T("never measured")
    if item.latest is not None and item.latest.value is not None:
        told = point(item.latest, item)
    elif item.latest is not None and item.last_value is not None:
        unknown = Noted(T("not measured"), PeriodName(item.latest.period))
        told = Joined((unknown, T("last {value}", value=point(item.last_value, item))), by=", ")
    elif item.latest is not None:
        told = Noted(told, Joined((PeriodName(item.latest.period), T("not measured")), by=": "))
    return Joined((told, T("out of date")) if item.stale else (told,), by=", ")


def trend_told(item: Indicator) -> Words | None:
    """Compare the last value with the one it is held against, in words; where its retning is told, up is better."""
    if item.lacking is not None:
        return Joined((T("no value of {period} to compare with", period=PeriodName(item.lacking)),))
    if item.previous is None:
        return None
    before = Noted(PeriodName(item.previous.period), Measured(item.previous.value, item))
    match item.trend, item.better:
        case "uendret", _:
            return T("→ unchanged from {before}", before=before)
        case _, True:
            return T("↑ better than {before}", before=before)
        case _, False:
            return T("↓ worse than {before}", before=before)
        case "opp", _:
            return T("↑ up from {before}", before=before)
        case "ned", _:
            return T("↓ down from {before}", before=before)
        case _:
            return None


def course_told(item: Indicator) -> Words | None:
    """Tell how the last value stands to the straight line to the target."""
    match item.line:
        case Line.MÅL:
            return Joined((T("target reached"),))
        case Line.PÅ:
            return Joined((T("on course"),))
        case Line.BAK:
            return Joined((T("behind, should be {value}", value=Measured(item.expected, item)),))
        case _:
            return None


def indicators_table(items: Iterable[Indicator], *, with_goal: bool) -> Table:
    """List indicators on a page, each with the mål it measures, or with its fokusområde."""
    first = Column(T("{Delmål}") if with_goal else T("Focus"))
    return Table(on_page(first, *_INDICATOR), tuple(_row(item, with_goal=with_goal) for item in items))


_INDICATOR = (
    Column(T("{Indikator}")),
    Column(T("Latest value"), "value"),
    Column(T("Over time"), "figure"),
    Column(T("Judged by the bands")),
    Column(T("Trend")),
    Column(T("Target"), "value"),
    Column(T("Course to the target")),
)


def _row(item: Indicator, *, with_goal: bool) -> tuple[Cell, ...]:
    return (
        Joined((item.goal,)) if with_goal else Capital(item.focus),
        named(item),
        latest_told(item),
        Drawn(item),
        Joined((status_text(item.verdict),)) if item.verdict else None,
        trend_told(item),
        None if item.target is None else point(item.target, item),
        course_told(item),
    )


def by_unit_table(items: Iterable[UnitIndicator]) -> Table:
    """Count how many units' results each band has, of indicators that are measured unit by unit."""
    columns = (
        Column(T("{Indikator}"), width=44),
        Column(T("{Enhet_pl}"), "number", 10),
        *(Column(status_text(band), "number", 14) for band in BANDS),
        Column(T("Without a judgement"), "number", 14),
        Column(T("Units that are not approved"), width=44),
    )
    return Table(columns, tuple(map(_of_units, items)))


def _of_units(item: UnitIndicator) -> tuple[Cell, ...]:
    name = label(item)
    return (
        Noted(name, item.goal) if item.goal else name,
        len(item.series),
        *(item.count(band) for band in BANDS),
        len(item.series) - item.count(*BANDS),
        Joined((item.rejected,)) if item.rejected else None,
    )
