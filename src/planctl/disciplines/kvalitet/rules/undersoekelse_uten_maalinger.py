"""A survey is three months old, and an indicator it should give a value to has none.

The numbers of a survey stand as measurements, so that they count in reports and judge the goals. Write the value in a
file of `målinger`, for the survey's `periode` (the year of `dato` when none is written), and with `gjelder` when the
survey is of one unit. Was nothing measured after all, write «ikke målt» there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planctl.disciplines.kvalitet.examples import MEASUREMENTS, SURVEYS, SURVEYS_PATH
from planctl.disciplines.kvalitet.surveys import period_of, values
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATIENCE = timedelta(days=90)
"""How long it may take to count the answers."""


def _each(record: Record, world: World) -> Iterator[Finding]:
    day = parse_date(record.get("dato"))
    if day is None or day + _PATIENCE >= world.today or period_of(record) is None:
        return
    lacking = [indicator.name for indicator, row in values(world, record) if row is None]
    if lacking:
        message = T("«{title}» has given no value to {indicators}",
                    title=record.title, indicators=", ".join(lacking))  # fmt: skip
        hint = T("Write the values in a file with «type: målinger», or take the {indikator_pl} out of «indikatorer».")
        yield finding("854", record, message, "indikatorer", help=hint)


RULE = Rule(
    code="854",
    slug="undersøkelse-uten-målinger",
    severity=Severity.WARNING,
    title="A survey without measurements",
    source="S0 «Administrativ rapportering»: analyse av bruker- og medarbeiderundersøkelser",
    example=Example(
        SURVEYS_PATH,
        SURVEYS,
        SURVEYS.replace("2021-02-15", "2020-02-15"),
        with_files={"målinger.yaml": MEASUREMENTS.replace("2021", "2020")},
    ),
    visits=("undersøkelse",),
    each=_each,
    explanation=__doc__,
)
