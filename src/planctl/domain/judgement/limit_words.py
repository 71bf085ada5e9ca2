"""Limits and how a value stands to them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planctl.domain.judgement.course import Line
from planctl.domain.judgement.indicator import Standing
from planctl.i18n import T, Text
from planctl.model.bands import BANDS, rounded, shown
from planctl.model.period import When
from planctl.model.time_words import time_words
from planctl.status_labels import WORDS
from planctl.values import dataclass

_LABELS: dict[str, Text] = {
    "måltall": T("Target"),
    "nullpunkt": T("Starting point"),
    "retning": T("Direction"),
    "desimaler": T("Decimals"),
    "hyppighet": T("Measured how often"),
    "enhet": T("Unit of measure"),
}
_LINES: dict[Line, Text] = {
    Line.BAK: T("behind the course"),
    Line.PÅ: T("on course"),
    Line.MÅL: T("target reached"),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One limit as it was and as it became, written as plans write it; empty where there was or is none.

    `name` is the field, with the band after a slash.
    """

    name: str
    old: str
    new: str

    @property
    def label(self) -> Text:
        """What the limit is called."""
        field, _, band = self.name.partition("/")
        return (
            T("Band «{band}»", band=WORDS[band])
            if field == "bånd" and band in WORDS
            else _LABELS.get(field, T("Bands"))
        )


def edits(old: Mapping[str, Any], new: Mapping[str, Any], fields: tuple[str, ...]) -> Iterator[Edit]:
    """Write what is changed in some limits of an indicator, each band by itself."""
    for field in fields:
        one, other = old.get(field), new.get(field)
        if field == "bånd" and all(value is None or isinstance(value, dict) for value in (one, other)):
            for band in BANDS:
                pair = [_written((value or {}).get(band)) for value in (one, other)]
                if pair[0] != pair[1]:
                    yield Edit(f"{field}/{band}", *pair)
        else:
            yield Edit(field, _written(one), _written(other))


def standing_words(standing: Standing) -> Text:
    """Say how a value stands: its band, how it stands to the line, and the judgement of both."""
    band, course = WORDS[standing.verdict], WORDS[standing.course.word]
    line = _LINES.get(standing.line)
    if line is None:
        return T("{band}: {course}", band=band, course=course)
    return T("{band}, {line}: {course}", band=band, line=line, course=course)


def decision_words(body: str, day: date | When | None, case: str) -> Text:
    """Say by whom and when a vedtak was made, and in which case."""
    name = body[:1].lower() + body[1:] if body[1:2].islower() else body or "–"
    told = T("{body}, {date}", body=name, date=time_words(day)) if day is not None else T("{body}, no date", body=name)
    return T("{vedtak}, case {number}", vedtak=told, number=case) if case else told


def _written(value: Any) -> str:
    match value:
        case None:
            return ""
        case list():
            rows = list(map(_written, value))
            return ("; " if any(isinstance(item, dict) for item in value) else " / ").join(rows)
        case dict():
            if value.get("verdi") is None and value.get("endring") is not None:
                return f"{value.get('periode')}: {_written(value['endring'])}"
            number = rounded(value.get("verdi"), 6)
            shown_value = shown(number.normalize()) if number is not None else str(value.get("verdi"))
            return f"{value.get('periode')}: {shown_value}"
    return " ".join(str(value).split())
