"""A samskaping is over, and nobody has written what came of it.

What is done together can end in something else than anybody had planned. So the outcome must be told, for the
inhabitants and for those who took part: in `resultat`. It is over when its status is «avsluttet» or «stanset», or when
its last day in `til` has passed.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.samskaping.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_OVER = ("avsluttet", "stanset")
_BEFORE = ("idé", "planlagt")


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("resultat"):
        return
    status, end = record.get("status"), deadline(record.get("til"))
    passed = end is not None and end < world.today and status not in _BEFORE
    if status in _OVER or passed:
        message = T("«{title}» is over, and nobody has written what came of it", title=record.title)
        hint = T("Add «resultat:» with what came of it, or correct «til» or «status» when it goes on.")
        yield finding("876", record, message, "status" if status in _OVER else "til", help=hint)


RULE = Rule(
    code="876",
    slug="samskaping-uten-resultat",
    severity=Severity.WARNING,
    title="{Samskaping} without an outcome",
    source="S0 «Samstyring»",
    example=Example(PATH, REGISTER[: REGISTER.index("    resultat:")], REGISTER),
    visits=("samskaping",),
    each=_each,
    explanation=__doc__,
)
