"""An activity or a meeting lies outside the years of its file.

The year wheel and the møteplan show only their own year: what lies outside is not drawn, and is
forgotten. Often the year is mistyped, or the line was copied from last year. An activity that begins
or ends in the year belongs to it. When nothing in a file lies within its years, the years are most
likely the ones to correct, and that is told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.wheel import SAMPLE, Timed, is_budget_after_new_year, timed, years_of
from planctl.domain.wrong_period import by_file, wrong_period
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for plan, records in by_file(world.plans.of_kind("aktivitet", "møte")):
        years = years_of(plan)
        dated = [(record, found) for record in records if (found := timed(record)) is not None]
        dated = [row for row in dated if not is_budget_after_new_year(row[1])]
        outside = [row for row in dated if years is not None and not row[1].period.overlaps(years)]
        known = [(record, found.period.start.year) for record, found in outside]
        all_of_them = wrong_period("710", plan, known, len(dated))
        if all_of_them is not None:
            yield all_of_them
            continue
        for record, found in outside:
            yield _outside(record, found)


def _outside(record: Record, found: Timed) -> Finding:
    message = T("«{id}» lies outside {plan}", id=record.name, plan=record.plan.title)
    hint = T("Correct the year, or move it to the file for {year}.", year=found.period.start.year)
    if record.plan.kind == "prosess":
        hint = T("Correct the year, or the years of the {prosess}.")
    related = [(record.plan.place("periode"), T("the years of the file"))]
    return finding("710", record, message, found.field, help=hint, related=related)


RULE = Rule(
    code="710",
    slug="aktivitet-utenfor-året",
    severity=Severity.ERROR,
    title="{Aktivitet} outside the year of its file",
    source="S0 «Årshjul»",
    example=Example("årshjul.yaml", SAMPLE.replace("2021-10-12", "2020-10-12"), SAMPLE),
    whole=_whole,
    explanation=__doc__,
)
