"""The day by which a state inspection was to be answered has passed.

Write the day of the answer in `svart`, or the new day that the authority has given in `svarfrist`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.examples import INSPECTION, INSPECTION_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    due = deadline(record.get("svarfrist"))
    if due is not None and due < world.today and not (record.get("svart") or record.get("avsluttet")):
        message = T("«{title}» was to be answered by {date}", title=record.title, date=due)
        hint = T("Write «svart:» with the day of the answer, or the new day in «svarfrist:».")
        yield finding("846", record, message, "svarfrist", help=hint)


RULE = Rule(
    code="846",
    slug="tilsyn-ikke-besvart",
    severity=Severity.WARNING,
    title="{Tilsyn} not answered",
    source="kommuneloven § 25-2; S4 «Kontrollene fanges opp»",
    example=Example(INSPECTION_PATH, INSPECTION.replace("svart: 2021-02-20\n", ""), INSPECTION),
    visits=("tilsyn",),
    each=_each,
    explanation=__doc__,
)
