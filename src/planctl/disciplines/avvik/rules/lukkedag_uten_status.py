"""An avvik has the day it was closed, and a status that says that it is open.

What is open is counted, and asked for, by its status. Write `lukket`, `videresendt` or `avvist`, or take the day away.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("lukket") and world.plans.known_kinds.matters.is_open(record):
        message = T("«{title}» has the day it was closed, but its status says that it is open", title=record.title)
        hint = T("Write «status: lukket», «videresendt» or «avvist»; or delete «lukket».")
        yield finding("831", record, message, "lukket", help=hint)


RULE = Rule(
    code="831",
    slug="lukkedag-uten-status",
    severity=Severity.WARNING,
    title="{Avvik} with the day it was closed, and open",
    source="S4 «AskerDialogen»",
    example=Example(PATH, REGISTER.replace("status: lukket", "status: under arbeid"), REGISTER),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
