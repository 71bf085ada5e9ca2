"""The decisions on a project do not follow each other as the phases do.

They stand in the order they come, each later than the one before it, and each that was «godkjent» leads to a later
phase: konsept, planlegge, gjennomføre, avslutte, realisere. One that is taken again, because the first was «utsatt»,
may have the same phase. A decision that is taken is not dated after today: leave out `beslutning` until then.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS, Decision, Project, rank
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROJECT.replace("dato: 2020-06-16", "dato: 2020-01-14")


def _each(record: Record, world: World) -> Iterator[Finding]:
    before: Decision | None = None
    approved: Decision | None = None
    for item in Project(record).decisions:
        at = ("beslutningspunkter", item.index)
        if item.day is None:
            continue
        if item.outcome and item.day > world.today:
            message = T("The decision is dated {date}, which is to come", date=item.day)
            hint = T("Correct the day, or leave out «beslutning» until it is taken.")
            yield finding("861", record, message, *at, "dato", help=hint)
        elif before is not None and before.day is not None and item.day < before.day:
            message = T("The decision of {date} stands after that of {later}", date=item.day, later=before.day)
            hint = T("Write them in the order they come, or correct the day.")
            yield finding("861", record, message, *at, "dato", help=hint)
        elif approved is not None and rank(item.phase) <= rank(approved.phase):
            message = T("«{phase}» does not come after «{before}»", phase=item.phase, before=approved.phase)
            hint = T("The phases are konsept, planlegge, gjennomføre, avslutte and realisere. Correct «til_fase».")
            yield finding("861", record, message, *at, "til_fase", help=hint)
        before, approved = item, item if item.is_approved else approved


RULE = Rule(
    code="861",
    slug="beslutningspunkter-i-feil-rekkefølge",
    severity=Severity.WARNING,
    title="Decisions on a project out of order",
    source="S0 «Prosjekt- og programstyring»",
    example=Example(PATH, _BAD, PROJECT),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
