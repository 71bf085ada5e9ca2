"""A vedtak that is to be followed up, and nobody is to do it.

A vedtak that all are to follow up is followed up by none. Name the unit or role with `ansvarlig`, at the vedtak for all
its punkter, or at each punkt. What is done, answered or moved to another case needs no one.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.domain.follow_up import follow_ups
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for item in follow_ups(world.plans):
        if item.is_open and not item.get("ansvarlig"):
            message = T("Nobody is to follow up «{title}»", title=item.record.title)
            hint = T("Add «ansvarlig:» with the id of a unit or role.")
            if item.record.is_row:
                hint = T("Write the id of a unit or role in the column «ansvarlig».")
            yield finding("810", item.record, message, "ansvarlig", help=hint)


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
