"""A grave avvik is closed, and nobody has written what lay behind it.

It is grave when the consequence was, or could have been, 4 or 5. Write the cause that lies behind the others in
`rotårsak`, or the kind of cause in `årsaksgruppe`. Without it the same can happen again. Of proposals and positive
messages nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.deviations import CLOSED, graveness, is_grave
from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, _world: World) -> Iterator[Finding]:
    told = record.get("rotårsak") or record.get("årsaksgruppe")
    if record.get("status") == CLOSED and is_grave(record) and not told:
        message = T("«{title}» is grave (consequence {step}) and closed, without a root cause",
                    title=record.title, step=graveness(record))  # fmt: skip
        hint = T("Write what lay behind it in «rotårsak», or the kind of cause in «årsaksgruppe».")
        yield finding("833", record, message, "status", help=hint)


RULE = Rule(
    code="833",
    slug="alvorlig-avvik-uten-rotårsak",
    severity=Severity.WARNING,
    title="A grave {avvik} closed without its root cause",
    source="S4 «AskerDialogen»: skal få frem rotårsak; S0 «Risikostyring»: lære av feil",
    example=Example(PATH, REGISTER.replace("    rotårsak: Sjekklisten for graving var ikke i bilen.\n", ""), REGISTER),
    visits=("avvik",),
    each=_each,
    explanation=__doc__,
)
