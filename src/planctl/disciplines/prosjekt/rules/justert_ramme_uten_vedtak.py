"""The frame of a project has been adjusted, and no vedtak is named.

Who adopted the frame adjusts it. Write in `vedtak` the body, the case and the day, or the id that the vedtak has in the
register.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS, Project
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROJECT.replace("  vedtatt_ramme: 12000\n", "  vedtatt_ramme: 12000\n  justert_ramme: 13500\n")
_GOOD = _BAD.replace("13500\n", "13500\n  vedtak: {organ: kommunestyret, dato: 2021-03-09}\n")


def _each(record: Record, world: World) -> Iterator[Finding]:
    money = record.get("økonomi")
    if Project(record).amount("justert_ramme") is not None and isinstance(money, dict) and not money.get("vedtak"):
        message = T("The frame of «{title}» is adjusted, and no {vedtak} is named", title=record.title)
        hint = T("Add «vedtak:» with «organ», «sak» and «dato», or the id it has in the register.")
        yield finding("868", record, message, "økonomi", "justert_ramme", help=hint)


RULE = Rule(
    code="868",
    slug="justert-ramme-uten-vedtak",
    severity=Severity.WARNING,
    title="An adjusted frame without a {vedtak}",
    source="S0 «Prosjekt- og programstyring»: en avtalt ramme for omfang, tid og kostnad",
    example=Example(PATH, _BAD, _GOOD),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
