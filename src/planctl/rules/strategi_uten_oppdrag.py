"""No assignment follows up this strategy.

The law asks the action programme to show how the goals and strategies of the municipal plan are
followed up. A strategy that no assignment names in `følger_opp` is adopted, but nobody has been told
to do anything about it. Give a service area an assignment, or ask whether the strategy still holds.
The rule judges the plans and the action programme in force, and waits while an assignment lacks its
strategy (207, 201): it may be the very one. Where measures may stand in any plan (profile «fri»), a
measure that solves the strategy follows it up as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.open_work import IDEA
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, KOMMUNEPLAN, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"
_GOOD = HANDLINGSPROGRAM.replace("[klima.d1.s1]", "[klima.d1.s1, klima.d1.s2]")
_PLAN = (
    KOMMUNEPLAN
    + """\
  - id: klima.d1.s2
    tittel: Kommunen skal samle nye boliger ved stasjonene
    bidrar_til: [klima.d1]
"""
)


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    strategies = (record for record in thread.current("strategi") if not thread.blamed(record))
    left = [record for record in strategies if not _followed(record, world)]
    if not left or not thread.programmes or thread.any_blamed("oppdrag"):
        return
    plan = thread.programmes[0]
    if not any(True for _ in thread.current("oppdrag")):
        message = T("{Plan} «{id}» holds no {oppdrag_pl}", id=plan.name)
        hint = T("Add «oppdrag:», and say under «følger_opp» which {strategi_pl} they follow up.")
        yield finding("212", plan, message, "oppdrag", help=hint)
        return
    for record in left:
        message = T("No {oppdrag_pl} follow up {strategi} «{id}»", id=record.name)
        hint = T(
            "Name «{id}» under «følger_opp» in {oppdrag_pl} in «{where}», or give out new {oppdrag_pl}.",
            id=record.name,
            where=plan.name,
        )
        yield finding("212", record, message, help=hint)


def _followed(strategy: Record, world: World) -> bool:
    """Tell whether an assignment in force, or a measure that binds, follows it up; not one that is dropped."""
    reports, today = world.status_reports, world.today
    below = [item for item in world.graph.children(strategy) if reports.at(item, today).status not in {IDEA, "utgår"}]
    if any(item.kind == "oppdrag" and world.thread.in_force(item) for item in below):
        return True
    return any(item.kind == "tiltak" and world.bonds.binds(item) for item in below)


RULE = Rule(
    code="212",
    slug="strategi-uten-oppdrag",
    severity=Severity.WARNING,
    title="{Strategi} without an {oppdrag}",
    source="koml § 14-4; S0 «Begrepsapparat»: oppdrag",
    example=Example(_PATH, HANDLINGSPROGRAM, _GOOD, others(_PATH, kommuneplan=_PLAN)),
    whole=_whole,
    explanation=__doc__,
)
