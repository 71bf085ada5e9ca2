"""An indicator's last value held against its limits: the band, the line to the måltall, and both together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from planctl.domain.decimals import decimals_of
from planctl.domain.judgement.course import Course, Limit, Line, measured
from planctl.domain.judgement.line import expected, line
from planctl.model.bands import Band, ParseError, rounded
from planctl.model.limits import Limits
from planctl.model.measured import expected_by
from planctl.model.period import parse_period, year_before
from planctl.model.planset import Measurement
from planctl.values import dataclass

BandVerdict = Band | Literal["uten bånd", "uleselig bånd", "utenfor båndene"]
"""The band a value falls in, or why there is none."""

_LIMITS = {"ønsket": Limit.ØNSKET, "akseptert": Limit.AKSEPTERT, "ikke_godkjent": Limit.IKKE_GODKJENT}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the last value of a series stands to some limits.

    `expected` is what the line has at the end of the value's period, None without a line. `stale` tells that a newer
    value should have been there.
    """

    verdict: BandVerdict
    line: Line
    expected: Decimal | None
    course: Course
    stale: bool

    def same(self, other: Standing) -> bool:
        """Tell whether two standings judge alike."""
        return (self.verdict, self.line, self.course) == (other.verdict, other.line, other.course)


def by_unit(rows: Iterable[Measurement]) -> dict[str | None, list[Measurement]]:
    """Part the values of an indicator into series: one for all (None), else one for each unit."""
    every = list(rows)
    own = [row for row in every if not row.unit]
    if own or not every:
        return {None: own}
    return {unit: [row for row in every if row.unit == unit] for unit in dict.fromkeys(row.unit for row in every)}


def in_order(rows: Iterable[Measurement]) -> list[Measurement]:
    """Give the values of a series by time, the last one written of each day that periods end on."""
    return list({end_of(row.period): row for row in sorted(rows, key=lambda row: end_of(row.period))}.values())


def compared(last: Measurement, rows: Iterable[Measurement]) -> Measurement | None:
    """Find among the values of a series the one that the last is held against; None where there is none.

    That of a part of a year is held against the same part of the year before, as winter and summer differ; another
    against the last one before it that is not of a part of a year.
    """
    wanted, end = year_before(last.period), end_of(last.period)
    if wanted is not None:
        return next((row for row in reversed(list(rows)) if row.period == wanted and row.value is not None), None)
    whole = (row for row in in_order(row for row in rows if row.value is not None and year_before(row.period) is None))
    return next((row for row in reversed(list(whole)) if end_of(row.period) < end), None)


def standing(limits: Limits, values: Sequence[Measurement], day: date) -> Standing | None:
    """Judge the last value of a series, given by time, on a day; None when nothing is measured."""
    known = [row for row in values if row.value is not None]
    if not known:
        return None
    decimals = decimals_of(limits, known)
    value, end = known[-1].value, end_of(known[-1].period)
    due = expected_by(limits.frequency, end)
    stale = due is not None and due < day
    verdict = _verdict(limits, value, decimals)
    shown = rounded(value, decimals)
    if shown is None:
        return Standing(verdict, Line.INGEN, None, Course.UKJENT, stale)
    place = line(shown, end, limits.origin, limits.targets, limits.direction, decimals)
    wanted = None if place is Line.INGEN else rounded(expected(end, limits.origin, limits.targets), decimals)
    course = measured(_LIMITS.get(verdict, Limit.INGEN), place, stale=stale)
    return Standing(verdict, place, wanted, course, stale)


def end_of(period: str | int | None) -> date:
    """Give the last day of a period; the first day there is where it is none."""
    found = parse_period(period)
    return found.end if found else date.min


def _verdict(limits: Limits, value: float | None, decimals: int) -> BandVerdict:
    if limits.bands is None:
        return "uten bånd"
    if isinstance(limits.bands, ParseError):
        return "uleselig bånd"
    return limits.bands.judge(value, decimals) or "utenfor båndene"
