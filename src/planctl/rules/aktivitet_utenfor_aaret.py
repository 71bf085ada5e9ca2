"""An activity or a meeting lies outside the years of its file.

The year wheel and the møteplan show only their own year: what lies outside is not drawn, and is
forgotten. Often the year is mistyped, or the line was copied from last year. An activity that begins
or ends in the year belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Context, Example, Rule, finding
from planctl.rules.wheel import SAMPLE, is_budget_after_new_year, timed, years_of


def _each(record: Record, context: Context) -> Iterator[Finding]:
    found, years = timed(record), years_of(record.plan)
    if found is None or years is None or found.period.overlaps(years) or is_budget_after_new_year(found):
        return
    message = T("«{id}» lies outside {plan}", id=record.name, plan=record.plan.title)
    hint = T("Correct the year, or move it to the file for {year}.", year=found.period.start.year)
    related = [(record.plan.place("periode"), T("the years of the file"))]
    yield finding("710", record, message, found.field, help=hint, related=related)


RULE = Rule(
    code="710",
    slug="aktivitet-utenfor-året",
    severity=Severity.ERROR,
    title="{Aktivitet} outside the year of its file",
    source="S0 «Årshjul»",
    example=Example("årshjul.yaml", SAMPLE.replace("2021-10-12", "2020-10-12"), SAMPLE),
    visits=("aktivitet", "møte"),
    each=_each,
    explanation=__doc__,
)
