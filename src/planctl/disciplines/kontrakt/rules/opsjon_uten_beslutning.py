"""The day by which an option had to be decided has passed, and no decision stands there.

An option that nobody decides is lost, or taken without anybody having meant it. Write `besluttet: utløst` or
`besluttet: ikke utløst` under it. An option without a `frist` must be decided before the contract ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontrakt.contracts import contracts
from planctl.disciplines.kontrakt.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REGISTER + "    opsjoner:\n      - frist: 2021-05-31\n        til: 2022-08-31\n"


def _whole(world: World) -> Iterator[Finding]:
    for contract in contracts(world):
        option = contract.waiting
        due = contract.due(option) if option is not None else None
        if option is None or due is None or due >= world.today or contract.is_over:
            continue
        message = T("The option of «{title}» had to be decided by {date}, and no decision stands there",
                    title=contract.record.title, date=due)  # fmt: skip
        hint = T("Write «besluttet: utløst» or «besluttet: ikke utløst» under the option.")
        field = "frist" if option.due is not None else "til"
        yield finding("871", contract.record, message, "opsjoner", option.index, field, help=hint)


RULE = Rule(
    code="871",
    slug="opsjon-uten-beslutning",
    severity=Severity.WARNING,
    title="An option of a {kontrakt} that nobody has decided",
    source="S0 «Kontraktstyring»",
    example=Example(PATH, _BAD, _BAD + "        besluttet: ikke utløst\n"),
    whole=_whole,
    explanation=__doc__,
)
