"""A project is being closed, or is over, and nobody in the line owns one of its benefits.

Most benefits are realised when the project is gone. Then a unit or a role in the line must own them, and not the
prosjektleder or a body such as a styringsgruppe or the porteføljestyre. Write the unit that is to realise it in
`ansvarlig`. What is settled is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.benefits import KIND, SETTLED
from planctl.disciplines.prosjekt.examples import FINISHED, PATH
from planctl.disciplines.prosjekt.projects import CLOSING
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ROLES = "    ansvarlig: vegsjef\n"
_BAD = FINISHED.replace("    ansvarlig: veg\n", _ROLES)


def _each(record: Record, world: World) -> Iterator[Finding]:
    project, name = record.parent, record.get("ansvarlig")
    if project is None or project.get("fase") not in CLOSING or record.get("status") in SETTLED:
        return
    owner = world.plans.get(name) if isinstance(name, str) else None
    if owner is None:
        return
    if name == project.get("prosjektleder") or owner.kind == "organ":
        message = T("«{title}» is owned by {owner}, and the project is in the phase «{phase}»",
                    title=record.title, owner=owner.title, phase=str(project.get("fase")))  # fmt: skip
        hint = T("Write the unit or role in the line that is to realise it.")
        yield finding("862", record, message, "ansvarlig", help=hint)


RULE = Rule(
    code="862",
    slug="gevinst-eid-av-prosjektet",
    severity=Severity.WARNING,
    title="A {gevinst} that the line does not own",
    source="S0 «Prosjekt- og programstyring»; S2 4.3 «Prosjektstyring»",
    example=Example(PATH, _BAD, FINISHED),
    visits=(KIND,),
    each=_each,
    explanation=__doc__,
)
