"""The council gets fewer than two reports on the year's economy.

At least twice a year the kommunedirektør reports to the council on income and expenditure against the
budget, and proposes changes when they differ much. Those are the political activities with slag
tertialrapport; the administration's own work on a report does not count. Only year wheels are judged,
not a prosess; its reports count too, and one that stands in both counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from planctl.domain.wheel import SAMPLE, of_year, timed, year_wheels
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Tn
from planctl.law.versions import REPORTS_A_YEAR, version_at
from planctl.model.period import Period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "tertialrapport"


def _whole(world: World) -> Iterator[Finding]:
    for year, wheels in year_wheels(world).items():
        version = version_at(REPORTS_A_YEAR, date(year, 12, 31))
        reports = [item for item in of_year(world, year, wheels) if _KIND in item.texts("slag")]
        count = _count(item for item in reports if item.get("ring") != "administrativ")
        if version is not None and count < version.limit and not world.plans.incomplete:
            message = Tn(
                "{Årshjul} {year} has {n} report on the economy to the council",
                "{Årshjul} {year} has {n} reports on the economy to the council",
                count,
                year=year,
            )
            hint = T(
                "Add political {aktivitet_pl} with «slag: {kind}», so that there are at least {limit}. Law: {law}.",
                kind=_KIND,
                limit=version.limit,
                law=version.cited,
            )
            yield finding("705", wheels[0], message, help=hint)


def _count(reports: Iterable[Record]) -> int:
    """Count reports, those at the same time once: a wheel and a prosess, or two wheels, may both show one."""
    times = [timed(record) for record in reports]
    known = [item.period for item in times if item is not None]
    counted: list[Period] = []
    for period in sorted(known, key=lambda period: period.end - period.start):
        if not any(period.overlaps(other) for other in counted):
            counted.append(period)
    return len(counted) + times.count(None)


RULE = Rule(
    code="705",
    slug="rapportering-for-sjelden",
    severity=Severity.ERROR,
    title="Fewer than two reports a year to the council",
    source="kommuneloven § 14-5 tredje ledd, fra 2020-01-01",
    example=Example(
        "årshjul.yaml",
        SAMPLE.replace(
            "slag: tertialrapport\n    ring: politisk\n    dato: 2021-10",
            "slag: annet\n    ring: politisk\n    dato: 2021-10",
        ),
        SAMPLE,
    ),
    whole=_whole,
    explanation=__doc__,
)
