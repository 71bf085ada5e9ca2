"""The økonomiplan spans fewer than four budget years.

A handlingsprogram is the municipality's økonomiplan, and the law wants it to span the next four
years at the least. Budget years are counted with both ends: 2021-2024 is four years. The law of 1992
wanted the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.adoption import adopted_when
from planctl.domain.programmes import budget_years, programmes
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Tn
from planctl.law.versions import BUDGET_YEARS, mildest, version_at
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"


def _whole(world: World) -> Iterator[Finding]:
    for record in programmes(world.plans):
        years = budget_years(record)
        if years is None:
            continue
        when, before = adopted_when(record, world.plans), date(years.start.year - 1, 12, 31)
        version = mildest(BUDGET_YEARS, when.first, when.last) if when else version_at(BUDGET_YEARS, before)
        if version is None or len(years.years) >= version.limit:
            continue
        message = Tn("«{id}» spans {n} budget year", "«{id}» spans {n} budget years", len(years.years), id=record.name)
        hint = T(
            "An økonomiplan spans at least {limit} years, as periode: {first}-{last}. Law: {law}.",
            limit=version.limit,
            first=years.start.year,
            last=years.start.year + version.limit - 1,
            law=version.cited,
        )
        yield finding("507", record, message, "periode", help=hint)


RULE = Rule(
    code="507",
    slug="økonomiplan-for-kort",
    severity=Severity.ERROR,
    title="Økonomiplan shorter than four years",
    source="kommuneloven § 14-3 første ledd, fra 2020-01-01; kommuneloven av 1992 § 44 nr. 2, fra 2001-01-01",
    example=Example(
        _PATH,
        HANDLINGSPROGRAM.replace("2021-2024", "2021-2023").replace("frist: 2024", "frist: 2023"),
        HANDLINGSPROGRAM,
        others(_PATH),
    ),
    whole=_whole,
    explanation=__doc__,
)
