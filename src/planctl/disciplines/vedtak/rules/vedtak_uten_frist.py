"""A vedtak that is to be answered or reported on, and no day by which.

A verbalvedtak, an oversendelsesforslag and an interpellasjon are to be answered, and a vedtak with
`særskilt_rapportering` is to be reported on. Without a `frist` nobody sees that it is late. Where the body has named no
day, write the meeting at which it should have its answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.disciplines.vedtak.holder import lacking
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    waiting = (item for item in world.bonds.follow_ups.items if item.asks_answer and item.is_open)
    for holder in lacking(waiting, "frist"):
        message = T("«{title}» is to be answered, and has no deadline", title=holder.record.title)
        hint = T("Add «frist:» with the day the body is to have its answer.")
        if holder.record.is_row:
            hint = T("Write the day the body is to have its answer in the column «frist».")
        yield finding("811", holder.record, message, "frist", help=hint, related=holder.related("frist"))


RULE = Rule(
    code="811",
    slug="vedtak-uten-frist",
    severity=Severity.WARNING,
    title="{Vedtak} without a deadline",
    source="S2 «Gjennomføring av politiske vedtak»",
    example=Example(PATH, REGISTER.replace("    frist: 2021-11-01\n", ""), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
