"""The citizens' observatory: the places that are in use, and how they have been graded."""

from __future__ import annotations

from datetime import date

from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.values import dataclass

_PLACES = 39
"""How many places ISO 18091 has (S0 «Styring»)."""
_SCALE = 5
"""The highest grade, where the observatory says nothing."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment of a place: its index in `vurderinger`, its day, its grade, who took part, what was learned."""

    index: int
    day: date | None
    grade: int | None
    groups: tuple[str, ...]
    people: int | None
    learned: str


def scale_of(observatory: Record) -> int:
    """Give the highest grade."""
    return _whole(observatory.get("skala")) or _SCALE


def places_of(observatory: Record) -> int:
    """Give how many places the standard has."""
    return _whole(observatory.get("antall")) or _PLACES


def assessments(place: Record) -> list[Assessment]:
    """Give the assessments of a place, in the order of the file."""
    rows = place.get("vurderinger")
    listed = rows if isinstance(rows, list) else []
    return [_assessment(index, row) for index, row in enumerate(listed) if isinstance(row, dict)]


def ambition(place: Record) -> int | None:
    """Give the grade that the municipality wants a place to have."""
    return _whole(place.get("ambisjon"))


def latest(place: Record, day: date) -> Assessment | None:
    """Give the last assessment of a place by a day."""
    known = [(row.day, row) for row in assessments(place) if row.day is not None and row.day <= day]
    return max(known, key=lambda pair: pair[0], default=(None, None))[1]


def _assessment(index: int, row: dict[str, object]) -> Assessment:
    groups, learned = row.get("deltakere"), row.get("lært")
    named = tuple(item for item in groups if isinstance(item, str)) if isinstance(groups, list) else ()
    return Assessment(
        index,
        parse_date(row.get("dato")),
        _whole(row.get("karakter")),
        named,
        _whole(row.get("antall")),
        learned if isinstance(learned, str) else "",
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
