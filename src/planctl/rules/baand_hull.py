"""Some results fall between two bands, and belong to none of them.

A result is rounded to the indicator's `desimaler` and then judged. When the bands are `≥ 90` and
`80–88`, a result of 89 is neither wished for nor accepted. Move a limit so that the bands meet at
that precision. Only values between the lowest limit and the highest are looked at: the ends of a
scale, as in `0–3,9` and `4,5–6`, need not be covered. A range with its ends the wrong way round
holds no result at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.decimals import precision
from planctl.domain.indicators import band_text, part_text, readable_bands
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.bands import BANDS, ParseError, parse_interval, written
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROGRAM.replace("10–14", "10–13")
_MOST = 5


def _each(record: Record, world: World) -> Iterator[Finding]:
    bands = readable_bands(record)
    if bands is None:
        yield from _reversed(record)
        return
    decimals = precision(record)
    gaps = list(bands.gaps(decimals))
    if not gaps:
        return
    values = written(gaps, decimals)
    shown = [*values[: _MOST - 1], "…"] if len(values) > _MOST else values
    message = T("No band of «{id}» holds {values}", id=record.name, values=shown)
    hint = T("Move a limit so that the bands meet at the number of decimals given under «desimaler».")
    first = gaps[0]
    related = [(record.place(*part_text(record, first.lower)), T("the band below ends here"))]
    yield finding("603", record, message, *part_text(record, first.upper), help=hint, related=related)


def _reversed(record: Record) -> Iterator[Finding]:
    """Find the text whose ends stand the wrong way round; what cannot be read at all is 104."""
    bands = record.get("bånd")
    for band in BANDS if isinstance(bands, dict) else ():
        texts = bands.get(band)
        for index, text in enumerate(texts if isinstance(texts, list) else [texts]):
            found = parse_interval(text)
            if isinstance(found, ParseError) and found.reversed:
                message = T(
                    "«{text}» in «{id}» holds no value: the first number is the greatest", text=text, id=record.name
                )
                hint = T("Write the lowest number first, as 80–89 or −66…−50.")
                yield finding("603", record, message, *band_text(record, band, index), help=hint)


RULE = Rule(
    code="603",
    slug="bånd-hull",
    severity=Severity.WARNING,
    title="A gap between two bands",
    source="S2 «Balansert målstyring»: målekart",
    example=Example("handlingsprogram.yaml", _BAD, PROGRAM),
    visits=("indikator",),
    each=_each,
    explanation=__doc__,
)
