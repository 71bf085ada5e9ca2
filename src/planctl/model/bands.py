"""Bands of an indicator: which results are wished for, accepted or not approved.

A band is written as a text or a list of texts: `≥ 90`, `> 90`, `≤ −67`, `−66…−50`, `80–89`,
`4,5–6`, `80`. A value is judged as it is shown: rounded to the indicator's `desimaler`, half
away from zero (4,93 is 4,9 at one decimal), and then compared exactly. Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, Literal

from planctl.values import dataclass

Band = Literal["ønsket", "akseptert", "ikke_godkjent"]
BANDS: tuple[Band, ...] = ("ønsket", "akseptert", "ikke_godkjent")

SPACES = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_NUMBER = r"[-+−‐‑‒–﹣-]?\s*\d+(?:[.,]\d+)?"
_LIMIT = re.compile(rf"(>=|=>|<=|=<|[≥⩾>≤⩽<=])\s*({_NUMBER})\Z")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:…|\.\.\.?|til|[-−‐‑‒–—―])\s*({_NUMBER})\Z")
_SINGLE = re.compile(rf"({_NUMBER})\Z")
_PERCENT = re.compile(r"\s*%(?=\Z|\s*[…\-−–—])")
_MINUS = re.compile(r"[-−‐‑‒–﹣-]\s*")
_MOST_SIGNS, _MOST_OF_A_LIMIT = 80, 60
"""Longer than any interval that is written; tested first, since the patterns are slow on long runs of space."""


@dataclass(frozen=True, slots=True)
class ParseError:
    """A band that cannot be read: the offending text, and whether its ends stand the wrong way round."""

    text: str
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is without end, an open end is not itself included."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, value: Decimal) -> bool:
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (not self.high_open and value == self.high)

    def steps(self, decimals: int) -> tuple[int | None, int | None]:
        """Give the first and last value at a precision, counted in steps of its last decimal.

        `> 90` at no decimals begins at 91, at one decimal at 901 (90,1). The interval holds no
        value at this precision when the first is greater than the last.
        """
        first = last = None
        if self.low is not None:
            exact = self.low.scaleb(decimals)
            first = int(exact.to_integral_value(ROUND_CEILING)) + (self.low_open and exact == exact.to_integral_value())
        if self.high is not None:
            exact = self.high.scaleb(decimals)
            last = int(exact.to_integral_value(ROUND_FLOOR)) - (self.high_open and exact == exact.to_integral_value())
        return first, last


@dataclass(frozen=True, slots=True)
class Part:
    """One interval of a band at a precision: its first and last value, counted in steps of the last decimal."""

    band: Band
    index: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Between:
    """The values, in steps, by which two parts fail to meet: a gap between them, or an overlap."""

    lower: Part
    upper: Part
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Bands:
    """The intervals of each band; a band that is not written has none."""

    intervals: Mapping[Band, tuple[Interval, ...]]

    @property
    def decimals(self) -> int:
        """The most decimals that any limit is written with, at most 6."""
        limits = (limit for parts in self.intervals.values() for part in parts for limit in (part.low, part.high))
        exponents = (limit.as_tuple().exponent for limit in limits if limit is not None)
        return min(6, max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0))

    def parts(self, decimals: int) -> list[Part]:
        """Give the intervals that hold a value at a precision, from the lowest."""
        found = [
            Part(band, index, *interval.steps(decimals))
            for band, intervals in self.intervals.items()
            for index, interval in enumerate(intervals)
        ]
        held = [part for part in found if part.first is None or part.last is None or part.first <= part.last]
        return sorted(held, key=lambda part: (part.first is not None, part.first or 0))

    def gaps(self, decimals: int) -> Iterator[Between]:
        """Yield the values between the lowest limit and the highest that no band holds."""
        parts = self.parts(decimals)
        reach = parts[0] if parts else None
        for part in parts[1:]:
            if reach is None or reach.last is None:
                return
            if part.first is not None and part.first > reach.last + 1:
                yield Between(reach, part, reach.last + 1, part.first - 1)
            reach = _further(reach, part)

    def overlaps(self, decimals: int) -> Iterator[Between]:
        """Yield the values that two bands hold; those of three bands come more than once."""
        reach: dict[Band, Part] = {}
        for part in self.parts(decimals):
            for band, other in reach.items():
                if band != part.band and (other.last is None or part.first is None or part.first <= other.last):
                    ends = [end for end in (part.last, other.last) if end is not None]
                    yield Between(other, part, part.first, min(ends, default=None))
            reach[part.band] = _further(reach.get(part.band, part), part)

    def holding(self, value: Any, decimals: int = 0) -> tuple[Band, ...]:
        """Name every band that holds a value at a precision: none in a gap, several where they overlap."""
        number = rounded(value, decimals)
        if number is None:
            return ()
        return tuple(band for band in BANDS if any(number in part for part in self.intervals.get(band, ())))

    def judge(self, value: Any, decimals: int = 0) -> Band | None:
        """Name the one band a value falls in; None when it is not measured, in a gap or in an overlap."""
        found = self.holding(value, decimals)
        return found[0] if len(found) == 1 else None


def rounded(value: Any, decimals: int = 0) -> Decimal | None:
    """Round a number half away from zero; None when it is no number (`ikke målt`)."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, str)):
        return None
    return _rounded(value, decimals)


@lru_cache(maxsize=4096, typed=True)
def _rounded(value: float | Decimal | str, decimals: int) -> Decimal | None:
    try:
        number = Decimal(str(value).strip().replace(",", ".").replace("−", "-"))
    except InvalidOperation:
        return None
    if not number.is_finite() or number.adjusted() > 20:
        return None
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def written(spans: Iterable[Between], decimals: int) -> list[str]:
    """Write values as a plan does: `0,99`, `45–49`, `−9…−1` or `≥ 91`; those that meet are joined."""
    joined: list[tuple[int | None, int | None]] = []
    for span in sorted(spans, key=lambda span: (span.first is not None, span.first or 0)):
        first, last = joined[-1] if joined else (0, span.first)
        if joined and (last is None or span.first is None or span.first <= last + 1):
            joined[-1] = (first, None if last is None or span.last is None else max(last, span.last))
        else:
            joined.append((span.first, span.last))
    return [_written(first, last, decimals) for first, last in joined]


def shown(value: Decimal) -> str:
    """Write a number as a plan does: comma, and the sign for minus."""
    return f"{value:f}".replace(".", ",").replace("-", "−")


def _written(first: int | None, last: int | None, decimals: int) -> str:
    low, high = (None if step is None else shown(Decimal(step).scaleb(-decimals)) for step in (first, last))
    if low is None or high is None:
        if low == high:
            return "−∞…∞"
        return f"≤ {high}" if low is None else f"≥ {low}"
    if low == high:
        return low
    return f"{low}…{high}" if "−" in low + high else f"{low}–{high}"


def _further(one: Part, other: Part) -> Part:
    """Give the part that reaches furthest up."""
    if one.last is None or (other.last is not None and other.last <= one.last):
        return one
    return other


def parse_interval(text: Any) -> Interval | ParseError:
    """Read one interval of a band; a number alone is that value and no other."""
    shown = str(text).strip()
    if isinstance(text, bool) or len(shown) > _MOST_SIGNS:
        return ParseError(shown)
    return _interval(shown)


@lru_cache(maxsize=4096)
def _interval(shown: str) -> Interval | ParseError:
    """Read an interval, once: many rules ask for the bands of the same indicators."""
    plain = _PERCENT.sub("", SPACES.sub("", shown))
    if len(plain) > _MOST_OF_A_LIMIT:
        return ParseError(shown)
    if match := _LIMIT.match(plain):
        return _limit(match[1], _number(match[2]))
    if match := _RANGE.match(plain):
        low, high = _number(match[1]), _number(match[2])
        return Interval(low, high) if low <= high else ParseError(shown, reversed=True)
    if match := _SINGLE.match(plain):
        return Interval(_number(match[1]), _number(match[1]))
    return ParseError(shown)


def parse_band(value: Any) -> tuple[Interval, ...] | ParseError:
    """Read a band: one interval, or a list of them when the band has two sides."""
    parts = []
    for item in value if isinstance(value, list) else [value]:
        part = parse_interval(item)
        if isinstance(part, ParseError):
            return part
        parts.append(part)
    return tuple(parts)


def parse_bands(fields: Any) -> Bands | ParseError | None:
    """Read an indicator's `bånd`; None when it has none, an error at the first band that cannot be read."""
    if not isinstance(fields, Mapping):
        return None if fields is None else ParseError(str(fields))
    found: dict[Band, tuple[Interval, ...]] = {}
    for band in BANDS:
        if fields.get(band) is not None:
            intervals = parse_band(fields[band])
            if isinstance(intervals, ParseError):
                return intervals
            found[band] = intervals
    return Bands(found) if found else None


def _limit(sign: str, number: Decimal) -> Interval:
    if sign == "=":
        return Interval(number, number)
    strict = sign in "<>"
    if sign[0] in "≥⩾>" or sign == "=>":
        return Interval(low=number, low_open=strict)
    return Interval(high=number, high_open=strict)


def _number(text: str) -> Decimal:
    return Decimal(_MINUS.sub("-", text.replace(" ", "")).replace(",", "."))
