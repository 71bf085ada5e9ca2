"""What became of an innspill is told, and not why, or what was changed.

The one who spoke gets an answer (`svar`), also where nothing was changed. Where it was followed, in full or in part,
`endring` tells what was changed in the plan: that is what the summary for the case shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.hoering.examples import HEARD, HEARING, PATH
from planctl.disciplines.hoering.hearings import FOLLOWED, IN_PART, status_of
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    status = status_of(record)
    if world.bonds.follow_ups.is_open(record):
        return
    if not record.get("svar"):
        message = T("«{title}» is {status}, and there is no answer", title=record.title, status=Term(status))
        hint = T("Write «svar:», what the municipality answers and why.")
        yield finding("881", record, message, "svar", help=hint)
    elif status in (FOLLOWED, IN_PART) and not record.get("endring"):
        message = T("«{title}» is {status}, and nobody has written what was changed",
                    title=record.title, status=Term(status))  # fmt: skip
        yield finding("881", record, message, "endring", help=T("Write «endring:», what was changed in the plan."))


RULE = Rule(
    code="881",
    slug="innspill-uten-svar",
    severity=Severity.WARNING,
    title="{Innspill} settled without an answer",
    source="S2 2: medvirkning fra innbyggere og brukere; S0 «Planlegging»: høring og medvirkning",
    example=Example(PATH, HEARING.replace("    svar: Enig. Bygdene er tatt inn.\n", ""), HEARING, HEARD),
    visits=("innspill",),
    each=_each,
    explanation=__doc__,
)
