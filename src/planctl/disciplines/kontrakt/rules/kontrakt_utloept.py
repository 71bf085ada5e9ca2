"""A contract has come to its end, and nobody has written what became of it.

The last day of the contract, with the options that are taken, has passed. Write `status: avsluttet` when it is over,
write what was decided under the option when it was taken, or correct `til`. Where an option waits for a decision that
is late, that is told instead (871).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontrakt.contracts import contracts
from planctl.disciplines.kontrakt.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REGISTER.replace("til: 2021-08-31", "til: 2021-03-31")


def _whole(world: World) -> Iterator[Finding]:
    for contract in contracts(world):
        end = contract.end
        if end is None or end >= world.today or contract.is_over:
            continue
        option = contract.waiting
        due = contract.due(option) if option is not None else None
        if due is None or due >= world.today:
            message = T("«{title}» came to its end on {date}, and nobody has written what became of it",
                        title=contract.record.title, date=end)  # fmt: skip
            hint = T("Write «status: avsluttet», or the new last day in «til».")
            yield finding("870", contract.record, message, "til", help=hint)


RULE = Rule(
    code="870",
    slug="kontrakt-utløpt",
    severity=Severity.WARNING,
    title="{Kontrakt} past its end",
    source="S0 «Kontraktstyring»",
    example=Example(PATH, _BAD, _BAD + "    status: avsluttet\n"),
    whole=_whole,
    explanation=__doc__,
)
