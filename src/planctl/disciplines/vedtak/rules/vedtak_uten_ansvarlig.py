"""A vedtak that is to be followed up, and nobody is to do it.

A vedtak that all are to follow up is followed up by none. Name the unit or role with `ansvarlig`, at the vedtak for all
its punkter, or at each punkt. What is done, answered or moved to another case needs no one.
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
    waiting = (item for item in world.bonds.follow_ups.items if item.is_open)
    for holder in lacking(waiting, "ansvarlig"):
        message = T("Nobody is to follow up «{title}»", title=holder.record.title)
        hint = T("Add «ansvarlig:» with the id of a unit or role.")
        if holder.record.is_row:
            hint = T("Write the id of a unit or role in the column «ansvarlig».")
        yield finding("810", holder.record, message, "ansvarlig", help=hint, related=holder.related("ansvarlig"))


RULE = Rule(
    code="810",
    slug="vedtak-uten-ansvarlig",
    severity=Severity.WARNING,
    title="{Vedtak} that nobody follows up",
    source="S2 «Gjennomføring av politiske vedtak»; kommuneloven § 13-1",
    example=Example(PATH, REGISTER.replace("    ansvarlig: veg\n", ""), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
