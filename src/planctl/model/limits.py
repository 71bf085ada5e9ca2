"""The limits an indicator is judged by, as a plan writes them, and which of them two versions set differently.

Two ways to write the same are no difference: `≥ 90` and `>= 90`, `4,5` and `4.50`, `2020` and `2020-12`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from planctl.model.bands import BANDS, Bands, ParseError, parse_band, parse_bands, rounded
from planctl.model.period import parse_period
from planctl.model.targets import DECIMALS, origin_of, parse_change, targets_of
from planctl.values import dataclass

Dated = tuple[date, Decimal]
"""The last day of a period, and a value."""

LIMITS = ("bånd", "måltall", "nullpunkt", "retning", "desimaler", "hyppighet", "enhet")
"""The fields that decide how an indicator's values are judged, in the order they are told."""

_PERCENT = frozenset({"%", "pst", "pst.", "prosent"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What an indicator's values are judged by; a field that is missing or cannot be read is None or empty.

    `decimals` is None where the values themselves decide; `frequency` tells when a value is out of date.
    """

    bands: Bands | ParseError | None
    targets: tuple[Dated, ...]
    origin: Dated | None
    direction: str
    decimals: int | None
    frequency: Any


def limits_of(fields: Mapping[str, Any]) -> Limits:
    """Read the limits of an indicator's fields."""
    origin = origin_of(fields)
    return Limits(
        bands=parse_bands(fields.get("bånd")),
        targets=tuple((item.end, item.value) for item in targets_of(fields)),
        origin=None if origin is None else (origin.end, origin.value),
        direction=_text(fields.get("retning")),
        decimals=_decimals(fields.get("desimaler")),
        frequency=fields.get("hyppighet"),
    )


def is_percent(unit: Any) -> bool:
    """Tell whether an `enhet` is per cent."""
    return _text(unit).casefold() in _PERCENT


def changed_limits(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the fields of LIMITS that do not mean the same in two versions of an indicator.

    A change from the nullpunkt means the same when the nullpunkt alone is moved: then that is named.
    """
    return tuple(field for field in LIMITS if _meaning(field, old.get(field)) != _meaning(field, new.get(field)))


def _meaning(field: str, value: Any) -> Any:
    match field:
        case "bånd":
            return _bands(value)
        case "måltall":
            return sorted(map(_row, value if isinstance(value, list) else [value] if value is not None else []))
        case "nullpunkt":
            return _row(value)
        case "desimaler":
            return _decimals(value)
    text = _text(value)
    return "%" if field == "enhet" and is_percent(text) else text


def _bands(value: Any) -> Any:
    """Give each band's intervals, whatever their order; as it is written where it cannot be read."""
    if not isinstance(value, dict):
        return {} if value is None else _text(value)
    found = {}
    for band in BANDS:
        if value.get(band) is not None:
            read = parse_band(value[band])
            found[band] = _text(value[band]) if isinstance(read, ParseError) else frozenset(read)
    return found


def _row(value: Any) -> tuple[str, str]:
    """Give a måltall or nullpunkt as day and value or change; as it is written where it cannot be read."""
    period = parse_period(value.get("periode")) if isinstance(value, dict) else None
    if period is not None:
        number, change = rounded(value.get("verdi"), DECIMALS), parse_change(value.get("endring"))
        if number is not None or change is not None:
            return period.end.isoformat(), str(change if number is None else number)
    return "", "" if value is None else _text(value)


def _decimals(value: Any) -> int | None:
    known = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= DECIMALS
    return value if known else None


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, bool) else " ".join(str(value).split())
