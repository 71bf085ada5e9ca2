"""The report of an audit for the council is more than six months old, and the council has not dealt with it.

The kontrollutvalg orders the audit on behalf of the kommunestyre. Enter the council's decision in `vedtak`: organ, sak
and dato, or the id it has in the register of vedtak. The law names no number of months: six is what planctl waits.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.controls import council_decision
from planctl.disciplines.kontroll.examples import AUDIT, AUDIT_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import months_after
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_MONTHS = 6


def _each(record: Record, world: World) -> Iterator[Finding]:
    made = parse_date(record.get("dato"))
    if made is not None and months_after(made, _MONTHS) < world.today and council_decision(record, world) is None:
        message = T("The report of «{title}» is of {day}, and no {vedtak} of the council is entered",
                    title=record.title, day=made)  # fmt: skip
        hint = T("Write «vedtak:» with «organ:», «sak:» and «dato:», or its id in the register.")
        yield finding("848", record, message, "dato", help=hint)


RULE = Rule(
    code="848",
    slug="egenkontroll-ikke-behandlet",
    severity=Severity.WARNING,
    title="{Egenkontroll} not dealt with by the council",
    source="kommuneloven §§ 23-3 og 23-4; S0 «Internkontroll»: kontrollutvalget på vegne av kommunestyret",
    example=Example(AUDIT_PATH, AUDIT[: AUDIT.index("vedtak:")], AUDIT),
    visits=("egenkontroll",),
    each=_each,
    explanation=__doc__,
)
