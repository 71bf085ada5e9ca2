"""References go in a circle.

A unit cannot stand above itself, a plan cannot replace itself, and an activity in the year wheel
cannot come after itself, not even by way of others. Follow the ids in the message and change the
reference that points the wrong way.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity
from planctl.graph import Graph
from planctl.i18n import T
from planctl.load.schema.annotations import Ref
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: årshjul
id: hjul2021
tittel: Årshjul 2021
periode: 2021
aktiviteter:
  - id: hjul2021.forslag
    tittel: Forslag til handlingsprogram
    måned: 9
    etter: [hjul2021.vedtak]
  - id: hjul2021.vedtak
    tittel: Vedtak av handlingsprogram
    måned: 12
    etter: [hjul2021.forslag]
"""


def _whole(world: World) -> Iterator[Finding]:
    told: set[Record] = set()
    for circle in world.graph.cycles:
        members = set(circle)
        if told & members:
            continue
        told |= members
        steps = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        refs = [ref for here, there in steps if (ref := _step(here, there, world.graph)) is not None]
        names = " → ".join(record.name for record in (*circle, circle[0]))
        message = T("The references go in a circle: {circle}", circle=names)
        hint = T("Change or delete the reference that points the wrong way.")
        related = [(ref.place, T("and it goes on here")) for ref in refs[1:]]
        yield Finding("205", refs[0].place, message, hint, circle[0].id, refs[0].field, tuple(related))


def _step(here: Record, there: Record, graph: Graph) -> Ref | None:
    """Find the reference that a step of a circle goes by."""
    ways = [ref for ref, target in graph.refs_from(here) if target is there]
    forwards = [ref for ref in ways if ref.thread or ref.reference.order == "etter"]
    backwards = [ref for ref, source in graph.refs_to(here) if source is there and ref.reference.order == "før"]
    return next(iter(forwards + backwards), None)


RULE = Rule(
    code="205",
    slug="sirkel",
    severity=Severity.ERROR,
    title="References go in a circle",
    source="planctl: referanser",
    example=Example("årshjul/2021.yaml", _BAD, _BAD.replace("    etter: [hjul2021.vedtak]\n", "")),
    whole=_whole,
    explanation=__doc__,
)
