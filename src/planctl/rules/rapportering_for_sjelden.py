"""The council gets fewer than two reports on the year's economy.

At least twice a year the kommunedirektør reports to the council on income and expenditure against the
budget, and proposes changes when they differ much. Those are the political activities with slag
tertialrapport; the administration's own work on a report does not count. Only year wheels are judged,
not a prosess.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.wheel import SAMPLE, of_year, year_wheels
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Tn
from planctl.law.versions import REPORTS_A_YEAR, version_at
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "tertialrapport"


def _whole(world: World) -> Iterator[Finding]:
    for year, wheels in year_wheels(world).items():
        version = version_at(REPORTS_A_YEAR, date(year, 12, 31))
        reports = [item for item in of_year(world, year, wheels) if _KIND in item.texts("slag")]
        count = sum(item.get("ring") != "administrativ" for item in reports)
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
