"""An indicator's direction says one thing, its bands or its target another.

With `retning: opp` a higher result is better: then the wished-for band lies above the others, and the
target above the zero point. With `ned` it is the other way round, and `intervall` means that the
middle is best, with poorer results on both sides. When they contradict each other, a report calls a
step back an improvement. Correct the direction, or the number that was written the wrong way. The
last target may not lie among the results that are not approved either.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.decimals import precision
from planctl.domain.indicators import band_text, readable_bands
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.bands import Bands, Part, shown
from planctl.model.record import Record
from planctl.model.targets import origin_of, targets_of
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_DIRECTIONS = ("opp", "ned", "intervall")


def _each(record: Record, world: World) -> Iterator[Finding]:
    direction = record.get("retning")
    if direction not in _DIRECTIONS:
        return
    bands = readable_bands(record)
    decimals = precision(record)
    wanted = _by_bands(bands, decimals) if bands is not None else None
    if wanted is not None and wanted != direction:
        message = T("«{id}» has retning: {direction}, but its bands say otherwise", id=record.name, direction=direction)
        hint = T("Write retning: {wanted}, or correct the bands.", wanted=wanted)
        related = [(record.place(*band_text(record, "ønsket")), T("the wished-for results stand here"))]
        yield finding("605", record, message, "retning", help=hint, related=related)
    elif bands is not None and wanted in ("opp", "ned") and _out_of_order(bands.parts(decimals), wanted):
        message = T("In «{id}» the bands akseptert and ikke_godkjent stand the wrong way round", id=record.name)
        hint = T("Let the accepted results lie between the wished-for and those that are not approved.")
        yield finding("605", record, message, "bånd", "akseptert", help=hint)
    else:
        yield from _against_target(record, direction, bands, decimals)


def _by_bands(bands: Bands, decimals: int) -> str | None:
    """Tell which direction the bands show; None when they show none, as when they overlap."""
    parts = bands.parts(decimals)
    best = [part for part in parts if part.band == "ønsket"]
    others = [part for part in parts if part.band != "ønsket"]
    if not best:
        return None
    sides = {_side(other, best) for other in others}
    if others:
        shows = {frozenset({-1}): "opp", frozenset({1}): "ned", frozenset({-1, 1}): "intervall"}
        return shows.get(frozenset(sides))
    low, high = best[0].first, _last(best)
    return None if (low is None) == (high is None) else "opp" if high is None else "ned"


def _side(part: Part, best: list[Part]) -> int:
    """Tell whether a part lies below (-1) or above (1) the others; 0 when among them."""
    low, high = best[0].first, _last(best)
    if low is not None and part.last is not None and part.last < low:
        return -1
    return 1 if high is not None and part.first is not None and part.first > high else 0


def _last(parts: list[Part]) -> int | None:
    ends = [part.last for part in parts]
    return None if None in ends else max(end for end in ends if end is not None)


def _out_of_order(parts: list[Part], direction: str) -> bool:
    """Tell whether the results that are not approved lie between the accepted and the wished-for."""
    accepted = [part for part in parts if part.band == "akseptert"]
    refused = [part for part in parts if part.band == "ikke_godkjent"]
    wrong = 1 if direction == "opp" else -1
    return bool(accepted and refused) and all(_side(part, accepted) == wrong for part in refused)


def _against_target(record: Record, direction: str, bands: Bands | None, decimals: int) -> Iterator[Finding]:
    rows, origin = targets_of(record.fields), origin_of(record.fields)
    if not rows:
        return
    index, target = rows[-1].index, rows[-1].value
    start = origin.value if origin is not None else None
    field = "verdi" if record.fields["måltall"][index].get("verdi") is not None else "endring"
    if start is not None and (target < start if direction == "opp" else direction == "ned" and target > start):
        message = T(
            "«{id}» has retning: {direction}, but its target {target} lies on the wrong side of its zero point {zero}",
            id=record.name, direction=direction, target=shown(target), zero=shown(start),
        )  # fmt: skip
        hint = T("Correct the direction, the target or the zero point.")
        related = [(record.place("måltall", index, field), T("the target stands here"))]
        yield finding("605", record, message, "retning", help=hint, related=related)
    elif bands is not None and bands.judge(str(target), decimals) == "ikke_godkjent":
        message = T("The target {value} of «{id}» lies in the band ikke_godkjent", value=shown(target), id=record.name)
        hint = T("Correct the target or the bands.")
        related = [(record.place(*band_text(record, "ikke_godkjent")), T("the band stands here"))]
        yield finding("605", record, message, "måltall", index, field, help=hint, related=related)


RULE = Rule(
    code="605",
    slug="retning-mot-mål",
    severity=Severity.ERROR,
    title="The direction contradicts bands or target",
    source="S0 «Mål- og resultatstyring»: indikatorer",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("retning: opp", "retning: ned"), PROGRAM),
    visits=("indikator",),
    each=_each,
    explanation=__doc__,
)
