"""Nobody in the line owns the contract.

The unit that is the contract's owner follows up what is delivered, what it costs and whether law and terms are kept.
Without an owner nobody does. Write the id of the unit or role in `ansvarlig`. A contract that is over needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontrakt.contracts import contracts
from planctl.disciplines.kontrakt.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for contract in contracts(world):
        record = contract.record
        if not contract.is_over and not record.get("ansvarlig"):
            message = T("Nobody in the line owns {kontrakt} «{title}»", title=record.title)
            hint = T("Add «ansvarlig:» with the id of the unit or role that follows it up.")
            if record.is_row:
                hint = T("Fill in the column «{field}».", field="ansvarlig")
            yield finding("872", record, message, "ansvarlig", help=hint)


RULE = Rule(
    code="872",
    slug="kontrakt-uten-kontraktseier",
    severity=Severity.WARNING,
    title="{Kontrakt} that nobody owns",
    source="S0 «Kontraktstyring»: kontraktseier i linjen",
    example=Example(PATH, REGISTER.replace("    ansvarlig: veg\n", ""), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
