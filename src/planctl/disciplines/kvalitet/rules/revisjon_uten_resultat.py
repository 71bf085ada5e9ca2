"""An audit was to be done a month ago, and nothing tells what came of it.

Write the findings in `funn`, each with its kind, deadline and owner; and what it came to in `konklusjon`, also when
nothing was found. Was it put off, write its new `dato`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planctl.disciplines.kvalitet.examples import PROGRAMME, PROGRAMME_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATIENCE = timedelta(days=30)
"""How long it may take to write what an audit came to."""


def _each(record: Record, world: World) -> Iterator[Finding]:
    day = parse_date(record.get("dato"))
    if day is None or day + _PATIENCE >= world.today or record.get("funn") or record.get("konklusjon"):
        return
    message = T("Nothing tells what came of «{title}» on {day}", title=record.title, day=day)
    hint = T("Write «funn:» or «konklusjon:», or the new «dato:» if it was put off.")
    yield finding("852", record, message, "dato", help=hint)


RULE = Rule(
    code="852",
    slug="revisjon-uten-resultat",
    severity=Severity.WARNING,
    title="An audit without a result",
    source="S4 «Oppsummering»: funn fra revisjoner følges opp; S0 «Administrativ rapportering»",
    example=Example(PROGRAMME_PATH, PROGRAMME.replace("    konklusjon: Rutinene blir fulgt.\n", ""), PROGRAMME),
    visits=("revisjon",),
    each=_each,
    explanation=__doc__,
)
