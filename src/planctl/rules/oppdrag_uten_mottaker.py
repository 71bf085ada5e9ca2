"""An oppdrag is given to nobody.

The handlingsprogram hands its oppdrag out to tjenesteområder and units, and the oppdragsbrev passes
them on. An oppdrag that nobody is given ends up in no virksomhetsplan, and nothing comes of it. Name
those who are to carry it out in `til`. Only an idea (`status: idé`) may do without.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("til") in (None, [], "") and record.get("status") != "idé":
        message = T("{Oppdrag} «{id}» is given to nobody", id=record.name)
        hint = T("Add «til:» with the {tjenesteområde_pl} or units that are to carry it out, as til: [veg].")
        yield finding("308", record, message, "til", help=hint)


RULE = Rule(
    code="308",
    slug="oppdrag-uten-mottaker",
    severity=Severity.ERROR,
    title="{Oppdrag} given to nobody",
    source="S0 «Oppgaver og oppdrag»",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("    til: [veg]\n", ""), PROGRAM),
    visits=("oppdrag",),
    each=_each,
    severity_fri=Severity.WARNING,
    explanation=__doc__,
)
