"""The same indicator has two values for the same period and the same unit.

Then nobody knows which one holds, and reports show one of them by chance. It happens when a number is
corrected without the old one being taken out, or when a CSV file and a YAML file hold the same
series. Keep one. Values for different units do not collide, and a file must be named by one file of
measurements only.

So it is with accounts: a unit has one line for each month, in all files of figures together. Two lines would
be added together.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.companion import companions
from planctl.model.period import parse_period
from planctl.model.planset import Measurement, MonthFigures
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: målinger
målinger:
  - indikator: klima.i1
    periode: 2019
    verdi: 9
  - indikator: klima.i1
    periode: 2020
    verdi: 11
"""


def _whole(world: World) -> Iterator[Finding]:
    yield from _files(world)
    yield from _values(world)
    yield from _months(world)


def _values(world: World) -> Iterator[Finding]:
    first: dict[Hashable, Measurement] = {}
    for row in world.plans.measurements:
        period = parse_period(row.period)
        record = world.plans.get(row.indicator)
        if period is None or record is None or record.kind != "indikator":
            continue
        other = first.setdefault((row.indicator, period, str(row.unit or "")), row)
        if other is not row and other.place != row.place:
            message = T("«{id}» has a value for {period} already", id=row.indicator, period=row.period)
            hint = T("Keep one of them.")
            related = ((other.place, T("the first value stands here")),)
            yield Finding("617", row.place, message, hint, record.id, "verdi", related)


def _months(world: World) -> Iterator[Finding]:
    """Find units that have two lines of figures for one month, wherever they stand."""
    first: dict[tuple[str, int, int], MonthFigures] = {}
    for row in world.plans.figures:
        other = first.setdefault((row.unit, row.year, row.month), row)
        if other.place != row.place and world.plans.get(row.unit) is not None:
            month = f"{row.year}-{row.month:02}"
            message = T("«{unit}» has figures for {month} already", unit=row.unit, month=month)
            hint = T("Keep one of the lines: otherwise they are added together.")
            related = ((other.place, T("the first line stands here")),)
            yield Finding("617", row.place, message, hint, row.unit, "enhet", related)


def _files(world: World) -> Iterator[Finding]:
    """Find CSV files that are read twice."""
    for path, (first, *others) in companions(world.plans).items():
        for record in others:
            message = T("The file «{path}» is read from «{other}» already", path=path, other=first.path)
            yield finding("617", record, message, "fil", help=T("Let only one file name it under «fil»."))


RULE = Rule(
    code="617",
    slug="duplisert-måling",
    severity=Severity.ERROR,
    title="Two values for the same period",
    source="planctl",
    example=Example("målinger/klima.yaml", _GOOD.replace("2020", "2019"), _GOOD, {"handlingsprogram.yaml": PROGRAM}),
    whole=_whole,
    explanation=__doc__,
)
