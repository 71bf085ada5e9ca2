"""A measured value cannot be right: a share above 100 per cent, a negative count, a score outside its scale.

Most often a digit or the decimal sign was typed wrong. The rule speaks only where indicator and bands
leave no doubt: a share in per cent (`Andel …`, or bands from 0 to 100) whose limits all lie between 0
and 100, a count (`enhet: antall`), or points on a scale that the title names (`skala 1–5`) or the bands
close at both ends. A change in per cent may well be negative or above 100. Correct the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from planctl.domain.decimals import precision
from planctl.domain.indicators import number, readable_bands
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.bands import BANDS, Bands, rounded, shown
from planctl.model.limits import is_percent
from planctl.model.record import Record
from planctl.model.targets import origin_of, targets_of
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2020\n    verdi: 11\n"
_COUNTS = frozenset({"antall", "tal", "talet", "stk", "personer", "personar", "innbyggere", "innbyggjarar", "saker"})
_CHANGES = (
    r"endring|vekst|avvik|økning|auke|reduksjon|nedgang|oppgang|netto|differanse|forskjell|balanse|resultat|indeks"
    r"|dekning|dekking|grad\b|oppnå|utnytt|belegg|kapasitet|budsjett|forbruk|avkast|gjeld|fond|sammenlign|samanlikn"
    r"|i forhold til|fra (19|20)\d\d|frå (19|20)\d\d|siden (19|20)\d\d|sidan (19|20)\d\d"
    r"|mer enn|meir enn|over\b|under\b"
)
_SHARE = r"\b(prosent)?andel|\b(prosent)?del\b|\b(prosent)?delen\b|\bsom\b"
_POINTS = r"poeng|skår|score|karakter|snitt|skala"
_WHOLE = (Decimal(0), Decimal(100))
_SCALE = r"skala(?:en)?\s*(?:fra|frå|på|:|\()?\s*(\d+)\s*(?:–|-|til|…)\s*(\d+)"

Scale = tuple[Decimal, Decimal | None]
"""The least and the greatest value; None when there is no greatest."""


def _whole(world: World) -> Iterator[Finding]:
    scales: dict[str, Scale | None] = {}
    for row in world.plans.measurements:
        record = world.plans.get(row.indicator)
        if row.value is None or record is None or record.kind != "indikator":
            continue
        if row.indicator not in scales:
            scales[row.indicator] = _scale(record)
        scale = scales[row.indicator]
        value = rounded(row.value, precision(record))
        if scale is None or value is None or _within(value, scale):
            continue
        low, high = scale
        said = shown(number(row.value) or value)
        message = T("«{id}» cannot be {value}: it is never negative", id=record.name, value=said)
        if high is not None:
            message = T(
                "«{id}» cannot be {value}: it goes from {low} to {high}",
                id=record.name, value=said, low=shown(low), high=shown(high),
            )  # fmt: skip
        hint = T("Correct the value, or the indicator's «enhet» and «bånd».")
        related = ((record.place("enhet"), T("the indicator's «enhet» stands here")),)
        yield Finding("608", row.place, message, hint, record.id, "verdi", related)


def _scale(record: Record) -> Scale | None:
    """Tell which values an indicator can have; None when that is not certain."""
    unit = str(record.get("enhet") or "").casefold().strip()
    words = f"{record.title} {unit}".casefold()
    bands = readable_bands(record)
    named = re.search(_SCALE, words)
    if named and (not unit or re.search(_POINTS, unit)):
        return Decimal(named[1]), Decimal(named[2])
    ends = _ends(bands) if bands is not None else None
    if "poeng" in unit:
        return ends
    origin, aims = origin_of(record.fields), targets_of(record.fields)
    start = [] if origin is None else [origin.value]
    limits = [*_limits(bands), *(item.value for item in aims), *start]
    given = [limit for limit in limits if limit is not None]
    if re.search(_CHANGES, words) or any(limit < 0 for limit in given):
        return None
    if unit in _COUNTS:
        return Decimal(0), None
    share = is_percent(unit) and (ends == _WHOLE or re.search(_SHARE, words) is not None)
    return _WHOLE if share and bands is not None and all(limit <= 100 for limit in given) else None


def _limits(bands: Bands | None) -> list[Decimal | None]:
    parts = [part for intervals in bands.intervals.values() for part in intervals] if bands is not None else []
    return [limit for part in parts for limit in (part.low, part.high)]


def _ends(bands: Bands) -> Scale | None:
    """Give the lowest and the highest value of a whole set of bands; None when one end is open."""
    limits = _limits(bands)
    known = [limit for limit in limits if limit is not None]
    whole = len(bands.intervals) == len(BANDS) and len(known) == len(limits)
    return (min(known), max(known)) if whole else None


def _within(value: Decimal, scale: Scale) -> bool:
    low, high = scale
    return value >= low and (high is None or value <= high)


RULE = Rule(
    code="608",
    slug="umulig-måling",
    severity=Severity.ERROR,
    title="A value that cannot be right",
    source="planctl",
    example=Example("målinger/klima.yaml", _GOOD.replace("11", "110"), _GOOD, {"handlingsprogram.yaml": PROGRAM}),
    whole=_whole,
    explanation=__doc__,
)
