"""The council has adopted no rules on delegation.

By the end of the year after it was constituted, the council decides how authority is delegated. Until
then, and until new rules come, the old ones hold. Enter the delegeringsreglement in the planregister
with its `vedtak`. Nothing is said where the planregister holds no entry of the kinds that rules 521
to 527 look for.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.plan_register import Register, due_after_first_year
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.law.versions import DELEGATION
from planctl.rules.examples.plan_register import REGISTER, entry
from planctl.rules.rule import Example, Rule
from planctl.world import World

_KIND = "delegeringsreglement"
_MORE = entry("delegering2019", "Delegeringsreglement 2019–2023", _KIND, "2019-2023", "2019-12-10")


def _whole(world: World) -> Iterator[Finding]:
    register = Register(world)
    due = due_after_first_year(register, world, _KIND, DELEGATION)
    if due is not None:
        limit, version = due
        message = T("No delegeringsreglement is adopted in this valgperiode; it was due {limit}", limit=limit)
        yield register.finding("523", message, _KIND, version)


RULE = Rule(
    code="523",
    slug="delegeringsreglement-forfalt",
    severity=Severity.WARNING,
    title="Delegeringsreglement overdue",
    source="kommuneloven § 5-14, fra konstitueringen i 2019",
    example=Example("planstrategi.yaml", REGISTER, REGISTER + _MORE),
    whole=_whole,
    explanation=__doc__,
)
