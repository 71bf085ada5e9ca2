"""Somebody is to answer for what they have no authority to do.

Where a record names the authority it needs (`krever_fullmakt`), the one who answers for it has it: it is given to
that role, to the unit it leads, or to somebody below it; where it is given to nobody by name, all leaders of its
level have it. And it holds today. A political body may do what it can delegate.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.fullmakt.authority import has, in_force
from planctl.disciplines.fullmakt.examples import PATH, REGISTER
from planctl.domain.organisation import owner_of
from planctl.domain.successors import was_closed
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule
from planctl.world import World

_FIELD = "krever_fullmakt"


def _whole(world: World) -> Iterator[Finding]:
    for record in world.plans.records:
        if record.get(_FIELD) and not _is_done(record, world):
            owner = world.plans.get(owner_of(record, world.plans) or "")
            for authority in world.graph.targets(record, _FIELD):
                if owner is not None:
                    yield from _judged(record, owner, authority, world)


def _is_done(record: Record, world: World) -> bool:
    """Tell whether nobody is to do it any more."""
    if world.bonds.follow_ups.has(record):
        return not world.bonds.follow_ups.is_open(record)
    if was_closed(record, world.today):
        return True
    return world.status_reports.at(record, world.today).status in ("fullført", "utgår")


def _judged(record: Record, owner: Record, authority: Record, world: World) -> Iterator[Finding]:
    if not in_force(authority, world.today):
        message = T("«{title}», which «{id}» needs, does not hold today", title=authority.title, id=record.name)
        hint = T("Name a {fullmakt} that holds, or correct «fra» and «til» of this one.")
        yield finding("897", record, message, _FIELD, help=hint, related=[(authority.place(), T("it stands here"))])
    elif not has(world, owner, authority):
        message = T("{owner} answers for «{id}», and does not have «{title}»",
                    owner=owner.title, id=record.name, title=authority.title)  # fmt: skip
        hint = T("Let somebody who has it answer for this, or enter who it is given to in «delegert_til».")
        related = [(authority.place(), T("it stands here"))]
        yield finding("897", record, message, "ansvarlig", help=hint, related=related)


_GOOD = PLAN.replace("    ansvarlig: veg\n", "    ansvarlig: veg\n    krever_fullmakt: fm2\n")
RULE = Rule(
    code="897",
    slug="eier-uten-fullmakt",
    severity=Severity.WARNING,
    title="The one responsible has not the authority",
    source="S0 «Lederes ansvar og myndighet»; kommuneloven § 5-14",
    example=Example(PLAN_PATH, _GOOD.replace("ansvarlig: veg\n", "ansvarlig: vegdrift\n"), _GOOD, {PATH: REGISTER}),
    whole=_whole,
    explanation=__doc__,
)
