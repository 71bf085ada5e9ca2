"""Something is settled, and nobody has written whether it worked.

Where the schema asks for an evaluation (`x-evalueres`), as of a risiko that is «redusert» or «lukket», write
`evaluering` with the day, the result (`virket`, `delvis` or `virket ikke`) and what was learned. Without it the
same happens again.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.examples.evaluated import EVALUATED, PATH, REDUCED
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    which = world.plans.known_kinds.matters.evaluated.get(record.kind)
    if which is None or not which.holds(record):
        return
    told = record.get("evaluering")
    if not isinstance(told, dict) or not told.get("resultat"):
        message = T("«{title}» is {status}, and nobody has written whether it worked",
                    title=record.title, status=Term(str(record.get("status"))))  # fmt: skip
        hint = T("Write «evaluering:» with «dato», «resultat» (virket, delvis or virket ikke) and «kommentar».")
        field = "status" if told is None else "evaluering"
        yield finding("801", record, message, field, help=hint)


RULE = Rule(
    code="801",
    slug="lukket-uten-evaluering",
    severity=Severity.WARNING,
    title="Settled without an evaluation",
    source="S4 «AskerDialogen»: tiltak følges opp med evaluering til slutt",
    example=Example(PATH, REDUCED, EVALUATED),
    visits=("løsbar",),
    each=_each,
    explanation=__doc__,
)
