"""The moved limits of a report: of each indicator it judges, by the last value that it judges.

A report judges by the limits in the files it is made from, so every move up to those counts, also one that was
committed after the period's last day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planctl.domain.decimals import decimals_of
from planctl.domain.judgement.goalposts import Goalposts, Verdicts, verdicts
from planctl.domain.judgement.limit_words import edits
from planctl.history.goalposts import REVISED, Move
from planctl.model.bands import rounded
from planctl.model.limits import limits_of
from planctl.model.measured import ended
from planctl.model.period import known_day
from planctl.model.record import Record
from planctl.reports.indicators import series_of
from planctl.reports.moved_limits import LimitDecision, MovedLimit, MovedLimits, SeriesVerdict
from planctl.reports.scope import Scope, text
from planctl.reports.views.documents import Chart, PlanDocument, ThemeDocument, UnitDocument
from planctl.reports.views.goals import Indicator
from planctl.reports.views.month import MonthReport
from planctl.reports.views.tertial import TertialReport

View = TertialReport | MonthReport | UnitDocument | PlanDocument | ThemeDocument | Chart
"""The views that judge indicators."""


def moved_limits(posts: Goalposts, scope: Scope, view: View) -> MovedLimits | None:
    """Find the moved limits of the indicators that a view judges; None when surely no limit was moved."""
    measured = dict.fromkeys(item.id for item in _judged(view) if not item.never)
    records = [record for name in measured if (record := scope.plans.get(name)) is not None]
    rows = [_row(posts, scope, record, move) for record in records for move in posts.of(record)]
    known = posts.known(scope.day)
    if not records or (not rows and known == "all"):
        return None
    rows.sort(key=lambda row: (not row.moved, -(row.day or date.max).toordinal()))
    return MovedLimits(tuple(rows), known, posts.since)


def _judged(view: View) -> Iterator[Indicator]:
    """List the series of values that a view shows with a verdict or beside their limits."""
    match view:
        case TertialReport() | MonthReport():
            yield from view.indicators
            yield from (item for group in view.unit_indicators for item in group.series)
            if isinstance(view, MonthReport):
                yield from (rule.indicator for rule in view.rules if rule.indicator is not None)
        case UnitDocument():
            yield from view.indicators
        case PlanDocument() | ThemeDocument():
            yield from (row.indicator for row in view.indicators)
        case Chart():
            yield from (row.indicator for _, rows in view.areas for row in rows)


def _row(posts: Goalposts, scope: Scope, record: Record, move: Move) -> MovedLimit:
    rows = [row for row in posts.values(record) if ended(row.period, scope.day)]
    found = verdicts(move.old, move.new, series_of(scope, rows), scope.day)
    former, commit = scope.plans.get(move.former_plan), move.commit
    return MovedLimit(
        id=record.name,
        number=text(record, "nummer"),
        title=record.title,
        edits=tuple(edits(move.old, move.new, move.fields)),
        day=move.day if commit is not None else None,
        commit=commit.short if commit is not None else "",
        subject=commit.subject if commit is not None else "",
        decisions=tuple(_decisions(scope, move)),
        carried=former.title if former is not None else move.former_plan or "",
        revised=move.status == REVISED,
        series=tuple(_series(scope, record, row) for row in found),
    )


def _decisions(scope: Scope, move: Move) -> Iterable[LimitDecision]:
    for row in move.vedtak:
        name = str(row.get("organ") or "")
        organ = scope.plans.get(name)
        yield LimitDecision(
            organ.title if organ is not None else name,
            str(row.get("sak") or ""),
            known_day(row.get("dato")),
        )


def _series(scope: Scope, record: Record, row: Verdicts) -> SeriesVerdict:
    unit, decimals = scope.plans.get(row.unit), decimals_of(limits_of(record.fields), [row.last])
    return SeriesVerdict(
        unit=unit.title if unit is not None else row.unit or "",
        value=rounded(row.last.value, decimals),
        period=row.last.period,
        measure=text(record, "enhet"),
        decimals=decimals,
        old=row.old,
        new=row.new,
    )
