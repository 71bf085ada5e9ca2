"""An oppdrag is given to nobody.

The handlingsprogram hands its oppdrag out to tjenesteområder and units, and the oppdragsbrev passes
them on. An oppdrag that nobody is given ends up in no virksomhetsplan, and nothing comes of it. Name
those who are to carry it out in `til`. Only an idea (`status: idé`) may do without. In the profile «fri», an
`ansvarlig` is enough, and a municipality where no oppdrag has either is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    every = list(world.plans.of_kind("oppdrag"))
    fields = ("til", "ansvarlig") if world.config.profile == "fri" else ("til",)
    if world.config.profile == "fri" and not any(_has(record, fields) for record in every):
        return
    for record in every:
        if _has(record, fields) or record.get("status") == "idé":
            continue
        message = T("{Oppdrag} «{id}» is given to nobody", id=record.name)
        hint = T("Add «til:» with the {tjenesteområde_pl} or units that are to carry it out, as til: [veg].")
        yield finding("308", record, message, "til", help=hint)


def _has(record: Record, fields: tuple[str, ...]) -> bool:
    return any(record.get(field) not in (None, [], "") for field in fields)


RULE = Rule(
    code="308",
    slug="oppdrag-uten-mottaker",
    severity=Severity.ERROR,
    title="{Oppdrag} given to nobody",
    source="S0 «Oppgaver og oppdrag»",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("    til: [veg]\n", ""), PROGRAM),
    whole=_whole,
    severity_fri=Severity.WARNING,
    explanation=__doc__,
)
