"""An indicator's måltall as numbers: those written as one, and those written as a change from the nullpunkt.

`-30 %` is of the nullpunkt's value, `+5 prosentpoeng` and `-200` are added to it; with `per år` the change comes anew
each year, per cent upon per cent. What is worked out is exact to six decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from planctl.model.bands import rounded
from planctl.model.period import Period, parse_period
from planctl.values import dataclass

DECIMALS = 6
"""The most decimals that a måltall has."""
_FORM = re.compile(r"([-+−]) ?(\d{1,12}(?:[.,]\d{1,6})?)(?: ?(%|prosentpoeng|prosent))?( per år)?\Z")
_MOST_YEARS = 300


@dataclass(frozen=True, slots=True)
class Change:
    """A change: how much, whether it is per cent of the nullpunkt, whether in prosentpoeng, and whether each year."""

    amount: Decimal
    relative: bool = False
    points: bool = False
    yearly: bool = False

    def after(self, value: Decimal, times: int) -> Decimal:
        """Give what a value has become when it has changed so a number of times."""
        if not self.relative:
            return value + self.amount * times
        return value * (1 + self.amount / 100) ** times


@dataclass(frozen=True, slots=True)
class Target:
    """A måltall as a number: the last day and the words of its period, and which of the written ones it is from."""

    end: date
    value: Decimal
    period: str
    index: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The nullpunkt as a number: the last day and the words of its period."""

    end: date
    value: Decimal
    period: str


def parse_change(value: Any) -> Change | None:
    """Read an `endring`: a text with its sign, or a number; None when it is neither."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        amount = _exact(value)
        return None if amount is None else Change(amount)
    match = _FORM.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    sign, digits, unit, yearly = match.groups()
    amount = _exact(digits) or Decimal()
    return Change(
        amount if sign == "+" else -amount, unit in {"%", "prosent"}, unit == "prosentpoeng", yearly is not None
    )


def origin_of(fields: Mapping[str, Any]) -> Origin | None:
    """Read an indicator's nullpunkt; None where there is none, or it cannot be read."""
    row = fields.get("nullpunkt")
    if not isinstance(row, dict):
        return None
    value, period = _number(row), _period(row)
    return Origin(period.end, value, str(row["periode"])) if value is not None and period is not None else None


def targets_of(fields: Mapping[str, Any]) -> tuple[Target, ...]:
    """Give an indicator's måltall from the first to the last; those that cannot be read or worked out are left out.

    A change that comes each year gives one for each year from the nullpunkt. Where two end on the same day, a number
    that is written holds before one that is worked out.
    """
    rows, origin = fields.get("måltall"), origin_of(fields)
    found: list[tuple[date, bool, int, Target]] = []
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        period = _period(row)
        if period is None:
            continue
        value = _number(row)
        if value is not None:
            found.append((period.end, True, index, Target(period.end, value, str(row["periode"]), index)))
            continue
        change = parse_change(row.get("endring"))
        if change is not None and origin is not None and period.end > origin.end:
            steps = _steps(change, origin, period, str(row["periode"]), index)
            found += [(item.end, False, index, item) for item in steps]
    found.sort(key=lambda entry: entry[:3])
    written = {end for end, is_written, _, _ in found if is_written}
    return tuple(item for end, is_written, _, item in found if is_written or end not in written)


def written_changes(fields: Mapping[str, Any]) -> Iterator[tuple[int, Period, Change]]:
    """Yield the måltall that are written as a change: the place in the list, the period and the change."""
    rows = fields.get("måltall")
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        period = _period(row)
        change = parse_change(row.get("endring")) if period is not None else None
        if period is not None and change is not None and _number(row) is None:
            yield index, period, change


def _steps(change: Change, origin: Origin, period: Period, written: str, index: int) -> Iterator[Target]:
    """Work a change out: one måltall, or one for each whole year since the nullpunkt and one for the period's end."""
    if not change.yearly:
        yield from _target(period.end, change.after(origin.value, 1), written, index)
        return
    value = origin.value
    for count in range(1, _MOST_YEARS):
        end = _years_later(origin.end, count)
        if end >= period.end:
            value = change.after(origin.value, count) if end == period.end else value
            yield from _target(period.end, value, written, index)
            return
        value = change.after(origin.value, count)
        yield from _target(end, value, f"{end.year}{origin.period[4:]}", index)


def _years_later(day: date, count: int) -> date:
    """Return the same day a number of years later; of a month's last day the month's last day."""
    following = day + timedelta(days=1)
    if following.day == 1:
        return date(following.year + count, following.month, 1) - timedelta(days=1)
    return date(day.year + count, day.month, day.day)


def _target(end: date, value: Decimal, written: str, index: int) -> Iterator[Target]:
    """Yield a måltall of a value; none of one that is too large to be meant."""
    exact = _exact(value)
    if exact is not None:
        yield Target(end, exact, written, index)


def _exact(value: Any) -> Decimal | None:
    """Give a number to six decimals without those that are nought at its end."""
    found = rounded(value, DECIMALS)
    if found is None:
        return None
    whole = found.to_integral_value()
    return whole if found == whole else found.normalize()


def _number(row: Any) -> Decimal | None:
    value = row.get("verdi") if isinstance(row, dict) else None
    return None if isinstance(value, str) else _exact(value)


def _period(row: Any) -> Period | None:
    return parse_period(row.get("periode")) if isinstance(row, dict) else None
