"""The handlingsdel of the kommuneplan was not renewed last year.

The handlingsdel tells what is to be done in the next four years, and must be renewed every year. When
last year passed without a new handlingsprogram, the one in force points at years that are over.
Enter the newest one, as a file or in the planregister, with its `vedtak`. Judged only while a
kommuneplan is in force, and only where some handlingsprogram is entered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.adoption import adopted_when, plan_kind
from planctl.domain.in_force import in_force, is_adopted
from planctl.domain.programmes import budget_years, programmes
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.versions import ACTION_PART_YEARLY, version_at
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"
_OLD = (
    HANDLINGSPROGRAM.replace("2021-2024", "2020-2023").replace("2020-12-15", "2019-12-10").replace("t: 2024", "t: 2023")
)


def _whole(world: World) -> Iterator[Finding]:
    wanted = world.today.year - 1
    version = version_at(ACTION_PART_YEARLY, date(wanted, 12, 31))
    adopted = [record for record in programmes(world.plans) if is_adopted(record)]
    dated = [(year, record) for record in adopted if (year := _year(record, world)) is not None]
    newest = max(dated, key=lambda row: row[0], default=None)
    if newest is None or version is None or newest[0] >= wanted or world.plans.incomplete:
        return
    plan = next((plan for plan in _municipal_plans(world)), None)
    if plan is None:
        return
    year, record = newest
    message = T(
        "«{id}» from {year} is the newest handlingsdel: it was not renewed in {wanted}",
        id=record.name,
        year=year,
        wanted=wanted,
    )
    hint = T("Enter the {handlingsprogram} adopted since then, with «vedtak». Law: {law}.", law=version.cited)
    related = [(plan.place("periode"), T("in force here, and needs a handlingsdel"))]
    yield finding("506", record, message, "periode", help=hint, related=related)


def _year(record: Record, world: World) -> int | None:
    """Give the year a handlingsprogram was adopted; without a date, the year before its first."""
    when, years = adopted_when(record, world.plans), budget_years(record)
    return when.first.year if when is not None else years.start.year - 1 if years is not None else None


def _municipal_plans(world: World) -> Iterator[Record]:
    for record in (*world.plans.of_kind("kommuneplan"), *world.plans.of_kind("registerplan")):
        if plan_kind(record) == "kommuneplan" and in_force(record, world.graph, world.today):
            yield record


RULE = Rule(
    code="506",
    slug="handlingsdel-ikke-rullert",
    severity=Severity.ERROR,
    title="Handlingsdel not renewed every year",
    source="plan- og bygningsloven § 11-1 fjerde ledd, fra 2009-07-01",
    example=Example(_PATH, _OLD, HANDLINGSPROGRAM, others(_PATH)),
    whole=_whole,
    explanation=__doc__,
)
