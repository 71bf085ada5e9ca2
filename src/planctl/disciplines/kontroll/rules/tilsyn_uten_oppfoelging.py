"""A state inspection is more than six months old, and nothing tells what came of it.

Write what it found under `funn`, or when the authority ended it in `avsluttet`. The council gets a report on the
results of state inspections each year, and that is made of these files.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.examples import INSPECTION, INSPECTION_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import months_after
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

MONTHS = 6
"""How long an inspection may wait for its outcome."""
_BAD = INSPECTION[: INSPECTION.index("svarfrist")]


def _each(record: Record, world: World) -> Iterator[Finding]:
    held = parse_date(record.get("dato"))
    told = any(record.get(field) for field in ("funn", "avsluttet", "svart", "svarfrist"))
    if held is not None and months_after(held, MONTHS) < world.today and not told:
        message = T("«{title}» was held {day}, and nothing tells what came of it", title=record.title, day=held)
        hint = T("Write «funn:» with what it found, or «avsluttet:» with the day it ended without any.")
        yield finding("845", record, message, "dato", help=hint)


RULE = Rule(
    code="845",
    slug="tilsyn-uten-oppfølging",
    severity=Severity.WARNING,
    title="{Tilsyn} without a follow-up",
    source="kommuneloven § 25-2; S4 «Kontrollene fanges opp»",
    example=Example(INSPECTION_PATH, _BAD, _BAD + "avsluttet: 2021-03-20\n"),
    visits=("tilsyn",),
    each=_each,
    explanation=__doc__,
)
