"""The day by which something was to be dealt with has passed, and it is open.

Write what became of it in `status`, or a new day in `frist`. Where a tiltak of it is past its own deadline, that is
told instead (306); of a vedtak 812 tells, and of a risiko 826.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.unsolved import has_late_tiltak
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.examples.tilsyn import PATH, TILSYN
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = TILSYN.replace("2021-11-01", "2021-05-01")


def _each(record: Record, world: World) -> Iterator[Finding]:
    matters = world.plans.known_kinds.matters
    if record.kind in matters.own_rule or not matters.is_open(record):
        return
    due = deadline(record.get("frist"))
    if due is not None and due < world.today and not has_late_tiltak(world, record, world.today):
        message = T("«{title}» was to be dealt with by {date}", title=record.title, date=due)
        hint = T("Write what became of it in «status:», or a new day in «frist:».")
        yield finding("805", record, message, "frist", help=hint)


RULE = Rule(
    code="805",
    slug="løsbar-forfalt",
    severity=Severity.WARNING,
    title="A matter is overdue",
    source="S4 «Kontrollene fanges opp»: én oppfølgingsliste",
    example=Example(PATH, _BAD, TILSYN),
    visits=("løsbar",),
    each=_each,
    explanation=__doc__,
)
