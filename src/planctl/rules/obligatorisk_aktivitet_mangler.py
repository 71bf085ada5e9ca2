"""The year wheel lacks something that the law wants done every year.

Each year the council gets a recommendation on the budget (slag hp-innstilling), adopts the
handlingsprogram with its budget (hp-vedtak), and adopts the annual accounts (årsregnskap) and the
annual report (årsberetning). One activity may do several: write its slag as a list. What only the
administration does, does not count for what the council must adopt. What a prosess does in the year
counts, but a prosess is no year wheel: it need not hold any of this. The reports on the year's economy
have a rule of their own, 705.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.wheel import SAMPLE, of_year, year_wheels
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.versions import ACCOUNTS_ADOPTED, BUDGET_ADOPTED, RECOMMENDED, version_at
from planctl.rules.rule import Example, Rule
from planctl.world import World

_WANTED = {
    "årsregnskap": ACCOUNTS_ADOPTED,
    "årsberetning": ACCOUNTS_ADOPTED,
    "hp-innstilling": RECOMMENDED,
    "hp-vedtak": BUDGET_ADOPTED,
}


def _whole(world: World) -> Iterator[Finding]:
    for year, wheels in year_wheels(world).items():
        political = [item for item in of_year(world, year, wheels) if item.get("ring") != "administrativ"]
        there = {slag for item in political for slag in item.texts("slag")}
        for slag, versions in _WANTED.items():
            version = version_at(versions, date(year, 12, 31))
            if version is not None and slag not in there and not world.plans.incomplete:
                message = T("{Årshjul} {year} has no political {aktivitet} with slag «{slag}»", year=year, slag=slag)
                hint = T(
                    "Add it, or write «{slag}» as slag where it is already done. Law: {law}.",
                    slag=slag,
                    law=version.cited,
                )
                yield finding("701", wheels[0], message, help=hint)


RULE = Rule(
    code="701",
    slug="obligatorisk-aktivitet-mangler",
    severity=Severity.WARNING,
    title="{Årshjul} lacks what the law demands",
    source="kommuneloven § 14-3, fra 2020-01-01",
    example=Example("årshjul.yaml", SAMPLE.replace("slag: hp-innstilling", "slag: annet"), SAMPLE),
    whole=_whole,
    explanation=__doc__,
)
