"""An assignment has no thread up to a goal.

An assignment makes concrete what a service area must do in the four years to follow up the
strategies. One that follows up none of them is work without a reason in the plans. Name the
strategy, or the goal, in `følger_opp`. An idea may wait, and one that a vedtak in the register names in
`gjelder` has its reason there. In the profile «fri», a plan where no assignment follows up anything is told so once.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"
_BAD = HANDLINGSPROGRAM.replace("    følger_opp: [klima.d1.s1]\n", "")


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    untied = _untied(world) if world.config.profile == "fri" else []
    for plan, first in untied:
        message = T("No {oppdrag_pl} in «{id}» say what they follow up", id=plan.name)
        hint = T(
            "Write «følger_opp:» in those that follow up {strategi_pl} or {mål_pl}, "
            "or name them under «gjelder» in the vedtak they come from."
        )
        related = [(first.place("id"), T("the first of them stands here"))]
        yield finding("207", plan, message, "oppdrag", help=hint, related=related)
    told = {plan for plan, _ in untied}
    for record in world.plans.of_kind("oppdrag"):
        if record.plan in told or thread.excused(record) or thread.dangles(record):
            continue
        if not record.get("følger_opp"):
            message = T("{Oppdrag} «{id}» follows up no {strategi_pl}", id=record.name)
            hint = T("Add «følger_opp:» with the ids of {strategi_pl} or {mål_pl}, as følger_opp: [klima.d1.s1].")
            yield finding("207", record, message, "følger_opp", help=hint)
        elif thread.ends_in_nothing(record):
            message = T("The thread from {oppdrag} «{id}» never reaches any {mål_pl}", id=record.name)
            hint = T("Check what the {strategi_pl} in «følger_opp» serve, or refer to others.")
            yield finding("207", record, message, "følger_opp", help=hint)


def _untied(world: World) -> list[tuple[Record, Record]]:
    """Give the plans whose oppdrag follow up nothing, each with the first of several; ideas and vedtak do not count."""
    by_plan: dict[Record, list[Record]] = {}
    for record in world.plans.of_kind("oppdrag"):
        if not world.thread.excused(record):
            by_plan.setdefault(record.plan, []).append(record)
    bare = (rows for rows in by_plan.items() if len(rows[1]) > 1)
    return [(plan, rows[0]) for plan, rows in bare if not any(row.get("følger_opp") for row in rows)]


RULE = Rule(
    code="207",
    slug="oppdrag-uten-rød-tråd",
    severity=Severity.ERROR,
    severity_fri=Severity.WARNING,
    title="{Oppdrag} without a thread to a {mål}",
    source="S0 «Begrepsapparat»: oppdrag; koml § 14-4",
    example=Example(_PATH, _BAD, HANDLINGSPROGRAM, others(_PATH)),
    whole=_whole,
    explanation=__doc__,
)
