"""An indicator's newest value is older than it should be.

`hyppighet` says how often the indicator is measured. When a whole interval has passed after the newest
value, and then half of one (at most half a year) to measure and publish in, a newer value should be
there: a yearly number for 2019 is out of date after June 2021. «ikke målt» says that a result is
missing, and does not count as measured. An indicator that has never been measured is told of too, when a
value newer than its zero point should be there, unless the repository holds no measurements at all.
Between two measurements nothing is told: what is measured `hvert 3. år` is due in the third year.
Indicators of plans in force are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.in_force import in_force
from planctl.domain.indicators import badly_measured, is_due, living, measured
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.measured import expected_by, interval
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_VALUES = "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2018\n    verdi: 8\n"
_GOOD = _VALUES + "  - indikator: klima.i1\n    periode: 2020\n    verdi: 11\n"
_FEW = 3


def _whole(world: World) -> Iterator[Finding]:
    values, unread = measured(world), badly_measured(world)
    for record in living(world):
        if not world.plans.measurements or not in_force(record.plan, world.graph, world.today):
            continue
        if interval(record.get("hyppighet")) is None or record.name in unread:
            continue
        rows = values.get(record.name, [])
        if rows:
            yield from _stale(record, rows, world)
        elif is_due(record.fields, world.today) and not world.plans.incomplete:
            message = T("{Indikator} «{id}» has never been measured", id=record.name)
            hint = T("Add the first value to a file with type: målinger, or agree on when it is to be measured.")
            yield finding("607", record, message, help=hint)


def _stale(record: Record, rows: list[tuple[date, Measurement]], world: World) -> Iterator[Finding]:
    """Judge the municipality's own series, or when there is none each unit's."""
    own = [row for row in rows if not row[1].unit] or rows
    if len({(row.unit, row.period) for _, row in own}) < len(own):
        return  # a period may have been written wrong: 617 has spoken
    last = {row.unit: (end, row) for end, row in own}
    late = {unit: pair for unit, pair in last.items() if _due(record, pair[0]) < world.today}
    if not late:
        return
    end, row = min(late.values(), key=lambda pair: pair[0])
    names: list[str | Text] = [_title(unit, world) for unit in late if unit]
    more = len(names) - _FEW
    names = [*names[:_FEW], T("{n} more", n=more)] if more > 0 else names
    said = {"id": record.name, "period": row.period, "often": str(record.get("hyppighet")), "day": _due(record, end)}
    message = T("The newest value of «{id}» is from {period}: measured «{often}», a newer one was due by {day}", **said)
    if names:
        message = T(
            "«{id}» needs a new value for {units}: measured «{often}», one newer than {period} was due by {day}",
            units=names, **said,
        )  # fmt: skip
    hint = T("Add the new value, or correct «hyppighet» when it is measured more seldom.")
    yield finding("607", record, message, "hyppighet", help=hint, related=[(row.place, T("the newest value"))])


def _due(record: Record, end: date) -> date:
    return expected_by(record.get("hyppighet"), end) or date.max


def _title(unit: str, world: World) -> str:
    record = world.plans.get(unit)
    return record.title if record is not None else unit


RULE = Rule(
    code="607",
    slug="måling-foreldet",
    severity=Severity.WARNING,
    title="{Måling} out of date",
    source="S0 «Resultat og rapportering»",
    example=Example("målinger/klima.yaml", _VALUES, _GOOD, {"handlingsprogram.yaml": PROGRAM}),
    whole=_whole,
    explanation=__doc__,
)
