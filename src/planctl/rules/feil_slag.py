"""A reference leads to a record of a kind that cannot stand there.

Each link of the thread goes one step: a measure solves an assignment, an assignment follows up a
strategy or a goal, a strategy serves a goal. An owner is a unit, a role or a body. A reference that
skips a step or mixes up two ids gives a thread that is not true. Refer to a record of the right
kind, or move the reference to the field where it belongs.

Units stand in order too: a service area is one of the topmost units, and no unit stands below a kind
that is smaller. When one does, the name of its list, such as «virksomheter:», is most likely gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.unknown_references import kinds_of, written_as_text
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T, Term
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World

_LISTS = {"tjenesteområde": "tjenesteområder", "virksomhet": "virksomheter", "avdeling": "avdelinger"}
"""The kinds of units, the largest first, and the list that each stands in."""


def _whole(world: World) -> Iterator[Finding]:
    yield from _broken(world)
    yield from _units(world)


def _broken(world: World) -> Iterator[Finding]:
    for broken in world.graph.broken:
        ref, found = broken.ref, broken.found
        if found is None or ref.reference.unknown_rule or not written_as_text(ref):
            continue
        kind = Term(found.kind)
        message = T(
            "«{field}» refers to «{target}», which is of the kind {kind}", field=ref.field, target=ref.target, kind=kind
        )
        hint = T("«{field}» can refer to {kinds}.", field=ref.field, kinds=kinds_of(ref, world.plans))
        related = ((found.place("id"), T("«{id}» stands here", id=found.name)),)
        yield Finding("202", ref.place, message, hint, ref.source.id, ref.field, related)


def _units(world: World) -> Iterator[Finding]:
    """Find units below one that is no larger: a service area below any unit, a virksomhet below an avdeling."""
    kinds = list(_LISTS)
    for unit in world.plans.of_kind(*kinds[:-1]):
        smaller = kinds if unit.kind == kinds[0] else kinds[kinds.index(unit.kind) + 1 :]
        for ref, above in world.graph.refs_from(unit, "overordnet"):
            if above.kind in smaller:
                message = T(
                    "«{unit}» ({own}) cannot stand below «{above}» ({kind})",
                    unit=unit.name, own=Term(unit.kind), above=above.name, kind=Term(above.kind),
                )  # fmt: skip
                hint = T("Is the name of its list missing above it, as «{list}:»? If not, correct «overordnet».",
                         list=_list_below(above.kind))  # fmt: skip
                related = ((above.place("id"), T("«{id}» stands here", id=above.name)),)
                yield Finding("202", ref.place, message, hint, unit.id, ref.field, related)


def _list_below(kind: str) -> str:
    """Name the list of the units that stand right below a kind."""
    lists = list(_LISTS.values())
    return lists[min(list(_LISTS).index(kind) + 1, len(lists) - 1)]


RULE = Rule(
    code="202",
    slug="feil-slag",
    severity=Severity.ERROR,
    title="A reference leads to the wrong kind of record",
    source="S0 «Begrepsapparat»",
    example=in_plan("hp2021.o1", "klima.d1.s1"),
    whole=_whole,
    explanation=__doc__,
)
