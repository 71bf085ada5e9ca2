"""What was done did not work, and nothing more is to be done.

`evaluering` says «virket ikke». Then the cause is still there: write a new tiltak, or open it again. Where another
tiltak of the same matter remains to be done, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.unsolved import has_open_tiltak
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.evaluated import EVALUATED, PATH
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    told = record.get("evaluering")
    failed = isinstance(told, dict) and told.get("resultat") == "virket ikke"
    if (
        failed
        and world.plans.known_kinds.matters.is_settled(record)
        and not has_open_tiltak(world, record, world.today)
    ):
        message = T("What was done about «{title}» did not work, and nothing more is to be done", title=record.title)
        hint = T("Write a new {tiltak}, or set «status» back so that it is open.")
        yield finding("803", record, message, "evaluering", "resultat", help=hint)


RULE = Rule(
    code="803",
    slug="tiltak-uten-virkning",
    severity=Severity.WARNING,
    title="{Tiltak_pl} without effect, and nothing more to be done",
    source="S4 «AskerDialogen»: tiltak følges opp med evaluering til slutt",
    example=Example(PATH, EVALUATED.replace("virket\n", "virket ikke\n"), EVALUATED),
    visits=("løsbar",),
    each=_each,
    explanation=__doc__,
)
