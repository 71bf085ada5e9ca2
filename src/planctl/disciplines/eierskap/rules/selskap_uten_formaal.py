"""The register does not say what the municipality wants with a company.

The eierskapsmelding tells the purpose of each ownership. Who does not know why it owns, can neither follow up the
company nor say when it is time to sell. Write it in `formål`. What the municipality no longer owns needs none.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.eierskap.companies import companies
from planctl.disciplines.eierskap.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for record in companies(world, world.today):
        if not record.get("formål"):
            message = T("It is not told what the municipality wants with «{title}»", title=record.title)
            hint = T("Add «formål:» with what the municipality wants to reach by owning it.")
            if record.is_row:
                hint = T("Fill in the column «{field}».", field="formål")
            yield finding("874", record, message, "formål", help=hint)


RULE = Rule(
    code="874",
    slug="selskap-uten-formål",
    severity=Severity.WARNING,
    title="{Selskap} without a purpose",
    source="kommuneloven § 26-1 c; S0 «Eierstyring»",
    example=Example(PATH, REGISTER[: REGISTER.index("    formål:")], REGISTER),
    whole=_whole,
    explanation=__doc__,
)
